import { spawnSync } from 'node:child_process';
import { oneLine } from '../../grammar/visible-text';
import { defaultFindOptions, findKubeconform } from '../../referee/find-kubeconform';

/**
 * Finds or builds the pinned kubeconform and runs it with these arguments, on this terminal.
 * @returns its exit code
 * @throws ToolError REFEREE when it cannot be had
 */
export async function kubeconform(argv: readonly string[]): Promise<number> {
  const options = defaultFindOptions(process.env, (text) => void process.stderr.write(`${oneLine(text)}\n`));
  const { status, error } = spawnSync(await findKubeconform(options), argv, { stdio: 'inherit' });
  if (error !== undefined) throw error;
  return status ?? SIGNALLED;
}

/** A signal ended it: to the caller, the judge did not answer. */
const SIGNALLED = 4;
