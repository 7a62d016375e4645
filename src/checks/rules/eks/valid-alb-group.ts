import { isRedirect } from '../../../knowledge/aws/alb-action';
import { ALB, ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { ALB_CERTIFICATES, ALB_RULES } from '../../../knowledge/aws/alb-quotas';
import { ACTIONS_ROW } from '../../../knowledge/aws/alb-rule-rows';
import type { RenderedObject } from '../../../model/rendered-object';
import type { CheckContext, RuleFinding, Tell, WholeRule } from '../../engine/rule';
import { type AlbConflict, albConflicts } from '../../reads/alb-conflicts';
import { type Alb, albGroups, albNamed, albOf } from '../../reads/alb-of';
import { type AlbRuleAt, albRulesOf, rulePorts } from '../../reads/alb-rules';

type TellOf = (object: RenderedObject) => Tell;

export const validAlbGroup: WholeRule = {
  id: 'eks/valid-alb-group',
  severity: 'error',
  summary: 'Ingresses that share a load balancer do not contradict each other, and stay within its quotas.',
  why: 'A group of Ingresses has one load balancer. Where two of them contradict each other the controller stops for all, so that no change of any app reaches the load balancer; where two have the same host and path, one of them gets no request.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#ingressgroup',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  ],
  checkAll(context, tellOf) {
    if (context.environment.platform !== 'eks') return;
    for (const members of loadBalancers(context)) {
      judgeQuotas(members, tellOf);
      if (members.length === 1) continue;
      for (const conflict of albConflicts(members)) tellConflict(conflict, tellOf);
      judgePaths(members, tellOf);
    }
  },
};

/** Each with all Ingresses that it serves. */
function loadBalancers({ index }: CheckContext): readonly (readonly Alb[])[] {
  const alone = index.ofKind('networking.k8s.io', 'Ingress').flatMap((ingress) => {
    const alb = albOf(ingress, index);
    return alb === undefined || alb.group !== undefined ? [] : [[alb]];
  });
  return [...albGroups(index).values(), ...alone];
}

function tellConflict({ key, about, first, other }: AlbConflict, tellOf: TellOf): void {
  const path = ['metadata', 'annotations', `${ALB_PREFIX}${key}`];
  const said = ([mine, text]: AlbConflict['first'], [theirs, wanted]: AlbConflict['first']): RuleFinding => ({
    path,
    found: text,
    wanted,
    what: `${about} is "${text}" here, and "${wanted}" in ${albNamed(theirs)}. Both are of group "${mine.group}", which has one load balancer: the controller stops there for all of its Ingresses, and no change of any of them is made.`,
    fix: 'say the same in both, or say it in one of them alone; AlbGroup says it once for all apps.',
  });
  tellOf(first[0].ingress)(said(first, other));
  tellOf(other[0].ingress)(said(other, first));
}

/** Members are in the order in which their rules are asked. */
function judgePaths(members: readonly Alb[], tellOf: TellOf): void {
  const redirects = members.some(({ sslRedirect }) => sslRedirect !== undefined);
  const firsts = new Map<string, AlbRuleAt>();
  for (const rule of members.flatMap(albRulesOf)) {
    if (rule.conditions !== undefined) continue;
    for (const port of rulePorts(rule.alb, redirects)) {
      const key = JSON.stringify([port, rule.host ?? '', rule.pathType, rule.path]);
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, rule);
      else if (first.alb !== rule.alb) {
        tellOf(rule.alb.ingress)(lost(rule, first));
        break;
      }
    }
  }
}

function lost(rule: AlbRuleAt, first: AlbRuleAt): RuleFinding {
  const turn =
    first.alb.order === rule.alb.order
      ? 'its namespace and name come first'
      : `its order is ${first.alb.order}, not ${rule.alb.order}`;
  return {
    path: [...rule.place, 'path'],
    found: rule.path,
    what: `${rule.pathType} path "${rule.path}" of ${rule.host ?? 'every host'} is taken already: ${albNamed(first.alb)}, has it too. Both are of group "${rule.alb.group}", and that one is asked first (${turn}): no request comes here.`,
    fix: isSameRedirect(rule, first)
      ? `keep the redirect in one of them; for HTTP to HTTPS, ${ALB.sslRedirect.key} in one member does it for the whole group.`
      : 'give one of them another host or path, or take it out.',
  };
}

/** Both take the same redirect from an annotation: neither is lost, and one of them is too many. */
function isSameRedirect(rule: AlbRuleAt, first: AlbRuleAt): boolean {
  const texts = [rule, first].map(({ alb, backend, isAction }) =>
    isAction ? alb.text(`${ACTIONS_ROW.key}${backend}`) : undefined,
  );
  return texts[0] !== undefined && texts[0] === texts[1] && isRedirect(texts[0]);
}

function judgeQuotas(members: readonly Alb[], tellOf: TellOf): void {
  const [first] = members;
  if (first === undefined) return;
  const redirects = members.some(({ sslRedirect }) => sslRedirect !== undefined);
  const counts = members.map((alb) => [alb, albRulesOf(alb).length * rulePorts(alb, redirects).length] as const);
  const rules = counts.reduce((sum, [, count]) => sum + count, 0);
  if (rules > ALB_RULES) {
    tellOf(first.ingress)({
      path: ['spec', 'rules'],
      found: String(rules),
      wanted: `at most ${ALB_RULES}`,
      severity: 'warning',
      what: `its load balancer gets up to ${rules} rules (${shares(counts)}), and AWS takes ${ALB_RULES} unless the quota is raised. Where the controller cannot put enough of them together, it stops at TooManyRules for all Ingresses of the load balancer.`,
      fix: 'spread the Ingresses over several groups, or have the quota raised and silence the rule here.',
    });
  }
  const certificates = new Set(members.flatMap((alb) => alb.certificates)).size - 1;
  if (certificates <= ALB_CERTIFICATES) return;
  tellOf(first.ingress)({
    path: ['metadata', 'annotations', `${ALB_PREFIX}${ALB.certificateArn.key}`],
    found: String(certificates),
    wanted: `at most ${ALB_CERTIFICATES}`,
    severity: 'warning',
    what: `its load balancer gets ${certificates} certificates beside the default one, and AWS takes ${ALB_CERTIFICATES} unless the quota is raised.`,
    fix: 'use a certificate with a wildcard, spread the Ingresses over several groups, or have the quota raised and silence the rule here.',
  });
}

const SHOWN = 5;

function shares(counts: readonly (readonly [Alb, number])[]): string {
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const shown = sorted
    .slice(0, SHOWN)
    .map(([{ ingress }, count]) => `${count} of ${ingress.namespace}/${ingress.name}`);
  return [...shown, ...(sorted.length > SHOWN ? [`the rest of ${sorted.length - SHOWN} more`] : [])].join(', ');
}
