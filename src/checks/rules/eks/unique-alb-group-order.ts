import { ALB, ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import type { WholeRule } from '../../engine/rule';
import { type Alb, albGroups, albNamed } from '../../reads/alb-of';

export const uniqueAlbGroupOrder: WholeRule = {
  id: 'eks/unique-alb-group-order',
  severity: 'warning',
  summary: 'Ingresses that share a load balancer do not give themselves the same order.',
  why: 'The order says whose rules are asked first. Where two Ingresses of a group say the same one, their namespaces and names decide: a new name moves the rules of one in front of the other, and requests that both match go elsewhere.',
  see: ['https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#group.order'],
  checkAll({ index, environment }, tellOf) {
    if (environment.platform !== 'eks') return;
    for (const members of albGroups(index).values()) {
      const firsts = new Map<number, Alb>();
      for (const alb of members) {
        const order = statedOrder(alb);
        const first = order === undefined ? undefined : firsts.get(order);
        if (order !== undefined && first === undefined) firsts.set(order, alb);
        if (order === undefined || first === undefined) continue;
        tellOf(alb.ingress)({
          path: ['metadata', 'annotations', `${ALB_PREFIX}${ALB.groupOrder.key}`],
          found: String(order),
          what: `its order in group "${alb.group}" is ${order}, as is that of ${albNamed(first)}. Their namespaces and names decide whose rules are asked first: those of ${first.ingress.namespace}/${first.ingress.name}.`,
          fix: `give each Ingress an order of its own; AlbGroup does so by \`members\`, with one AlbIngress for each.`,
        });
      }
    }
  },
};

/** An order that is left out is 0, and nobody chose it. */
function statedOrder(alb: Alb): number | undefined {
  return ALB.groupOrder.value.read(alb.text(ALB.groupOrder.key) ?? '');
}
