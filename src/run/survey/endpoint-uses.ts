import { imageRegistry } from '../../grammar/image';
import { IRSA } from '../../knowledge/aws/irsa';
import { NLB_CLASSES } from '../../knowledge/aws/nlb-annotations';
import { ecrRegion } from '../../knowledge/aws/registries';
import {
  type EndpointUseName,
  USES_BY_ACK_GROUP,
  USES_BY_DRIVER,
  USES_BY_IMAGE,
  USES_BY_PROVIDER,
  USES_BY_STORE,
  USES_BY_TEXT,
  USES_BY_TRIGGER,
} from '../../knowledge/aws/vpc-endpoints';
import { associationOf } from '../../model/associations';
import { at, listAt, mapAt, textAt } from '../../model/json';
import { containersOf, podTemplatesOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';

/** What an object does that calls a service of AWS. */
export function usesOf(object: RenderedObject): readonly EndpointUseName[] {
  const { value, kind, group } = object;
  const found: (EndpointUseName | undefined)[] = [
    ...imageUses(object),
    ...balancerUses(object),
    ...configUses(object),
    ...listAt(value, 'spec', 'triggers').map((trigger) => known(USES_BY_TRIGGER, textAt(trigger, 'type'))),
    ...listAt(value, 'spec', 'metrics').flatMap((metric) =>
      Object.keys(mapAt(metric, 'provider')).map((provider) => known(USES_BY_PROVIDER, provider)),
    ),
    known(USES_BY_ACK_GROUP, group),
    known(USES_BY_STORE, textAt(value, 'spec', 'provider', 'aws', 'service')),
    known(USES_BY_DRIVER, textAt(value, 'provisioner') ?? textAt(value, 'spec', 'csi', 'driver')),
  ];
  if (kind === 'ServiceAccount' && textAt(mapAt(value, 'metadata', 'annotations'), IRSA.role) !== undefined)
    found.push('irsa');
  if (associationOf(object) !== undefined) found.push('podIdentity');
  if (group === 'karpenter.sh' || group === 'karpenter.k8s.aws') found.push('karpenter');
  return [...new Set(found.flatMap((one) => one ?? []))];
}

function known(table: Readonly<Record<string, EndpointUseName>>, word: string | undefined) {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}

function imageUses(object: RenderedObject): readonly EndpointUseName[] {
  return podTemplatesOf(object)
    .flatMap((template) => containersOf(template))
    .flatMap(({ container }) => {
      const image = textAt(container, 'image') ?? '';
      const ofEcr: readonly EndpointUseName[] = ecrRegion(imageRegistry(image)) === undefined ? [] : ['ecrImage'];
      return [...ofEcr, ...USES_BY_IMAGE.flatMap(([part, use]) => (part.test(image) ? [use] : []))];
    });
}

/** Kinds that the load balancer controller, or Auto Mode, makes something of in AWS. */
const BALANCED = ['IngressClassParams', 'TargetGroupBinding', 'LoadBalancerConfiguration'];
const ALB_CLASSES = ['ingress.k8s.aws/alb', 'eks.amazonaws.com/alb'];

function balancerUses({ kind, value }: RenderedObject): readonly EndpointUseName[] {
  const isBalanced =
    BALANCED.includes(kind) ||
    (kind === 'Service' && NLB_CLASSES.includes(textAt(value, 'spec', 'loadBalancerClass') ?? '')) ||
    (kind === 'IngressClass' && ALB_CLASSES.includes(textAt(value, 'spec', 'controller') ?? '')) ||
    (kind === 'Ingress' && Object.keys(mapAt(value, 'metadata', 'annotations')).some((key) => key.startsWith('alb.')));
  return isBalanced ? ['loadBalancer'] : [];
}

const CONFIGURED = ['ConfigMap', 'OpenTelemetryCollector', 'SecretProviderClass', 'StorageClass', 'EC2NodeClass'];

function configUses({ kind, value }: RenderedObject): readonly EndpointUseName[] {
  if (!CONFIGURED.includes(kind)) return [];
  const text = JSON.stringify([at(value, 'data'), at(value, 'spec'), at(value, 'parameters')]).replaceAll('\\"', '"');
  return USES_BY_TEXT.flatMap(([pattern, use]) => (pattern.test(text) ? [use] : []));
}
