import { ALB, ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { NLB } from '../../../knowledge/aws/nlb-annotations';
import { LBC_GATEWAY_GROUP, LOAD_BALANCER_CONFIGURATION } from '../../../knowledge/gateway/kinds';
import { type FieldPath, listAt, textAt } from '../../../model/json';
import { subnetZones } from '../../../model/load-balancer-subnets';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule } from '../../engine/rule';
import { loadBalancerService, nlbList, nlbPath } from '../../reads/nlb-service';

export const validLoadBalancerSubnets: ObjectRule = {
  id: 'eks/valid-load-balancer-subnets',
  severity: 'error',
  summary: 'The subnets that a load balancer is given lie in different zones.',
  why: 'A load balancer takes one subnet of each zone, and an ALB two zones at least. With two of one zone the controller stops (FailedBuildModel), and no load balancer is made.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#subnets',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  ],
  kinds: [
    'networking.k8s.io/Ingress',
    'Service',
    'elbv2.k8s.aws/IngressClassParams',
    'eks.amazonaws.com/IngressClassParams',
    `${LBC_GATEWAY_GROUP}/${LOAD_BALANCER_CONFIGURATION.kind}`,
  ],
  check(object, { environment }, tell) {
    if (environment.platform !== 'eks') return;
    for (const { path, subnets } of listsOf(object)) {
      const { shared, unknown } = subnetZones(subnets, environment);
      for (const { first, second, zone } of shared)
        tell({
          path,
          found: second,
          what: `subnets ${first} and ${second} both lie in ${zone}, as environment ${environment.name} says. The controller stops there (FailedBuildModel), and no load balancer is made.`,
          fix: 'name one subnet of each zone.',
        });
      if (unknown.length === 0 || subnets.length < 2) continue;
      tell({
        path,
        found: unknown.join(', '),
        severity: 'unknown',
        what: `the zone of ${unknown.join(', ')} is not known here, so it may be that of another subnet of the list.`,
        fix: 'list the subnets by their ids under `network.subnets` in environment.yaml, and name the ids here.',
      });
    }
  },
};

interface SubnetList {
  readonly path: FieldPath;
  readonly subnets: readonly string[];
}

function listsOf(object: RenderedObject): readonly SubnetList[] {
  if (object.kind === 'Ingress') return ofIngress(object);
  if (object.kind === 'Service') {
    const service = loadBalancerService(object);
    const key = NLB.subnets.key;
    return service?.isNlb === true ? [{ path: nlbPath(key), subnets: nlbList(service, key) }] : [];
  }
  if (object.kind === 'IngressClassParams')
    return [{ path: ['spec', 'subnets', 'ids'], subnets: listAt(object.value, 'spec', 'subnets', 'ids').map(String) }];
  const subnets = listAt(object.value, 'spec', 'loadBalancerSubnets').flatMap((one) => textAt(one, 'identifier') ?? []);
  return [{ path: ['spec', 'loadBalancerSubnets'], subnets }];
}

function ofIngress({ value }: RenderedObject): readonly SubnetList[] {
  return [ALB.subnets, ALB.frontendNlbSubnets].map(({ key }) => {
    const path = ['metadata', 'annotations', `${ALB_PREFIX}${key}`];
    const subnets = (textAt(value, ...path) ?? '').split(',').flatMap((one) => one.trim() || []);
    return { path, subnets };
  });
}
