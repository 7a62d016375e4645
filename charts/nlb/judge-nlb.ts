import { Chart } from 'cdk8s';
import { fargateProfileFor } from '../../src/knowledge/aws/fargate';
import { bareNlbKey } from '../../src/knowledge/aws/nlb-annotation';
import { NLB_KEYS, NLB_NAMES, nlbAnnotation } from '../../src/knowledge/aws/nlb-annotations';
import { NLB_LISTENER } from '../../src/knowledge/aws/nlb-listener';
import { NLB_SETTINGS, type NlbSettings } from '../../src/knowledge/aws/nlb-settings';
import { TLS_POLICIES } from '../../src/knowledge/aws/nlb-values';
import { judgeSettings, type Refuse, settingEntries } from '../../src/knowledge/aws/setting-row';
import { misspeltNames } from '../../src/model/attribute-names';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';
import type { WrittenNlb } from './nlb-annotations';
import type { NlbExposeProps } from './nlb-expose';
import type { NlbInput } from './nlb-input';
import { judgeNlbSubnets } from './nlb-subnets';
import { judgeNlbTogether } from './nlb-together';

const NO_SIBLINGS = () => undefined;

/** Everything that the controller or AWS would refuse of a Service, beyond what could not be resolved. */
export function judgeNlb(input: NlbInput, problems: Problems): void {
  const { props, settings, ports, written } = input;
  const refuse: Refuse = ({ property, value, wanted, why }) =>
    problems.add(
      `${property} is ${shown(value)}, and the load balancer controller wants ${wanted}${why}.`,
      `use ${wanted}.`,
    );
  judgeSettings(NLB_SETTINGS, props, NO_SIBLINGS, refuse);
  for (const { name, settings: own } of ports)
    judgeSettings(NLB_LISTENER, own, NO_SIBLINGS, (one) =>
      refuse({ ...one, property: `listeners.${name}.${one.property}` }),
    );
  judgeNames(written, settings, problems);
  judgeNlbTogether(input, problems);
  judgeNlbSubnets(input, problems);
  judgeAnnotations(props, problems);
  judgeFargate(input, problems);
}

/** Names that AWS does not know, where a known one is near. */
function judgeNames({ texts, twice }: WrittenNlb, { tls }: NlbSettings, problems: Problems): void {
  for (const [key, text] of Object.entries(texts)) {
    const row = nlbAnnotation(key);
    const known = row === undefined ? undefined : NLB_NAMES.get(row);
    if (known === undefined) continue;
    const names = text.split(',').map((pair) => pair.slice(0, Math.max(0, pair.indexOf('='))));
    for (const { name, meant } of misspeltNames(names, known))
      problems.add(`AWS has no attribute "${name}" and refuses the load balancer.`, `write ${meant}.`);
  }
  for (const [key, name] of twice)
    problems.add(
      `attribute ${name} of ${key} is given twice.`,
      'take it out of the attributes: a property writes it already.',
    );
  const { policy } = tls ?? {};
  problems.unless(
    policy === undefined ||
      !policy.startsWith('ELBSecurityPolicy-') ||
      TLS_POLICIES.includes(policy) ||
      isNewer(policy),
    `AWS has no TLS policy "${policy}" and refuses the listener.`,
    'use a policy by AWS’s name, such as ELBSecurityPolicy-TLS13-1-2-2021-06.',
  );
}

/** AWS adds policies each year, whose names end in year and month. */
function isNewer(policy: string): boolean {
  return /-20\d\d-\d\d$/.test(policy);
}

/** Keys of the controller have properties; others are other controllers'. */
function judgeAnnotations({ annotations = {} }: NlbExposeProps, problems: Problems): void {
  for (const key of Object.keys(annotations)) {
    const bare = bareNlbKey(key);
    if (bare === undefined) continue;
    const row = nlbAnnotation(bare);
    if (row === undefined) {
      problems.add(
        `the load balancer controller knows no annotation "${key}" and would ignore it without a word.${didYouMean(bare, NLB_KEYS)}`,
        'use the property for it.',
      );
      continue;
    }
    const property = settingEntries(NLB_SETTINGS).find(({ annotation }) => annotation.key === row.key)?.property;
    problems.add(
      `annotation ${key} is given, and NlbService writes it from a property.`,
      `use ${row.instead ?? property ?? 'listeners'}.`,
    );
  }
}

function judgeFargate({ settings, environment, construct }: NlbInput, problems: Problems): void {
  const { namespace } = Chart.of(construct);
  if (environment.platform !== 'eks' || settings.targetType !== 'instance' || namespace === undefined) return;
  const profile = fargateProfileFor(environment.compute.fargateProfiles, namespace, {});
  problems.unless(
    profile === undefined,
    `targetType instance reaches no Pod of namespace ${namespace}: Fargate profile ${profile?.name} runs them all.`,
    'use targetType: ip.',
  );
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
