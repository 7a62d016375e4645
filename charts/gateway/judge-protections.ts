import { PROTECTIONS, type Protection, type Protections } from '../../src/knowledge/gateway/protections';
import { FORM_WORDS, type RouteForm } from '../../src/knowledge/gateway/route-forms';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import type { HttpRoutesProps } from './http-routes-props';
import { routeFormsOf } from './judge-form';
import { gatewaysOf } from './served-by';

/** Settings of the Ingress are not read where routes become another form; one that protects is refused there. */
export function judgeProtections(
  { ingress = {}, gateway }: HttpRoutesProps,
  environment: Environment,
  problems: Problems,
): void {
  const gateways = gatewaysOf(environment);
  if (gateways === undefined) return;
  const isNamed = gateway !== undefined || gateways.gateway !== undefined;
  // Beside a Gateway that is there, the Ingress reads its settings itself, and the Gateway has its own.
  if (gateways.keepIngresses === true && isNamed) return;
  const form = routeFormsOf(environment).at(-1) ?? 'other-gateway';
  for (const property of Object.keys(PROTECTIONS) as (keyof Protections)[]) {
    const row = lostBy(property, ingress);
    if (row === undefined) continue;
    if (gateways.keepIngresses === true && row.by === 'TargetGroupConfiguration') continue;
    problems.add(
      `ingress.${property} protects an Ingress, and nobody reads it where routes become ${FORM_WORDS[form]}, as in environment ${environment.name}: ${row.lost}${isNamed ? ', unless the Gateway has it already' : ''}.`,
      nearest(row, form, isNamed),
    );
  }
}

type Lost = Pick<Protection<never>, 'lost' | 'by' | 'property'>;

/** The row of a setting that is given and protects. */
function lostBy<K extends keyof Protections>(
  property: K,
  settings: NonNullable<HttpRoutesProps['ingress']>,
): Lost | undefined {
  const row: Protections[K] = PROTECTIONS[property];
  const value = settings[property];
  return value !== undefined && row?.protects(value) === true ? row : undefined;
}

function nearest({ by, property }: Lost, form: RouteForm, isNamed: boolean): string {
  if (form !== 'alb-gateway')
    return 'let the Gateway’s controller or the Pods see to it, and leave it out of ingress in that environment.';
  const leave = 'and leave it out of ingress in that environment.';
  if (by === 'TargetGroupConfiguration') return `give the Service a ${by} with ${property}, ${leave}`;
  return isNamed
    ? `give the Gateway a ${by} with ${property} (loadBalancer of the construct Gateway), ${leave}`
    : `make a Gateway with loadBalancer: { ${property.split(/[[,]/)[0]} } and name it as gateway, ${leave}`;
}
