import { RELEASE_LABEL, ROLLOUT, ROLLOUT_SERVICES } from '../../../knowledge/argocd/rollouts';
import { albRoutingOf, servicesOfRollout } from '../../../model/alb-rollout';
import { at, type FieldPath, listAt, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { isServedByAlb } from '../../reads/alb-of';
import { backendsOf, targetsOf } from '../../reads/backends';

export const validRolloutTraffic: ObjectRule = {
  id: 'k8s/valid-rollout-traffic',
  severity: 'error',
  summary: 'Requests reach a Rollout’s Pods by its own Services, through a path that its controller shares out.',
  why: 'The controller writes the weights of a canary whether or not the load balancer reads them. A path that names a port, or a Service of two Rollouts, sends requests past the canary, to all of it or to no Pod at all, while the Rollout looks healthy.',
  see: [
    'https://argo-rollouts.readthedocs.io/en/release-1.9/features/traffic-management/alb/',
    'https://argo-rollouts.readthedocs.io/en/release-1.9/features/bluegreen/',
  ],
  kinds: [`${ROLLOUT.group}/${ROLLOUT.kind}`],
  check(object, context, tell) {
    judgePaths(object, context, tell);
    judgeServices(object, context, tell);
    judgeBlueGreen(object, context, tell);
  },
};

const ALB: FieldPath = ['spec', 'strategy', 'canary', 'trafficRouting', 'alb'];

/** Some path of each Ingress names the action, and none goes past it. */
function judgePaths({ value, namespace = '' }: RenderedObject, { index }: CheckContext, tell: Tell): void {
  const routing = albRoutingOf(value);
  if (routing === undefined) return;
  const field = at(value, ...ALB, 'ingress') === undefined ? 'ingresses' : 'ingress';
  for (const name of routing.ingresses) {
    const ingress = index.find({ group: 'networking.k8s.io', kind: 'Ingress', namespace, name });
    if (ingress === undefined) continue;
    const path = [...ALB, field];
    const backends = backendsOf(ingress).filter(
      ({ backend, path: [, where] }) => where === 'rules' && textAt(backend, 'name') === routing.action,
    );
    const past = backends.find(({ backend }) => textAt(backend, 'port', 'name') !== 'use-annotation');
    if (backends.length === 0)
      tell({
        path,
        found: name,
        wanted: `a path with backend ${routing.action}`,
        what: `no path of Ingress ${name} has "${routing.action}" as its backend. The controller refuses the Rollout (InvalidSpec), and no new version starts.`,
        fix: `give a path the backend { service: { name: ${routing.action}, port: { name: use-annotation } } }.`,
      });
    else if (past !== undefined) {
      const port = textAt(past.backend, 'port', 'name') ?? String(at(past.backend, 'port', 'number'));
      tell({
        path,
        found: `port ${port}`,
        wanted: 'use-annotation',
        what: `Ingress ${name} sends to "${routing.action}" at port ${port} and not by \`use-annotation\`. The load balancer passes over the weights that the controller writes: the canary gets no share of these requests.`,
        fix: 'write `port: { name: use-annotation }` for that backend.',
      });
    }
    judgeResources(ingress, path, tell);
  }
}

/** The controller reads the Service of every path without looking whether it has one. */
function judgeResources({ value, name }: RenderedObject, path: FieldPath, tell: Tell): void {
  const found = listAt(value, 'spec', 'rules').some((rule) =>
    listAt(rule, 'http', 'paths').some((one) => at(one, 'backend', 'resource') !== undefined),
  );
  if (!found) return;
  tell({
    path,
    found: name,
    what: `Ingress ${name} has a path whose backend is a resource and not a Service. The controller stops at it in every round, and no weight is ever written.`,
    fix: 'move that path into an Ingress of its own.',
  });
}

function judgeServices(object: RenderedObject, { index }: CheckContext, tell: Tell): void {
  const { value, namespace = '' } = object;
  const labels = mapAt(value, 'spec', 'template', 'metadata', 'labels');
  const rivals = index.inNamespace(ROLLOUT.group, ROLLOUT.kind, namespace).filter((one) => one.name !== object.name);
  for (const below of ROLLOUT_SERVICES) {
    const path = ['spec', 'strategy', ...below];
    const name = textAt(value, ...path);
    if (name === undefined) continue;
    const rival = rivals.find((one) => servicesOfRollout(one.value).includes(name));
    // Both say it of the other; the one that is named later says it once.
    if (rival !== undefined && rival.name < object.name)
      tell({
        path,
        found: name,
        what: `Service ${name} is one of Rollout ${rival.name} too. Both controllers write its selector: requests go to the Pods of the one that wrote last.`,
        fix: 'give each Rollout Services of its own.',
      });
    const selector = mapAt(index.find({ group: '', kind: 'Service', namespace, name })?.value, 'spec', 'selector');
    const [foreign] = Object.entries(selector).filter(([key, text]) => key !== RELEASE_LABEL && labels[key] !== text);
    if (foreign !== undefined && at(value, 'spec', 'workloadRef') === undefined)
      tell({
        path,
        found: `${foreign[0]}: ${String(foreign[1])}`,
        wanted: 'labels of the Pod template',
        what: `Service ${name} selects label \`${foreign[0]}: ${String(foreign[1])}\`, which the Pod template does not have. The controller refuses the Rollout (InvalidSpec), and no new version starts.`,
        fix: 'let the Service select labels of the Pod template only.',
      });
  }
}

/** Target groups lag behind a switch of selectors. */
function judgeBlueGreen(
  { value, namespace = '' }: RenderedObject,
  { index, environment }: CheckContext,
  tell: Tell,
): void {
  const path: FieldPath = ['spec', 'strategy', 'blueGreen', 'activeService'];
  const active = textAt(value, ...path);
  const ingress = index
    .inNamespace('networking.k8s.io', 'Ingress', namespace)
    .find(
      (one) =>
        isServedByAlb(one, index, environment) &&
        targetsOf(one).some(({ backend }) => textAt(backend, 'name') === active),
    );
  if (active === undefined || ingress === undefined) return;
  tell({
    path,
    severity: 'warning',
    found: active,
    what: `Ingress ${ingress.name} sends to "${active}" by a load balancer of AWS, whose target group gets the new Pods only after the switch: readiness gates do not hold through it, and requests may fail with 503.`,
    fix: 'use a canary with `pingPong` behind a load balancer, or run the controller with --aws-verify-target-group.',
  });
}
