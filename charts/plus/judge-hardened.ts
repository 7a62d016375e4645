import { wrongDnsLabel } from '../../src/grammar/dns';
import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { judgeBudget } from '../workload/disruption-budget';
import { securityProblems } from '../workload/security';
import type { HardenedProps } from './hardened-props';
import { unfitting } from './hardened-rollout';
import { mostOf, ownSelector, profileOf } from './plus-facts';
import type { PlusKind, PlusWorkload } from './plus-workload';

/** @param given the name that cdk8s-plus was given; @throws ToolError with everything that is wrong with the properties */
export function judgeHardened(
  workload: PlusWorkload,
  kind: PlusKind,
  props: HardenedProps,
  given: string | undefined,
): void {
  const problems = problemsWith(workload, 'hardened', props);
  const { name, selectorLabels: asked, host, profile } = props;
  for (const [property, kinds] of unfitting(kind, props))
    problems.add(
      `${property} is given for a ${kind}: only a ${kinds.join(' or a ')} has it.`,
      `leave ${property} out.`,
    );
  problems.unless(
    name === undefined || given === undefined || name === given,
    `name is "${name}", and metadata of cdk8s-plus says "${given}": only one of them can be the name.`,
    'leave name out.',
  );
  judgeName(name ?? (given === undefined ? workload.node.id : undefined), problems);
  const own = Object.entries(ownSelector(workload)).map(([key, value]) => `${key}=${value}`);
  problems.unless(
    asked === undefined || own.length === 0,
    `selectorLabels is given, and select() was told ${own.join(', ')}: only selectorLabels would count.`,
    'leave one of them out.',
  );
  problems.unless(
    host === undefined || host.reason.trim() !== '',
    'host needs a reason.',
    'say in a sentence why the Pods reach their node.',
  );
  problems.unless(
    host === undefined || profile !== 'restricted',
    'host is given, and profile restricted refuses what reaches its node.',
    'leave profile out: host says why.',
  );
  problems.unless(
    props.replicas === undefined || workload.replicas === undefined,
    `replicas is "external", and cdk8s-plus says ${workload.replicas}: each sync would set them back to that.`,
    'leave one of them out.',
  );
  if (props.revisionHistoryLimit !== 'none') problems.integer('revisionHistoryLimit', props.revisionHistoryLimit, 0);
  problems.integer('preStopSeconds', props.preStopSeconds, 0, 3600);
  securityProblems({ profile: profileOf(props), ...defined({ user: props.user }) }, problems);
  judgeBudget(props.disruptionBudget, mostOf(workload, kind, props), problems);
  problems.raiseInCall();
}

/** cdk8s-plus makes names of ids that are not ones; what it was given is its own to judge. */
function judgeName(name: string | undefined, problems: Problems): void {
  const wrong = name === undefined ? undefined : wrongDnsLabel(name);
  problems.unless(
    wrong === undefined,
    `the workload cannot be called "${name}": ${wrong}; the server refuses it.`,
    'give hardened() a name, or the construct another id.',
  );
}
