import { describeIdentity } from '../../../model/identity';
import { at, type JsonValue, listAt, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import { foreignTargetGroup } from '../../../model/target-group-owner';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { operatorService } from '../../reads/operator-objects';

const KINDS = ['elbv2.k8s.aws', 'eks.amazonaws.com'] as const;

export const validTargetGroupBinding: ObjectRule = {
  id: 'eks/valid-target-group-binding',
  severity: 'error',
  summary:
    'A TargetGroupBinding names a Service of its namespace with that port, and a target group that no other one fills.',
  why: 'Where the Service or its port is not there, the controller registers nobody: the target group stays empty, and the load balancer in front of it answers 503. Two bindings of one target group take each other’s targets out.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/targetgroupbinding/targetgroupbinding/',
    'https://docs.aws.amazon.com/eks/latest/userguide/auto-elb-example.html',
  ],
  kinds: KINDS.map((group) => `${group}/TargetGroupBinding`),
  check(object, context, tell) {
    judgeService(object, context, tell);
    judgeGroup(object, tell);
    judgeOwner(object, context, tell);
    judgeOthers(object, context, tell);
  },
};

const EMPTY = 'The target group stays empty, and its load balancer answers 503.';

function judgeService(object: RenderedObject, context: CheckContext, tell: Tell): void {
  const { index } = context;
  const reference = mapAt(object.value, 'spec', 'serviceRef');
  const name = textAt(reference, 'name');
  if (name === undefined) return;
  const namespace = object.namespace ?? '';
  const path = ['spec', 'serviceRef', 'name'];
  const id = { group: '', kind: 'Service', namespace, name };
  const service = index.find(id);
  if (service !== undefined) {
    judgePort(object, service, reference['port'], tell);
    return;
  }
  if (index.external(id) !== undefined) return;
  const made = operatorService(namespace, name, context);
  if (made === 'made') return;
  if (made !== 'none') {
    tell({
      path,
      found: name,
      severity: 'unknown',
      what: `it binds Service "${name}", which nothing here makes, unless it comes of ${describeIdentity(made.perhapsOf)}: what that makes is not known here.`,
      fix: 'declare the Service under `external` in environment.yaml, if it is there.',
    });
    return;
  }
  tell({
    path,
    found: name,
    what: `it binds Service "${name}", which namespace ${namespace} does not have. ${EMPTY}${didYouMean(name, index.names('', 'Service', namespace))}`,
    fix: 'name a Service of the namespace, or render it.',
  });
}

function judgePort(object: RenderedObject, service: RenderedObject, port: JsonValue | undefined, tell: Tell): void {
  const ports = listAt(service.value, 'spec', 'ports');
  const isThere = ports.some((one) => at(one, typeof port === 'number' ? 'port' : 'name') === port);
  if (port !== undefined && !isThere) {
    const known = ports.map((one) => [String(at(one, 'port')), textAt(one, 'name')] as const);
    const words = known.map(([number, name]) => (name === undefined ? number : `${number} (${name})`)).join(', ');
    tell({
      path: ['spec', 'serviceRef', 'port'],
      found: String(port),
      wanted: words,
      what: `it binds port ${String(port)} of Service ${service.name}, which has ${words || 'no ports'}. ${EMPTY}`,
      fix: 'name a port of the Service, not of its Pods.',
    });
  }
  const type = textAt(service.value, 'spec', 'type') ?? 'ClusterIP';
  if (textAt(object.value, 'spec', 'targetType') !== 'instance' || type !== 'ClusterIP') return;
  tell({
    path: ['spec', 'targetType'],
    found: 'instance',
    wanted: 'ip',
    what: `target type instance sends to a node port, and Service ${service.name} is ClusterIP, which has none. ${EMPTY}`,
    fix: 'use a target group of type ip, or make the Service NodePort.',
  });
}

function judgeGroup(object: RenderedObject, tell: Tell): void {
  const spec = mapAt(object.value, 'spec');
  const path = ['spec'];
  if (spec['nodeSelector'] !== undefined && spec['targetType'] === 'ip')
    tell({
      path: [...path, 'nodeSelector'],
      what: 'nodeSelector chooses nodes, and with target type ip the targets are Pods: the controller’s webhook refuses it.',
      fix: 'remove it, or use target type instance.',
    });
  if (object.group !== KINDS[0]) return;
  const given = ['targetGroupARN', 'targetGroupName'].filter((field) => spec[field] !== undefined);
  if (given.length === 0)
    tell({
      path,
      what: 'it has neither targetGroupARN nor targetGroupName: the controller’s webhook refuses it.',
      fix: 'give one of them.',
    });
  if (spec['iamRoleArnToAssume'] !== undefined && spec['targetType'] === 'instance')
    tell({
      path: [...path, 'iamRoleArnToAssume'],
      what: 'a target group of another account takes addresses alone: with target type instance the controller’s webhook refuses it.',
      fix: 'use a target group of type ip.',
    });
}

function judgeOwner(object: RenderedObject, { environment }: CheckContext, tell: Tell): void {
  const arn = textAt(object.value, 'spec', 'targetGroupARN');
  if (arn === undefined) return;
  const foreign = foreignTargetGroup(arn, textAt(object.value, 'spec', 'iamRoleArnToAssume'), environment);
  if (foreign === undefined) return;
  const { what, fix } = foreign;
  tell({ path: ['spec', 'targetGroupARN'], found: arn, what: `${what}. ${EMPTY}`, fix });
}

/** Two that are not multi-cluster take each other's targets out; the webhook refuses the second. */
function judgeOthers(object: RenderedObject, { index }: CheckContext, tell: Tell): void {
  for (const field of ['targetGroupARN', 'targetGroupName']) {
    const group = at(object.value, 'spec', field);
    if (group === undefined) continue;
    const same = index
      .ofKind(object.group, object.kind)
      .filter((one) => one !== object && at(one.value, 'spec', field) === group);
    const other = same.find((one) => !sharesTargets(one) || !sharesTargets(object));
    if (other === undefined) continue;
    tell({
      path: ['spec', field],
      found: String(group),
      what: `${describeIdentity(other)}${other.app === '' ? '' : ` of app ${other.app}`} binds the same target group. Each takes the targets of the other out; the controller’s webhook refuses the second.`,
      fix: 'bind each target group once, or set multiClusterTargetGroup: true in both.',
    });
  }
}

function sharesTargets({ value }: RenderedObject): boolean {
  return at(value, 'spec', 'multiClusterTargetGroup') === true;
}
