import { NLB } from '../../../knowledge/aws/nlb-annotations';
import { at } from '../../../model/json';
import type { ObjectRule, Tell } from '../../engine/rule';
import { type LoadBalancerService, loadBalancerService, nlbPath, nlbText } from '../../reads/nlb-service';

export const banNlbContradiction: ObjectRule = {
  id: 'eks/ban-nlb-contradiction',
  severity: 'warning',
  summary: 'No two settings of a Network Load Balancer say the same thing twice, or undo each other.',
  why: 'Of two annotations that say the same thing the older one wins, and a change of the newer one does nothing. Security groups of one’s own leave the Pods closed to the load balancer, whose targets are then never healthy.',
  see: ['https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/service/annotations/'],
  kinds: ['Service'],
  check(object, _context, tell) {
    const service = loadBalancerService(object);
    if (service === undefined || !service.isNlb) return;
    deprecated(service, tell);
    securityGroups(service, tell);
    sourceRanges(service, tell);
  },
};

const REPLACED = [
  [NLB.accessLogEnabled, NLB.attributes, 'access_logs.s3.enabled'],
  [NLB.accessLogBucket, NLB.attributes, 'access_logs.s3.bucket'],
  [NLB.accessLogPrefix, NLB.attributes, 'access_logs.s3.prefix'],
  [NLB.crossZone, NLB.attributes, 'load_balancing.cross_zone.enabled'],
  [NLB.internal, NLB.scheme, undefined],
] as const;

function deprecated(service: LoadBalancerService, tell: Tell): void {
  for (const [old, row, name] of REPLACED) {
    const beside = nlbText(service, row.key);
    if (nlbText(service, old.key) === undefined) continue;
    if (beside === undefined || (name !== undefined && !beside.includes(`${name}=`))) continue;
    const newer = name === undefined ? row.key : `${name} in ${row.key}`;
    tell({
      path: nlbPath(old.key),
      found: old.key,
      what: `${old.key}, deprecated since release ${old.deprecated} of the controller, stands beside ${newer}: only one of them counts, and a change of the other does nothing.`,
      fix: `remove ${old.key}.`,
    });
  }
}

function securityGroups(service: LoadBalancerService, tell: Tell): void {
  if (nlbText(service, NLB.securityGroups.key) === undefined) return;
  if (nlbText(service, NLB.withoutSecurityGroup.key) === 'true')
    tell({
      path: nlbPath(NLB.withoutSecurityGroup.key),
      found: 'true',
      what: 'disable-nlb-sg stands beside security-groups: the load balancer can have none or those, and what it is made with cannot be changed.',
      fix: 'remove one of them.',
    });
  if (nlbText(service, NLB.manageBackendRules.key) !== undefined) return;
  tell({
    path: nlbPath(NLB.securityGroups.key),
    found: 'no manage-backend-security-group-rules',
    what: 'with security groups of one’s own the controller does not open the Pods to the load balancer: unless somebody else does, no target is ever healthy.',
    fix: 'set the annotation aws-load-balancer-manage-backend-security-group-rules to "true", or to "false" where the rules are made elsewhere.',
  });
}

function sourceRanges(service: LoadBalancerService, tell: Tell): void {
  if (nlbText(service, NLB.sourceRanges.key) === undefined) return;
  if (at(service.object.value, 'spec', 'loadBalancerSourceRanges') === undefined) return;
  tell({
    path: nlbPath(NLB.sourceRanges.key),
    found: NLB.sourceRanges.key,
    what: 'load-balancer-source-ranges stands beside spec.loadBalancerSourceRanges, which counts alone: a change of the annotation opens and closes nothing.',
    fix: 'remove the annotation.',
  });
}
