import { ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { mapAt, textAt } from '../../../model/json';
import type { Rule } from '../../engine/rule';
import { backendsOf } from '../k8s/no-missing-ingress-backend';

const TARGET_TYPE = `${ALB_PREFIX}target-type`;

/** Target type `instance` goes to a node port, which a ClusterIP Service does not have. */
export const validAlbInstanceBackend: Rule = {
  id: 'eks/valid-alb-instance-backend',
  severity: 'error',
  summary: 'An ALB Ingress with target type instance sends to NodePort or LoadBalancer Services only.',
  see: 'AWS Load Balancer Controller guide, Ingress annotations, target-type',
  check({ index, judgedOf, environment }, report) {
    if (environment.platform !== 'eks') return;
    for (const object of judgedOf('Ingress')) {
      if (!isAlb(textAt(object.value, 'spec', 'ingressClassName'), index)) continue;
      const stated = textAt(mapAt(object.value, 'metadata', 'annotations'), TARGET_TYPE);
      for (const { backend, path } of backendsOf(object)) {
        const service = index.find({
          group: '',
          kind: 'Service',
          namespace: object.namespace ?? '',
          name: textAt(backend, 'name') ?? '',
        });
        if (service === undefined) continue;
        // The Service's own annotation wins over the Ingress's.
        const type = textAt(mapAt(service.value, 'metadata', 'annotations'), TARGET_TYPE) ?? stated ?? 'instance';
        const serviceType = textAt(service.value, 'spec', 'type') ?? 'ClusterIP';
        if (type !== 'instance' || serviceType !== 'ClusterIP') continue;
        report({
          object,
          path: [...path, 'name'],
          found: 'ClusterIP',
          wanted: 'NodePort or LoadBalancer',
          message: `Service \`${service.name}\` is \`ClusterIP\`, but this Ingress uses target type \`instance\`${stated === undefined ? ' (the controller’s default)' : ''}, which needs a \`NodePort\` or \`LoadBalancer\` Service. No load balancer is made.`,
          fix: `set \`${TARGET_TYPE}: ip\` on the Ingress, or change the Service type to \`NodePort\`.`,
        });
      }
    }
  },
};

/** By the class's controller where it is rendered, else by the usual name. */
function isAlb(className: string | undefined, index: Parameters<Rule['check']>[0]['index']): boolean {
  if (className === undefined) return false;
  const rendered = index.find({ group: 'networking.k8s.io', kind: 'IngressClass', name: className });
  if (rendered === undefined) return className === 'alb';
  const controller = textAt(rendered.value, 'spec', 'controller') ?? '';
  return controller === 'ingress.k8s.aws/alb' || controller === 'eks.amazonaws.com/alb';
}
