import { at, listAt } from '../../model/json';
import { firstStep, type Told, type UpgradeCheck, whereOf } from './upgrade-check';

/** Budgets of Karpenter and Auto Mode that let no node be replaced. */
export const nodePools: UpgradeCheck = {
  section: 'nodes',
  judge: ({ objects, path }) =>
    objects
      .filter(({ group, kind }) => group === 'karpenter.sh' && kind === 'NodePool')
      .flatMap((object) =>
        listAt(object.value, 'spec', 'disruption', 'budgets').flatMap((budget, index): readonly Told[] =>
          isClosed(budget)
            ? [
                {
                  ...whereOf(object, ['spec', 'disruption', 'budgets', index, 'nodes']),
                  step: firstStep(path),
                  severity: 'changes',
                  message:
                    'a disruption budget of 0 nodes holds at all times, so nodes of an older version are not replaced: they stay until they expire.',
                  fix: 'give the budget a schedule, or raise it for the time of the upgrade.',
                  see: 'https://karpenter.sh/docs/concepts/disruption/#nodepool-disruption-budgets',
                },
              ]
            : [],
        ),
      ),
};

/** At all times, and for nodes that drifted. */
function isClosed(budget: unknown): boolean {
  const nodes = at(budget, 'nodes');
  const reasons = listAt(budget, 'reasons');
  const forDrift = reasons.length === 0 || reasons.includes('Drifted');
  return (nodes === '0' || nodes === '0%') && at(budget, 'schedule') === undefined && forDrift;
}
