import { spawnSync } from 'node:child_process';
import { isToolError } from '../model/errors';
import { isProbed, kubeconformPath } from '../run/survey/find-judge';

/** `npx kubeconform …`: finds the pinned kubeconform and becomes it. */
export async function main(argv: readonly string[]): Promise<void> {
  if (isProbed(process.env)) return;
  try {
    const { status, error } = spawnSync(await kubeconformPath(process.env), argv, { stdio: 'inherit' });
    if (error !== undefined) throw error;
    process.exitCode = status ?? 4;
  } catch (error) {
    process.stderr.write(`${isToolError(error) ? `error ${error.code}: ${error.message}` : String(error)}\n`);
    process.exitCode = 4;
  }
}
