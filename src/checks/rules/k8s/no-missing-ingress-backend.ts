import { ROLLOUT } from '../../../knowledge/argocd/rollouts';
import { actionTargetsOf } from '../../../knowledge/aws/alb-action';
import { ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { albRoutingOf } from '../../../model/alb-rollout';
import { describeIdentity } from '../../../model/identity';
import { at, type FieldPath, type JsonValue, listAt, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { actionKey, actionOf, type BackendAt, backendOf, backendsOf, serviceIdOf } from '../../reads/backends';
import { operatorService } from '../../reads/operator-objects';

export const noMissingIngressBackend: ObjectRule = {
  id: 'k8s/no-missing-ingress-backend',
  severity: 'error',
  summary:
    'Every backend of an Ingress, and every target of its actions, is a Service of its namespace, with that port.',
  why: 'A backend whose Service does not exist answers 503 while everything looks synced. A port that the Service does not have stops the controller for all Ingresses of the load balancer.',
  see: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#actions',
  ],
  kinds: ['networking.k8s.io/Ingress'],
  check(object, context, tell) {
    const judged = new Set<string>();
    for (const place of backendsOf(object)) {
      if (actionOf(place.backend) === undefined) judgeService(object, placeOf(place), context, tell);
      else judgeAction(object, place, judged, context, tell);
    }
  },
};

/** A reference to a Service, and where its name and its port stand. */
interface Place {
  readonly backend: JsonValue;
  readonly ofName: FieldPath;
  readonly ofPort: FieldPath;
}

function placeOf({ backend, path }: BackendAt): Place {
  return { backend, ofName: [...path, 'name'], ofPort: [...path, 'port'] };
}

/** @param judged keys of the actions whose targets were judged: several paths may use one */
function judgeAction(
  object: RenderedObject,
  { backend, path }: BackendAt,
  judged: Set<string>,
  context: CheckContext,
  tell: Tell,
): void {
  const name = textAt(backend, 'name') ?? '';
  const key = actionKey(name);
  const action = mapAt(object.value, 'metadata', 'annotations')[key];
  if (action !== undefined) {
    const here = ['metadata', 'annotations', key];
    if (!judged.has(key))
      for (const { service, port } of actionTargetsOf(String(action)))
        judgeService(object, { backend: backendOf(service, port), ofName: here, ofPort: here }, context, tell);
    judged.add(key);
    return;
  }
  const rollouts = context.index.inNamespace(ROLLOUT.group, ROLLOUT.kind, object.namespace);
  if (rollouts.some((rollout) => writesAction(rollout, object, name))) return;
  tell({
    path: [...path, 'name'],
    found: name,
    what: `it takes the action "${name}" from an annotation that it does not have, and no Rollout writes it. The load balancer answers 503.`,
    fix: `add the annotation ${key}; where a Rollout writes it, let its trafficRouting.alb name this Ingress, and "${name}" as its rootService or stableService.`,
  });
}

/** A Rollout writes the action with its weights by itself, and those of its routes by header. */
function writesAction(rollout: RenderedObject, ingress: RenderedObject, action: string): boolean {
  const routing = albRoutingOf(rollout.value);
  if (routing === undefined || routing.prefix !== ALB_PREFIX || !routing.ingresses.includes(ingress.name)) return false;
  return routing.action === action || routing.routes.includes(action);
}

function judgeService(
  object: RenderedObject,
  { backend, ofName, ofPort }: Place,
  context: CheckContext,
  tell: Tell,
): void {
  const { index } = context;
  const id = serviceIdOf(object, backend);
  const service = index.find(id);
  if (service !== undefined) {
    judgePort(service, backend, ofPort, tell);
  } else if (index.external(id) === undefined) {
    const made = operatorService(id.namespace ?? '', id.name, context);
    if (made === 'made') return;
    if (made !== 'none') {
      tell({
        path: ofName,
        found: id.name,
        severity: 'unknown',
        what: `it sends to Service "${id.name}", which nothing here makes, unless it comes of ${describeIdentity(made.perhapsOf)}: what that makes is not known here.`,
        fix: 'declare the Service under `external` in environment.yaml, if it is there.',
      });
      return;
    }
    tell({
      path: ofName,
      found: id.name,
      what: `it sends to Service "${id.name}", which namespace ${id.namespace} does not have. The load balancer answers 503 without any error.${didYouMean(id.name, index.names('', 'Service', id.namespace))}`,
      fix: 'name a Service of the namespace, or render it.',
    });
  }
}

function judgePort(service: RenderedObject, backend: JsonValue, path: FieldPath, tell: Tell): void {
  const ports = listAt(service.value, 'spec', 'ports');
  const number = at(backend, 'port', 'number');
  const name = at(backend, 'port', 'name');
  if (ports.some((port) => (number === undefined ? at(port, 'name') === name : at(port, 'port') === number))) return;
  const known = ports.map(describePort);
  tell({
    path,
    found: String(number ?? name),
    wanted: known.join(', '),
    what: `it sends to port ${String(number ?? name)} of Service ${service.name}, which has ${known.join(', ') || 'no ports'}. The controller stops at "unable to find port", for the whole load balancer.`,
    fix: 'use a port of the Service.',
  });
}

/** `80 (http)` */
function describePort(port: JsonValue): string {
  const name = at(port, 'name');
  return `${String(at(port, 'port'))}${name === undefined ? '' : ` (${String(name)})`}`;
}
