import type { EnvFromSource, EnvVar, EnvVarSource } from '../../imports/k8s';
import { wrongVariableName } from '../../src/grammar/variable-name';
import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';
import { type EnvFromInput, type EnvInput, envFromSource } from './values';

/** Variables in the order they were given: later ones may refer to earlier ones by `$(NAME)`. */
export function envVars(
  env: Readonly<Record<string, EnvInput>> | undefined,
  kubernetesVersion: string,
  problems: Problems,
): EnvVar[] | undefined {
  if (env === undefined) return undefined;
  const vars = Object.entries(env).map(([name, input]): EnvVar => {
    const wrong = wrongVariableName(name, kubernetesVersion);
    problems.unless(
      wrong === undefined,
      `the server refuses the name "${name}" of a variable: ${wrong}.`,
      'use letters, digits and underscores.',
    );
    if (typeof input === 'string') return { name, value: input };
    if ('value' in input && input.value !== undefined) return { name, value: String(input.value) };
    if ('valueFrom' in input) return { name, ...defined({ valueFrom: input.valueFrom }) };
    return { name, valueFrom: input as EnvVarSource };
  });
  return vars.length === 0 ? undefined : vars;
}

export function envSources(
  inputs: readonly EnvFromInput[] | undefined,
  problems: Problems,
): EnvFromSource[] | undefined {
  return inputs?.map((input) => {
    problems.unless(
      !('kind' in input) || input.kind === 'Secret' || input.kind === 'ConfigMap',
      `envFrom names ${'kind' in input ? `${input.kind} ${input.name}` : ''}; variables come from a ConfigMap or a Secret only.`,
      'give { secretRef: { name } } with the name of the Secret it makes.',
    );
    return envFromSource(input);
  });
}
