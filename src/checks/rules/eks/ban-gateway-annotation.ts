import { gatewayFieldOf, isIngressAnnotation } from '../../../knowledge/gateway/from-annotations';
import { GATEWAY, GATEWAY_CLASS } from '../../../knowledge/gateway/kinds';
import { mapAt } from '../../../model/json';
import type { ObjectRule } from '../../engine/rule';
import { ROUTE_KINDS } from '../../reads/route-backends';

export const banGatewayAnnotation: ObjectRule = {
  id: 'eks/ban-gateway-annotation',
  severity: 'error',
  summary: 'No Gateway and no route has an annotation of the load balancer controller for Ingresses or Services.',
  why: 'The controller reads them on Ingresses and Services alone. On a Gateway or route nothing happens: the scheme, the certificate or the target type that they name is never set, and no event says so.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/customization/',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/loadbalancerconfig/',
  ],
  kinds: [`${GATEWAY.group}/${GATEWAY.kind}`, `${GATEWAY_CLASS.group}/${GATEWAY_CLASS.kind}`, ...ROUTE_KINDS],
  check({ kind, value }, _context, tell) {
    for (const key of Object.keys(mapAt(value, 'metadata', 'annotations'))) {
      if (!isIngressAnnotation(key)) continue;
      const field = gatewayFieldOf(key);
      tell({
        path: ['metadata', 'annotations', key],
        found: key,
        what: `it has the annotation ${key}, which nobody reads on objects of kind ${kind}; the setting is never made.`,
        fix:
          field === undefined ? 'remove it: nothing of a Gateway is the same.' : `remove it, and say it in ${field}.`,
      });
    }
  },
};
