import { DNS_SUBDOMAIN } from '../../src/grammar/dns';
import { wrongSpelling } from '../../src/grammar/spelling';
import { KUEUE_MOST } from '../../src/knowledge/kubernetes/kueue';
import { listed } from '../../src/model/lists';
import type { Problems } from '../shared/problems';
import { nameOf } from '../workload/values';
import type { ClusterQueueProps, QueuePreemption, QueueResourceGroup } from './cluster-queue-props';

/**
 * What the server and Kueue's webhook refuse of a ClusterQueue, beside what the types hold.
 * @see https://github.com/kubernetes-sigs/kueue/blob/main/pkg/webhooks/clusterqueue_webhook.go (read in November 2026)
 */
export function judgeClusterQueue(props: ClusterQueueProps, problems: Problems): void {
  const { groups, namespaces, cohort, preemption, flavorFungibility, fairSharingWeight: weight } = props;
  problems.unless(
    groups.length > 0 && groups.length <= KUEUE_MOST.groups,
    `groups has ${groups.length} entries, and a queue has 1 to ${KUEUE_MOST.groups}: without one nothing that waits in it ever starts.`,
    'say what the queue has.',
  );
  const isOpen =
    namespaces === 'all' || Object.keys('labels' in namespaces ? namespaces.labels : namespaces).length > 0;
  problems.unless(isOpen, 'namespaces is empty: no namespace could use the queue.', "name them, or say 'all'.");
  const wrong = cohort === undefined ? undefined : wrongSpelling(cohort, DNS_SUBDOMAIN);
  problems.unless(
    wrong === undefined,
    `cohort is "${cohort}": ${wrong}; the server refuses it.`,
    'use lower-case letters, digits, inner hyphens and dots.',
  );
  problems.unless(
    weight === undefined || weight >= 0,
    `fairSharingWeight is ${weight}; Kueue takes numbers from 0.`,
    'use 1 for what others have.',
  );
  groups.forEach((group, index) => void judgeGroup(group, `groups[${index}]`, cohort !== undefined, problems));
  judgeRepeats(groups, problems);
  if (preemption !== undefined) judgePreemption(preemption, problems);
  const { preference, whenCanBorrow, whenCanPreempt } = flavorFungibility ?? {};
  problems.unless(
    preference === undefined || (whenCanBorrow === 'TryNextFlavor' && whenCanPreempt === 'TryNextFlavor'),
    'flavorFungibility.preference chooses among all flavors, and Kueue stops at the first that does; the server refuses it.',
    "set whenCanBorrow and whenCanPreempt to 'TryNextFlavor', or leave preference out.",
  );
}

function judgeGroup({ flavors }: QueueResourceGroup, where: string, hasCohort: boolean, problems: Problems): void {
  const { flavors: most, resources: mostResources } = KUEUE_MOST;
  problems.unless(
    flavors.length > 0 && flavors.length <= most,
    `${where} has ${flavors.length} flavors, and a group has 1 to ${most}; the server refuses it.`,
    'name the kinds of nodes that the queue may use.',
  );
  const covered = Object.keys(flavors[0]?.quotas ?? {});
  problems.unless(
    flavors.length === 0 || (covered.length > 0 && covered.length <= mostResources),
    `${where} has ${covered.length} resources, and a group has 1 to ${mostResources}; the server refuses it.`,
    'say how much of cpu, memory or devices there is.',
  );
  for (const { flavor, quotas } of flavors) {
    const own = Object.keys(quotas);
    problems.unless(
      own.length === covered.length && own.every((name) => covered.includes(name)),
      `${where} has quotas of ${listed(covered)} for its first flavor, and of ${listed(own)} for ${nameOf(flavor)}; Kueue refuses flavors of one group that differ.`,
      "give it the same resources, with '0' for what it does not have.",
    );
    for (const [name, quota] of Object.entries(quotas)) {
      const { nominal, borrowingLimit, lendingLimit } = typeof quota === 'string' ? { nominal: quota } : quota;
      const place = `${where} of ${nameOf(flavor)}: ${name}`;
      problems.quantity(place, nominal);
      for (const [limit, text] of Object.entries({ borrowingLimit, lendingLimit })) {
        problems.quantity(`${place}, ${limit}`, text);
        problems.unless(
          hasCohort || text === undefined,
          `${place} has ${limit} ${text}, and the queue has no cohort with which it could share; Kueue refuses it.`,
          'give the queue a cohort, or leave the limit out.',
        );
      }
    }
  }
}

/** A resource, and a flavor, stands in one group only. */
function judgeRepeats(groups: readonly QueueResourceGroup[], problems: Problems): void {
  const all = {
    resource: groups.flatMap(({ flavors }) => Object.keys(flavors[0]?.quotas ?? {})),
    flavor: groups.flatMap(({ flavors }) => flavors.map(({ flavor }) => nameOf(flavor))),
  };
  for (const [what, names] of Object.entries(all))
    for (const name of new Set(names.filter((one, index) => names.indexOf(one) !== index)))
      problems.add(
        `${what} ${name} stands in groups twice; Kueue refuses it.`,
        what === 'resource' ? 'put all flavors of a resource into one group.' : 'put all quotas of a flavor together.',
      );
}

function judgePreemption(
  { reclaimWithinCohort = 'Never', borrowWithinCohort }: QueuePreemption,
  problems: Problems,
): void {
  problems.unless(
    reclaimWithinCohort !== 'Never' || borrowWithinCohort === undefined || borrowWithinCohort.policy === 'Never',
    'preemption.borrowWithinCohort stops others to borrow, and reclaimWithinCohort is Never; Kueue refuses the two together.',
    "set reclaimWithinCohort: 'LowerPriority', or leave borrowWithinCohort out.",
  );
}
