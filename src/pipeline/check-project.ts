import type { Verdict } from '../model/finding';
import { besideTypeCheck, type EvaluateOptions } from './evaluate';
import { dataOf, loadProject } from './load-project';
import type { Roots } from './project';
import type { RefereeName } from './referee';
import { survey } from './survey';

export interface CheckProjectOptions extends EvaluateOptions {
  readonly referees: readonly RefereeName[];
}

/** All rules, and the outside judges, on what the apps render. */
export async function checkProject(roots: Roots, options: CheckProjectOptions): Promise<readonly Verdict[]> {
  return besideTypeCheck(roots, options, async () => {
    const project = await loadProject(roots, options.selection);
    const results = await survey(project, dataOf(project), { ...options, compare: false, contents: false });
    return results.flatMap((result) => result.verdicts);
  });
}
