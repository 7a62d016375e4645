import { fargateProfileFor } from '../../../knowledge/aws/fargate';
import { QUIC_CONTAINERS } from '../../../knowledge/aws/nlb-annotations';
import { mapAt } from '../../../model/json';
import type { PodTemplate } from '../../../model/pod-spec';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { type LoadBalancerService, loadBalancerService, nlbList, nlbPath, nlbText } from '../../reads/nlb-service';

export const validNlbTarget: ObjectRule = {
  id: 'eks/valid-nlb-target',
  severity: 'error',
  summary: 'The Pods behind a Network Load Balancer are such that it reaches them.',
  why: 'Targets of type instance are ports of nodes, and Pods on Fargate have no node that a load balancer reaches: no target is ever healthy. Pods that speak QUIC need an id that the controller gives to those that ask for it.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/network-load-balancing.html',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/service/annotations/',
  ],
  kinds: ['Service'],
  check(object, context, tell) {
    const service = loadBalancerService(object);
    if (service === undefined || !service.isNlb) return;
    const selector = mapAt(object.value, 'spec', 'selector');
    if (Object.keys(selector).length === 0) return;
    const pods = context.index.selected(object.namespace ?? '', selector);
    onFargate(service, pods, context, tell);
    ofQuic(service, pods, tell);
  },
};

function onFargate(
  service: LoadBalancerService,
  pods: readonly PodTemplate[],
  { environment }: CheckContext,
  tell: Tell,
): void {
  if (environment.platform !== 'eks' || nlbText(service, 'nlb-target-type') === 'ip' || service.type === 'nlb-ip')
    return;
  const { fargateProfiles } = environment.compute;
  const caught = pods.find((pod) => fargateProfileFor(fargateProfiles, pod.owner.namespace ?? '', pod.labels));
  if (caught === undefined) return;
  tell({
    path: nlbPath('nlb-target-type'),
    found: nlbText(service, 'nlb-target-type') ?? 'nothing, which is instance',
    wanted: 'ip',
    what: `its targets are nodes, and a Fargate profile catches the Pods of ${caught.owner.kind} ${caught.owner.name}: no target is ever healthy.`,
    fix: 'set the annotation aws-load-balancer-nlb-target-type to ip.',
  });
}

function ofQuic(service: LoadBalancerService, pods: readonly PodTemplate[], tell: Tell): void {
  if (nlbList(service, 'quic-enabled-ports').length === 0) return;
  const without = pods.find(({ annotations }) => annotations[QUIC_CONTAINERS] === undefined);
  if (without === undefined) return;
  tell({
    path: nlbPath('quic-enabled-ports'),
    found: `no ${QUIC_CONTAINERS}`,
    severity: 'warning',
    what: `its ports speak QUIC, and the Pods of ${without.owner.kind} ${without.owner.name} do not ask for the id of a QUIC server: connections that move to another address reach another Pod.`,
    fix: `name their containers in the Pods’ annotation ${QUIC_CONTAINERS}.`,
  });
}
