import type { IngressClassParamsSpec } from '../../imports/elbv2.k8s.aws';
import { defined } from '../../src/model/defined';
import { byCodeUnit } from '../../src/model/order';
import type { Problems } from '../shared/problems';

/** What the two kinds call the same. */
const SAME = [
  'group',
  'ipAddressType',
  'loadBalancerAttributes',
  'namespaceSelector',
  'scheme',
  'sslPolicy',
  'tags',
] as const;

const RENAMED = ['certificateArn', 'inboundCidRs', 'subnets'] as const;

/**
 * The controller's class parameters as EKS Auto Mode's own kind takes them. Its schema has fewer fields, and calls
 * three of them by other names.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html
 */
export function autoModeClassParams(spec: IngressClassParamsSpec, problems: Problems): Record<string, unknown> {
  const known: readonly string[] = [...SAME, ...RENAMED];
  for (const [field, value] of Object.entries(spec)) {
    problems.unless(
      value === undefined || known.includes(field),
      `EKS Auto Mode has no class parameter ${field}.`,
      'leave it out where environment.compute.autoMode is true.',
    );
  }
  const { subnets } = spec;
  const tags = subnets?.tags;
  return {
    ...Object.fromEntries(SAME.flatMap((field) => (spec[field] === undefined ? [] : [[field, spec[field]]]))),
    ...defined({ certificateARNs: spec.certificateArn, inboundCIDRs: spec.inboundCidRs }),
    ...(subnets === undefined
      ? {}
      : { subnets: tags === undefined ? { ids: subnets.ids } : { matchTags: pairs(tags) } }),
  };
}

function pairs(tags: Readonly<Record<string, readonly string[]>>): readonly object[] {
  return Object.keys(tags)
    .sort(byCodeUnit)
    .map((key) => ({ key, values: tags[key] }));
}
