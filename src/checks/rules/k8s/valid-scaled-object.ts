import { withArticle } from '../../../grammar/article';
import { KEDA } from '../../../knowledge/keda/kinds';
import { judgeBehavior } from '../../../model/autoscaling/judge-behavior';
import { deliveryTool } from '../../../model/consumer';
import { describeIdentity, identityKey } from '../../../model/identity';
import { at, listAt, textAt } from '../../../model/json';
import { judgeAuthentication } from '../../../model/keda/judge-authentication';
import { judgeScaledJob } from '../../../model/keda/judge-scaled-job';
import { judgeScaledObject } from '../../../model/keda/judge-scaled-object';
import { judgeVariables } from '../../../model/keda/judge-variables';
import { podTemplateOf } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import { scaleTargetOf } from '../../../model/scale-target';
import { didYouMean } from '../../../model/suggest';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';

export const validScaledObject: ObjectRule = {
  id: 'k8s/valid-scaled-object',
  severity: 'error',
  summary:
    'KEDA’s triggers have what they need, its workload states no replicas, and somebody may ask for the numbers.',
  why: 'KEDA reads the text of triggers only while it runs, and its webhook lets everything pass where it is down. What is wrong then shows as a workload that never scales.',
  see: [
    'https://keda.sh/docs/2.20/reference/scaledobject-spec/',
    'https://keda.sh/docs/2.20/concepts/authentication/',
    'https://keda.sh/docs/2.20/reference/scaledjob-spec/',
  ],
  kinds: [`${KEDA}/ScaledObject`, `${KEDA}/ScaledJob`, `${KEDA}/TriggerAuthentication`],
  check(object, context, tell) {
    if (object.kind === 'TriggerAuthentication') {
      for (const verdict of judgeAuthentication(object.value)) tell(verdict);
      return;
    }
    judgeReferences(object, context, tell);
    readVariables(object, context, tell);
    if (object.kind === 'ScaledJob') {
      for (const verdict of judgeScaledJob(object.value)) tell(verdict);
      return;
    }
    for (const verdict of judgeScaledObject({ ...object.value, metadata: { name: object.name } })) tell(verdict);
    const minor = Number(context.schemas.kubernetesVersion.split('.')[1]);
    judgeBehavior(object.value, minor, tell, ['spec', 'advanced', 'horizontalPodAutoscalerConfig', 'behavior']);
    judgeReplicas(object, context, tell);
    judgeTwins(object, context, tell);
  },
};

function judgeReferences(object: RenderedObject, context: CheckContext, tell: Tell): void {
  const { index } = context;
  const { namespace = '' } = object;
  listAt(object.value, 'spec', 'triggers').forEach((trigger, position) => {
    const name = textAt(trigger, 'authenticationRef', 'name');
    const kind = textAt(trigger, 'authenticationRef', 'kind') ?? 'TriggerAuthentication';
    if (name === undefined) return;
    const path = ['spec', 'triggers', position, 'authenticationRef', 'name'];
    const where = kind === 'TriggerAuthentication' ? { namespace } : {};
    const id = { group: KEDA, kind, name, ...where };
    if (!index.exists(id)) {
      const names = index.names(KEDA, kind, where.namespace);
      tell({
        path,
        found: name,
        what: `it asks as ${kind} "${name}", which ${where.namespace === undefined ? 'the cluster' : `namespace ${namespace}`} does not have: nothing is ever scaled.${didYouMean(name, names)}`,
        fix: `name ${withArticle(kind)} that exists.`,
      });
      return;
    }
    const authentication = index.find(id);
    if (authentication !== undefined) judgeWorkloadRole(object, authentication, path, context, tell);
  });
}

/** KEDA reads the role in the annotation of the ServiceAccount, which the Pods of the target run as. */
function judgeWorkloadRole(
  object: RenderedObject,
  authentication: RenderedObject,
  path: readonly (string | number)[],
  { index }: CheckContext,
  tell: Tell,
): void {
  if (textAt(authentication.value, 'spec', 'podIdentity', 'identityOwner') !== 'workload') return;
  const target = object.kind === 'ScaledObject' ? index.find(scaleTargetOf(object)) : object;
  const template = target === undefined ? undefined : podTemplateOf(target);
  if (template === undefined) return;
  const name = textAt(template.spec, 'serviceAccountName') ?? 'default';
  const account = index.find({ group: '', kind: 'ServiceAccount', namespace: object.namespace ?? '', name });
  if (account === undefined) return;
  if (at(account.value, 'metadata', 'annotations', 'eks.amazonaws.com/role-arn') !== undefined) return;
  tell({
    path,
    found: authentication.name,
    what: `${describeIdentity(authentication)} asks by the role of the workload, and ${describeIdentity(account)} has none in its annotations: KEDA asks AWS as nobody, and nothing is ever scaled.`,
    fix: 'give the ServiceAccount a role (IRSA), or leave identityOwner out, so that KEDA asks by its own.',
  });
}

/** The Pods are those of the target, or those of the Jobs. */
function readVariables(object: RenderedObject, { index }: CheckContext, tell: Tell): void {
  const isJob = object.kind === 'ScaledJob';
  const target = isJob ? object : index.find(scaleTargetOf(object));
  const template = target === undefined ? undefined : podTemplateOf(target);
  if (template === undefined) return;
  const source = isJob ? ['spec', 'envSourceContainerName'] : ['spec', 'scaleTargetRef', 'envSourceContainerName'];
  for (const verdict of judgeVariables(object.value, template, source)) tell(verdict);
}

function judgeReplicas(object: RenderedObject, { index, environment }: CheckContext, tell: Tell): void {
  const target = index.find(scaleTargetOf(object));
  const replicas = target === undefined ? undefined : at(target.value, 'spec', 'replicas');
  if (target === undefined || replicas === undefined) return;
  // Its Application, or Kustomization, leaves alone what an autoscaler of the same app writes.
  const isIgnored = environment.gitops !== undefined && target.app === object.app;
  tell({
    path: ['spec', 'scaleTargetRef'],
    found: String(replicas),
    what: isIgnored
      ? `it scales ${describeIdentity(target)}, which also states replicas. ${deliveryTool(environment)} sets them when it creates the workload, and never again: what Git says is not what runs.`
      : `it scales ${describeIdentity(target)}, which also states replicas. Each sync sets the count back, at the worst moment.`,
    fix: 'leave `replicas` out of the workload.',
    ...(isIgnored ? { severity: 'warning' as const } : {}),
  });
}

function judgeTwins(object: RenderedObject, { index }: CheckContext, tell: Tell): void {
  const target = scaleTargetOf(object);
  const twin = index
    .inNamespace(KEDA, 'ScaledObject', object.namespace)
    .find((one) => one !== object && identityKey(scaleTargetOf(one)) === identityKey(target));
  if (twin === undefined) return;
  tell({
    path: ['spec', 'scaleTargetRef'],
    found: describeIdentity(twin),
    what: `${describeIdentity(twin)} scales the same ${target.kind} "${target.name}". KEDA's webhook refuses the second; where it is down, none of them scales (AmbiguousSelector).`,
    fix: 'keep one of them, with the triggers of both.',
  });
}
