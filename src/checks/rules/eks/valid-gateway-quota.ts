import { ALB_RULES } from '../../../knowledge/aws/alb-quotas';
import { GATEWAY, GATEWAY_GROUP } from '../../../knowledge/gateway/kinds';
import { listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { CheckContext, WholeRule } from '../../engine/rule';
import { isLbcAlb, listenersOf, parentsOf } from '../../reads/gateway-of';

export const validGatewayQuota: WholeRule = {
  id: 'eks/valid-gateway-quota',
  severity: 'warning',
  summary: 'The routes of a Gateway stay within the rules that an ALB has.',
  why: 'The AWS Load Balancer Controller makes a rule of each host with each match, on each listener, and puts none together. AWS refuses a rule above the quota, and the Gateway stays without those behind it.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/l7gateway/',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  ],
  checkAll(context, tellOf) {
    for (const gateway of context.index.ofKind(GATEWAY.group, GATEWAY.kind)) {
      if (!isLbcAlb(gateway, context)) continue;
      const counts = routesOf(context).flatMap((route) => {
        const count = rulesOf(route) * listenerCount(route, gateway, context);
        return count === 0 ? [] : [[route, count] as const];
      });
      const rules = counts.reduce((sum, [, count]) => sum + count, 0);
      if (rules <= ALB_RULES) continue;
      tellOf(gateway)({
        path: ['spec', 'listeners'],
        found: String(rules),
        wanted: `at most ${ALB_RULES}`,
        what: `its load balancer gets up to ${rules} rules (${shares(counts)}), one for each host with each match on each listener, and AWS takes ${ALB_RULES} unless the quota is raised.`,
        fix: 'let routes name one listener by sectionName, use fewer hosts or matches, spread the routes over several Gateways, or have the quota raised and silence the rule here.',
      });
    }
  },
};

function routesOf({ index }: CheckContext): readonly RenderedObject[] {
  return ['HTTPRoute', 'GRPCRoute'].flatMap((kind) => index.ofKind(GATEWAY_GROUP, kind));
}

/** Rules of a route on one listener. */
function rulesOf({ value }: RenderedObject): number {
  const hosts = Math.max(1, listAt(value, 'spec', 'hostnames').length);
  const matches = listAt(value, 'spec', 'rules').map((rule) => Math.max(1, listAt(rule, 'matches').length));
  return hosts * matches.reduce((sum, count) => sum + count, 0);
}

/** Listeners of the Gateway that serve a route, each once. */
function listenerCount(route: RenderedObject, gateway: RenderedObject, context: CheckContext): number {
  const own = parentsOf(route, context).filter((parent) => parent.gateway === gateway);
  const names = own.flatMap((parent) =>
    listenersOf(parent).map((one) => `${parent.kind} ${parent.namespace}/${parent.name} ${textAt(one, 'name')}`),
  );
  return new Set(names).size;
}

const SHOWN = 5;

function shares(counts: readonly (readonly [RenderedObject, number])[]): string {
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, SHOWN).map(([{ namespace, name }, count]) => `${count} of ${namespace}/${name}`);
  return [...shown, ...(sorted.length > SHOWN ? [`the rest of ${sorted.length - SHOWN} more`] : [])].join(', ');
}
