import { CONDITIONS_ROW } from '../../knowledge/aws/alb-rule-rows';
import { at, type FieldPath, listAt, textAt } from '../../model/json';
import type { Alb } from './alb-of';

/** One path of an Ingress, of which the load balancer gets one rule for each of its listeners. */
export interface AlbRuleAt {
  readonly alb: Alb;
  readonly host: string | undefined;
  readonly path: string;
  readonly pathType: string;
  /** Name of the Service or of the action. */
  readonly backend: string;
  /** Whether it takes its action from an annotation. */
  readonly isAction: boolean;
  /** Text of the conditions that it has beside host and path. */
  readonly conditions: string | undefined;
  readonly place: FieldPath;
}

export function albRulesOf(alb: Alb): readonly AlbRuleAt[] {
  return listAt(alb.ingress.value, 'spec', 'rules').flatMap((rule, r) =>
    listAt(rule, 'http', 'paths').map((one, p): AlbRuleAt => {
      const backend = textAt(one, 'backend', 'service', 'name') ?? '';
      return {
        alb,
        host: textAt(rule, 'host'),
        path: textAt(one, 'path') ?? '/',
        pathType: textAt(one, 'pathType') ?? 'ImplementationSpecific',
        backend,
        isAction: at(one, 'backend', 'service', 'port', 'name') === 'use-annotation',
        conditions: alb.text(`${CONDITIONS_ROW.key}${backend}`),
        place: ['spec', 'rules', r, 'http', 'paths', p],
      };
    }),
  );
}

/** Ports on which rules of its own stand: a redirect of the group takes those of HTTP away. */
export function rulePorts({ listeners }: Alb, redirects: boolean): readonly number[] {
  return listeners.filter(({ protocol }) => !redirects || protocol === 'HTTPS').map(({ port }) => port);
}
