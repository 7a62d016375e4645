import { type ComparedField, type Comparison, EXPLANATIONS } from '../../model/comparison/comparison';
import { type Problem, ToolError } from '../../model/errors';
import { describeIdentity } from '../../model/identity';
import { by } from '../../model/order';
import { EnvironmentComparison } from '../compare/compare-environments';
import { loadSources } from '../compare/sources';
import { environmentsNamed } from '../release/environment-named';
import { withAppsOutputApart } from '../survey/apps-output';
import type { Roots } from '../survey/run-options';
import { withoutStrays } from '../threads/stray-errors';

/**
 * What differs between two environments, each difference with what explains it: a promotion, settings, an older
 * revision, or nothing.
 * @throws ToolError ARGUMENTS for environments that do not exist, or as rendering does
 */
export async function compare(
  roots: Roots,
  [one, other]: readonly [string, string],
  options: { readonly stock: boolean },
): Promise<Comparison> {
  if (one === other) throw new ToolError('ARGUMENTS', [theSame(one)]);
  const [from, to] = environmentsNamed(roots, [one, other]);
  if (from === undefined || to === undefined) throw new ToolError('DEFECT', [{ message: 'an environment is lost.' }]);
  return withAppsOutputApart(() =>
    withoutStrays(async () => {
      const sources = await loadSources(roots, from, to, options);
      try {
        const apps = new EnvironmentComparison(sources, from, to).compare();
        return {
          from: from.name,
          to: to.name,
          fields: apps.flatMap(({ fields }) => fields).sort(byPlace),
          leftOut: apps.flatMap(({ leftOut }) => leftOut),
          unknown: apps.flatMap(({ unknown }) => unknown),
        };
      } finally {
        sources.remove();
      }
    }),
  );
}

const byPlace = by<ComparedField>(
  ({ explanation }) => String(EXPLANATIONS.indexOf(explanation)),
  ({ app }) => app,
  ({ object }) => describeIdentity(object),
  ({ field }) => field,
);

function theSame(name: string): Problem {
  return { message: `both environments are ${name}.`, fix: 'name two environments.' };
}
