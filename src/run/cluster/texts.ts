import type { CliStep } from '../../model/cluster/cli-step';
import type { LeftOut } from '../../model/cluster/left-out';
import type { JsonObject } from '../../model/json';
import { stringifyYaml } from '../../render/yaml/stringify';
import type { ProjectFile } from '../../write/project-files';

/** What a description is written from. */
export interface Described {
  /** Of the environment. */
  readonly name: string;
  readonly eksctl: JsonObject;
  /** Empty where eksctl is asked for. */
  readonly steps: readonly CliStep[];
  readonly leftOut: readonly LeftOut[];
}

/** For the terminal: a ClusterConfig, or calls that a shell takes. */
export function clusterText(described: Described): string {
  const { eksctl, steps } = described;
  if (steps.length === 0) return `${head(described)}${stringifyYaml(eksctl)}`;
  return `${head(described)}${steps.map(inlineCall).join('')}`;
}

/** The files that a description is reviewed as, by their paths in the project. */
export function clusterFiles(described: Described): readonly ProjectFile[] {
  const { name, eksctl, steps } = described;
  if (steps.length === 0)
    return [{ path: `clusters/${name}/eksctl.yaml`, content: `${head(described)}${stringifyYaml(eksctl)}` }];
  const folder = `clusters/${name}/cli`;
  const calls = steps.map((step, index) => ({
    ...step,
    file: `${String(index + 1).padStart(2, '0')}-${step.name}.json`,
  }));
  const lines = calls.map(({ command, input, file }) =>
    input === undefined ? `aws ${command}\n` : `aws ${command} --cli-input-json file://${file}\n`,
  );
  return [
    { path: `${folder}/commands.txt`, content: `${head(described)}${lines.join('')}` },
    ...calls.flatMap(({ input, file }) =>
      input === undefined ? [] : [{ path: `${folder}/${file}`, content: `${JSON.stringify(input, null, 2)}\n` }],
    ),
  ];
}

/** Where it came from, and what it does not say. */
function head({ name, leftOut }: Described): string {
  const lines = [
    `# Made by \`cdk8s-eks cluster ${name}\`: change environments/${name}/environment.yaml instead.`,
    ...leftOut.map(({ setting, why }) => `# Not in here, ${setting}: ${why}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The input between single quotes, in which a shell reads nothing but their end. */
function inlineCall({ name, command, input }: CliStep): string {
  if (input === undefined) return `\n# ${name}\naws ${command}\n`;
  const json = JSON.stringify(input, null, 2).replaceAll("'", `'\\''`);
  return `\n# ${name}\naws ${command} --cli-input-json '${json}'\n`;
}
