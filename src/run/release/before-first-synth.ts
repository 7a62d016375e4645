import { committedEntries } from '../../load/committed-paths';
import { isToolError } from '../../model/errors';
import { stopsRun } from '../../model/finding';
import type { ReleaseRehearsal } from './rehearse-release';

/** Whether anything of an environment is in the output folder, so that there is something to compare with. */
export function hasOutput(outDir: string, environment: string): boolean {
  return committedEntries(outDir, environment).files.length > 0;
}

/**
 * What apps render before the first `synth` of their environment: nothing is compared, since everything would be new, and
 * what they need of other apps is looked for in what those render, since nothing of it is in the output yet.
 */
export async function beforeFirstSynth(
  alone: ReleaseRehearsal,
  apps: readonly string[],
  rehearseAll: () => Promise<ReleaseRehearsal>,
): Promise<ReleaseRehearsal> {
  const own = { ...alone, changes: [] };
  if (!stopsRun(alone.verdicts, false)) return own;
  try {
    const { verdicts } = await rehearseAll();
    const findingsOf = (verdict: (typeof verdicts)[number]) => verdict.findings.filter(({ app }) => apps.includes(app));
    return { ...own, verdicts: verdicts.map((verdict) => ({ ...verdict, findings: findingsOf(verdict) })) };
  } catch (error) {
    // Another app does not render yet: it is for `synth` to tell.
    if (isToolError(error)) return own;
    throw error;
  }
}

export function nothingToCompare(environment: string): string {
  return `nothing of ${environment} is in dist/ yet, so there is nothing to compare with, and what other apps have there is not known: run \`cdk8s-eks synth --env ${environment}\`.`;
}
