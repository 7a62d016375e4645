import { ROLLOUT, ROLLOUT_SERVICES, ROOT_SERVICES } from '../../../knowledge/argocd/rollouts';
import { at, type FieldPath, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { CheckContext, ObjectRule } from '../../engine/rule';
import { backendsOf } from '../../reads/backends';
import { ROUTE_KINDS, routeBackends } from '../../reads/route-backends';

export const banRolloutBypass: ObjectRule = {
  id: 'k8s/ban-rollout-bypass',
  severity: 'error',
  summary: 'Clients reach a Rollout’s Pods by the Services that its controller points at one version.',
  why: 'The controller adds a label of the version to the selectors of the Services that the Rollout names. Any other Service selects the Pods of all versions: its clients get a version that nobody has promoted, or that its weights keep from them.',
  see: [
    'https://argo-rollouts.readthedocs.io/en/release-1.10/features/bluegreen/',
    'https://argo-rollouts.readthedocs.io/en/release-1.10/features/traffic-management/',
  ],
  kinds: [`${ROLLOUT.group}/${ROLLOUT.kind}`],
  check(object, context, tell) {
    const strategy = strategyOf(object);
    const labels = mapAt(object.value, 'spec', 'template', 'metadata', 'labels');
    if (strategy === undefined || Object.keys(labels).length === 0) return;
    const { namespace } = object;
    const own = [...ROLLOUT_SERVICES, ...ROOT_SERVICES].map((path) => textAt(object.value, ...STRATEGY, ...path));
    for (const service of context.index.inNamespace('', 'Service', namespace)) {
      const selector = Object.entries(mapAt(service.value, 'spec', 'selector'));
      if (selector.length === 0 || !selector.every(([key, text]) => labels[key] === text)) continue;
      const by = own.includes(service.name) ? undefined : openedBy(service, context);
      if (by === undefined) continue;
      tell({
        path: strategy.path,
        found: service.name,
        severity: strategy.severity,
        what: `Service ${service.name}, ${by}, selects its Pods too, and the controller does not point it at one version. ${strategy.symptom}`,
        fix: strategy.fix,
      });
    }
  },
};

const STRATEGY: FieldPath = ['spec', 'strategy'];

interface Strategy {
  readonly path: FieldPath;
  readonly severity: 'error' | 'warning';
  readonly symptom: string;
  readonly fix: string;
}

/** Undefined where versions share requests out by their Pods anyway. */
function strategyOf({ value }: RenderedObject): Strategy | undefined {
  const path: FieldPath = [...STRATEGY, 'blueGreen', 'activeService'];
  if (at(value, ...path) !== undefined)
    return {
      path,
      severity: 'error',
      symptom: 'Its clients get the preview before it is promoted.',
      fix: 'let clients come by activeService, or release by a canary.',
    };
  const routing: FieldPath = [...STRATEGY, 'canary', 'trafficRouting'];
  if (at(value, ...routing) === undefined) return undefined;
  return {
    path: routing,
    severity: 'warning',
    symptom: 'Its clients get both versions by the number of Pods, whatever the weights are.',
    fix: 'let clients come by the Services of the Rollout, or make a workload of its own for the others.',
  };
}

/** How clients outside of the cluster come to a Service; undefined where nothing says that they do. */
function openedBy({ value, name, namespace }: RenderedObject, { index }: CheckContext): string | undefined {
  const type = textAt(value, 'spec', 'type');
  if (type === 'LoadBalancer' || type === 'NodePort') return `of type ${type}`;
  const ingress = index
    .inNamespace('networking.k8s.io', 'Ingress', namespace)
    .find((one) => backendsOf(one).some(({ backend }) => textAt(backend, 'name') === name));
  if (ingress !== undefined) return `a backend of Ingress ${ingress.name}`;
  const routes = ROUTE_KINDS.flatMap((one) => {
    const [group = '', kind = ''] = one.split('/');
    return index.inNamespace(group, kind, namespace);
  });
  const route = routes.find((one) =>
    routeBackends(one).some((backend) => backend.name === name && backend.namespace === namespace),
  );
  return route === undefined ? undefined : `a backend of ${route.kind} ${route.name}`;
}
