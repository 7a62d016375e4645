import { nlbTargetsOf } from '../../../knowledge/aws/nlb-action';
import { bareNlbKey } from '../../../knowledge/aws/nlb-annotation';
import { NLB_FAMILIES } from '../../../knowledge/aws/nlb-annotations';
import { at, listAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { type LoadBalancerService, loadBalancerService, nlbPath } from '../../reads/nlb-service';
import { operatorService } from '../../reads/operator-objects';

export const noMissingNlbTarget: ObjectRule = {
  id: 'eks/no-missing-nlb-target',
  severity: 'error',
  summary:
    'Every Service that a listener of a Network Load Balancer shares its connections with is there, with that port.',
  why: 'The controller stops at a Service or a port that is not there (FailedBuildModel), and the load balancer stays as it was: a canary gets nothing, and no other change arrives.',
  see: [
    'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/enhanced_backend_builder.go',
  ],
  kinds: ['Service'],
  check(object, context, tell) {
    const service = loadBalancerService(object);
    if (service === undefined || !service.isNlb) return;
    for (const annotation of Object.keys(service.annotations)) {
      const key = bareNlbKey(annotation);
      if (key?.startsWith(NLB_FAMILIES.action.key) !== true) continue;
      for (const target of nlbTargetsOf(String(service.annotations[annotation])))
        judge(service, key, target, context, tell);
    }
  },
};

type Target = ReturnType<typeof nlbTargetsOf>[number];

function judge({ object }: LoadBalancerService, key: string, target: Target, context: CheckContext, tell: Tell): void {
  const { index } = context;
  const namespace = object.namespace ?? '';
  const id = { group: '', kind: 'Service', namespace, name: target.service };
  const found = index.find(id);
  if (found === undefined) {
    if (index.external(id) !== undefined || operatorService(namespace, target.service, context) !== 'none') return;
    tell({
      path: nlbPath(key),
      found: target.service,
      what: `${key} shares connections with Service "${target.service}", which namespace ${namespace} does not have; the controller stops there, and nothing of the load balancer changes any more.${didYouMean(target.service, index.names('', 'Service', namespace))}`,
      fix: 'name a Service of the namespace, or render it.',
    });
    return;
  }
  const ports = listAt(found.value, 'spec', 'ports');
  if (ports.some((port) => at(port, 'port') === target.port || at(port, 'name') === target.port)) return;
  tell({
    path: nlbPath(key),
    found: String(target.port),
    wanted: ports.map((port) => String(at(port, 'port'))).join(', '),
    what: `${key} shares connections with port ${target.port} of Service ${target.service}, which has ${ports.map((port) => String(at(port, 'port'))).join(', ') || 'no ports'}; the controller stops there, and nothing of the load balancer changes any more.`,
    fix: 'use a port of the Service.',
  });
}
