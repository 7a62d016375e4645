import { ALB, ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { describeIdentity } from '../../../model/identity';
import { at, mapAt, textAt } from '../../../model/json';
import { containersOf, type PodTemplate } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';
import { type Alb, albOf } from '../../reads/alb-of';
import { portNamed, serviceOf, targetsOf } from '../../reads/backends';
import { containerPortOf } from '../../reads/calls';

const KEY = `${ALB_PREFIX}${ALB.healthPath.key}`;

export const validAlbHealthPath: ObjectRule = {
  id: 'eks/valid-alb-health-path',
  severity: 'warning',
  summary: 'A load balancer asks Pods for a path that their own probes ask for, or for one that somebody chose.',
  why: 'Where nobody says a path, the load balancer asks for `/` and wants the answer 200. Pods that answer 404 or a redirect there are ready for Kubernetes and unhealthy for the load balancer: it sends to all of them as if they were broken, or answers 502 and 503.',
  see: ['https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#health-check'],
  kinds: ['networking.k8s.io/Ingress'],
  check(object, { index, environment }, tell) {
    if (environment.platform !== 'eks') return;
    const alb = albOf(object, index);
    if (alb === undefined) return;
    const told = new Set<string>();
    for (const { backend, ofName } of targetsOf(object)) {
      const service = serviceOf(object, backend, index);
      if (service === undefined || told.has(service.name) || isChosen(alb, service)) continue;
      const number = at(backend, 'port', 'number') ?? portNamed(service, at(backend, 'port', 'name'));
      const target = unasked(object, service, typeof number === 'number' ? number : undefined, index);
      if (target === undefined) continue;
      told.add(service.name);
      tell({
        path: ofName,
        found: '/',
        wanted: target.path,
        what: `the load balancer asks the Pods of Service ${service.name} for "/", since nothing says another path, and the readiness probe of ${describeIdentity(target.owner)} asks for "${target.path}". Where "/" does not answer 200, every target is unhealthy.`,
        fix: `set ${KEY}: ${target.path} on the Service or the Ingress, or / where that is meant.`,
      });
    }
  },
};

/** What a Service says counts in place of the Ingress; gRPC has a path of its own, and other codes may be meant for `/`. */
function isChosen(alb: Alb, service: RenderedObject): boolean {
  const ofService = mapAt(service.value, 'metadata', 'annotations');
  return [ALB.healthPath.key, ALB.healthPort.key, ALB.successCodes.key, ALB.backendProtocolVersion.key].some(
    (key) => ofService[`${ALB_PREFIX}${key}`] !== undefined || alb.text(key) !== undefined,
  );
}

interface Unasked {
  readonly path: string;
  readonly owner: RenderedObject;
}

/** Pods whose probes ask the same port for other paths alone. */
function unasked(
  ingress: RenderedObject,
  service: RenderedObject,
  port: number | undefined,
  index: ObjectIndex,
): Unasked | undefined {
  const selector = mapAt(service.value, 'spec', 'selector');
  if (port === undefined || Object.keys(selector).length === 0) return undefined;
  for (const template of index.selected(ingress.namespace ?? '', selector)) {
    const target = containerPortOf(service, port, template);
    const paths = probedPaths(template, [target?.port, target?.portName]);
    const [ready] = paths;
    if (ready !== undefined && !paths.includes('/')) return { path: ready, owner: template.owner };
  }
  return undefined;
}

/** That of the readiness probe first. */
function probedPaths(template: PodTemplate, ports: readonly unknown[]): readonly string[] {
  const probes = containersOf(template).flatMap(({ container }) =>
    ['readinessProbe', 'livenessProbe', 'startupProbe'].map((name) => [name, at(container, name, 'httpGet')] as const),
  );
  const asked = probes.filter(([, get]) => get !== undefined && ports.includes(at(get, 'port')));
  const [first] = asked.filter(([name]) => name === 'readinessProbe');
  if (first === undefined) return [];
  return [first, ...asked].map(([, get]) => textAt(get, 'path') ?? '/');
}
