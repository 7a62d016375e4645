import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OtherPaths } from './protocol';
import type { ChildPlace } from './run-child';

/** What a colleague's machine may be like, as far as it is given to a process when it starts. */
export interface Elsewhere extends ChildPlace {
  readonly paths: OtherPaths;
  readonly remove: () => void;
}

/**
 * A time zone and a locale that this process does not have, another working directory, and other paths to the project
 * and to Node: links, so that what is read or started there works as it does here.
 */
export function elsewhere(root: string): Elsewhere {
  const here = Intl.DateTimeFormat().resolvedOptions();
  const cwd = mkdtempSync(join(tmpdir(), 'cdk8s-eks-elsewhere-'));
  const paths = { root: join(cwd, 'project'), node: join(cwd, 'node') };
  const remove = (): void => {
    process.removeListener('exit', remove);
    rmSync(cwd, { recursive: true, force: true });
  };
  process.once('exit', remove);
  symlinkSync(root, paths.root, 'junction');
  symlinkSync(process.execPath, paths.node);
  return {
    cwd,
    env: {
      TZ: here.timeZone === 'Pacific/Apia' ? 'America/St_Johns' : 'Pacific/Apia',
      LC_ALL: here.locale.startsWith('da') ? 'tr_TR.UTF-8' : 'da_DK.UTF-8',
    },
    paths,
    remove,
  };
}
