import { ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';
import { serviceOf, targetsOf } from '../../reads/backends';

const TARGET_TYPE = `${ALB_PREFIX}target-type`;

export const validAlbInstanceBackend: ObjectRule = {
  id: 'eks/valid-alb-instance-backend',
  severity: 'error',
  summary: 'An ALB Ingress with target type instance sends to NodePort or LoadBalancer Services only.',
  why: 'Target type instance sends to a node port, which a ClusterIP Service does not have. The controller makes no load balancer, and says so only in an event.',
  see: ['https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#target-type'],
  kinds: ['networking.k8s.io/Ingress'],
  check(object, { index, environment }, tell) {
    if (environment.platform !== 'eks') return;
    if (!isAlb(textAt(object.value, 'spec', 'ingressClassName'), index)) return;
    const stated = textAt(mapAt(object.value, 'metadata', 'annotations'), TARGET_TYPE);
    for (const { backend, ofName, action } of targetsOf(object)) {
      const service = serviceOf(object, backend, index);
      if (service === undefined) continue;
      // The Service's own annotation wins over the Ingress's.
      const type = textAt(mapAt(service.value, 'metadata', 'annotations'), TARGET_TYPE) ?? stated ?? 'instance';
      const serviceType = textAt(service.value, 'spec', 'type') ?? 'ClusterIP';
      if (type !== 'instance' || serviceType !== 'ClusterIP') continue;
      tell({
        path: ofName,
        found: 'ClusterIP',
        wanted: 'NodePort or LoadBalancer',
        what: `${namedOf(service, action)} is \`ClusterIP\`, but the Ingress uses target type \`instance\`${stated === undefined ? ' (the controller’s default)' : ''}, which needs a \`NodePort\` or \`LoadBalancer\` Service. No load balancer is made.`,
        fix: fixOf(object, service),
      });
    }
  },
};

function namedOf({ name }: RenderedObject, action: string | undefined): string {
  return action === undefined ? `Service \`${name}\`` : `action "${action}" forwards to Service \`${name}\`, which`;
}

/** In the words of what made the objects: our constructs, or YAML. */
function fixOf(ingress: RenderedObject, service: RenderedObject): string {
  const annotation = `\`${TARGET_TYPE}: ip\``;
  const ip =
    ingress.construct === ''
      ? `set ${annotation} on the Ingress`
      : `set \`targetType: 'ip'\` of the AlbIngress (${annotation} where you write annotations yourself)`;
  // A Service without an address of its own has no port on the nodes either.
  if (textAt(service.value, 'spec', 'clusterIP') === 'None')
    return `${ip}: the Service is headless, and a node port does not go with that.`;
  const nodePort =
    service.construct === ''
      ? 'change the Service type to `NodePort`'
      : "give the WebService `service: { type: 'NodePort' }` (`spec.type: NodePort` of a Service that you write yourself)";
  return `${ip}, or ${nodePort}.`;
}

/** By the class's controller where it is rendered, else by the usual name. */
function isAlb(className: string | undefined, index: ObjectIndex): boolean {
  if (className === undefined) return false;
  const rendered = index.find({ group: 'networking.k8s.io', kind: 'IngressClass', name: className });
  if (rendered === undefined) return className === 'alb';
  const controller = textAt(rendered.value, 'spec', 'controller') ?? '';
  return controller === 'ingress.k8s.aws/alb' || controller === 'eks.amazonaws.com/alb';
}
