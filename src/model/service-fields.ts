import type { FieldVerdict } from './field-verdict';
import { listAt, numberAt, textAt } from './json';

/**
 * What the server refuses of a Service's fields that depend on one another. @param spec of a Service
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go (validateServiceExternalTrafficPolicy)
 * @see https://kubernetes.io/docs/concepts/services-networking/dual-stack/
 */
export function judgeServiceFields(spec: unknown): readonly FieldVerdict[] {
  return [...judgeHealthPort(spec), ...judgeFamilies(spec)];
}

/** On that port nodes say whether they have a Pod of the Service. */
function judgeHealthPort(spec: unknown): readonly FieldVerdict[] {
  const port = numberAt(spec, 'healthCheckNodePort') ?? 0;
  const type = textAt(spec, 'type') ?? 'ClusterIP';
  const traffic = textAt(spec, 'externalTrafficPolicy') ?? 'Cluster';
  if (port === 0 || (type === 'LoadBalancer' && traffic === 'Local')) return [];
  return [
    {
      path: ['spec', 'healthCheckNodePort'],
      found: String(port),
      what: `healthCheckNodePort is ${port}, which only a LoadBalancer Service with externalTrafficPolicy Local has; this one is ${type} with ${traffic}, and the server refuses it.`,
      fix: 'leave healthCheckNodePort out, or set type LoadBalancer and externalTrafficPolicy Local.',
    },
  ];
}

function judgeFamilies(spec: unknown): readonly FieldVerdict[] {
  const families = listAt(spec, 'ipFamilies').map(String);
  const [one, other] = families;
  if (one === undefined || other === undefined) return [];
  const here = { path: ['spec', 'ipFamilies'], found: families.join(', ') };
  if (one === other)
    return [
      {
        ...here,
        what: `ipFamilies names ${one} twice; the server refuses the Service.`,
        fix: 'name each family once.',
      },
    ];
  if (textAt(spec, 'ipFamilyPolicy') !== 'SingleStack') return [];
  return [
    {
      ...here,
      wanted: 'one family',
      what: `ipFamilies names ${families.join(' and ')}, and a SingleStack Service has one family; the server refuses it.`,
      fix: 'name one of them, or set ipFamilyPolicy PreferDualStack.',
    },
  ];
}
