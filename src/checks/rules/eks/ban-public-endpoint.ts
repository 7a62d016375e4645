import { ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { NLB_PREFIX } from '../../../knowledge/aws/nlb-annotation';
import { at, type FieldPath, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule, Tell } from '../../engine/rule';
import { loadBalancerService } from '../../reads/nlb-service';

const PUBLIC = 'internet-facing';

/** Where each kind says who reaches its load balancer. */
const SCHEMES: ReadonlyMap<string, readonly FieldPath[]> = new Map([
  [
    'Ingress',
    [
      ['metadata', 'annotations', `${ALB_PREFIX}scheme`],
      ['metadata', 'annotations', `${ALB_PREFIX}frontend-nlb-scheme`],
    ],
  ],
  ['IngressClassParams', [['spec', 'scheme']]],
  ['LoadBalancerConfiguration', [['spec', 'scheme']]],
  ['Service', [['metadata', 'annotations', `${NLB_PREFIX}scheme`]]],
]);

export const banPublicEndpoint: ObjectRule = {
  id: 'eks/ban-public-endpoint',
  severity: 'error',
  summary: 'Nothing of a private cluster is reached from the internet.',
  why: 'The VPC of a private cluster has no way to the internet. An internet-facing load balancer finds no public subnet and is never made, or it opens what the network team has closed.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
  ],
  kinds: [
    'Service',
    'networking.k8s.io/Ingress',
    'elbv2.k8s.aws/IngressClassParams',
    'eks.amazonaws.com/IngressClassParams',
    'gateway.k8s.aws/LoadBalancerConfiguration',
    'eks.services.k8s.aws/Cluster',
  ],
  check(object, { environment }, tell) {
    if (environment.platform !== 'eks' || environment.network.private !== true) return;
    const { name } = environment;
    for (const path of SCHEMES.get(object.kind) ?? [])
      if (at(object.value, ...path) === PUBLIC)
        tell({
          path,
          found: PUBLIC,
          wanted: 'internal',
          what: `its load balancer is internet-facing, and environment ${name} is private: there is no public subnet to put it into, or it opens what is meant to be closed.`,
          fix: 'set the scheme to internal; clients outside the VPC come through PrivateLink, a VPN or a transit gateway.',
        });
    // Under Auto Mode its class is the default, and its load balancers are internal.
    if (object.kind === 'Service' && !environment.compute.autoMode) legacyBalancer(object, name, tell);
    if (object.kind === 'Cluster') publicApiServer(object, name, tell);
  },
};

/** Without a class, the legacy controller of the cluster makes an internet-facing one unless it is told otherwise. */
function legacyBalancer(object: RenderedObject, environment: string, tell: Tell): void {
  const service = loadBalancerService(object);
  if (service === undefined || service.isNlb || service.class !== undefined) return;
  if (textAt(service.annotations, `${NLB_PREFIX}scheme`) !== undefined) return;
  if (textAt(service.annotations, `${NLB_PREFIX}internal`) === 'true') return;
  tell({
    path: ['spec', 'loadBalancerClass'],
    found: 'nothing',
    wanted: 'service.k8s.aws/nlb',
    what: `it names no class, so that the cluster’s legacy controller may make a load balancer, which is internet-facing unless it says otherwise; environment ${environment} is private.`,
    fix: 'set `loadBalancerClass: service.k8s.aws/nlb`, or that of Auto Mode, and the scheme to internal.',
  });
}

/** An EKS cluster that ACK makes: its API server is public unless it says otherwise. */
function publicApiServer(object: RenderedObject, environment: string, tell: Tell): void {
  const path = ['spec', 'resourcesVPCConfig', 'endpointPublicAccess'];
  if (at(object.value, ...path) === false) return;
  tell({
    path,
    found: String(at(object.value, ...path) ?? 'nothing'),
    wanted: 'false',
    what: `the API server of the cluster is reached from the internet, and environment ${environment} is private.`,
    fix: 'set endpointPublicAccess: false and endpointPrivateAccess: true.',
  });
}
