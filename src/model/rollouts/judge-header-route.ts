import { at, type FieldPath, type JsonObject, listAt, textAt } from '../json';
import { REFUSED, type Told } from './refused';

/** Routes by header, and copies of requests. */
export function judgeHeaderRoute(step: JsonObject, canary: JsonObject, place: FieldPath, tell: Told): void {
  const isAlb = at(canary, 'trafficRouting', 'alb') !== undefined;
  if (step['setMirrorRoute'] !== undefined && isAlb)
    tell({
      path: [...place, 'setMirrorRoute'],
      what: `\`setMirrorRoute\` copies requests, which a load balancer of AWS cannot; ${REFUSED}.`,
      fix: 'leave the step out, or send requests with a header by setHeaderRoute.',
    });
  const route = step['setHeaderRoute'];
  if (route === undefined) return;
  const path = [...place, 'setHeaderRoute'];
  const name = textAt(route, 'name') ?? '';
  const managed = listAt(canary, 'trafficRouting', 'managedRoutes').map((one) => textAt(one, 'name'));
  if (!managed.includes(name))
    tell({
      path: [...path, 'name'],
      found: name,
      wanted: managed.join(', ') || 'a name under trafficRouting.managedRoutes',
      what: `\`setHeaderRoute\` is called "${name}", which \`trafficRouting.managedRoutes\` does not list; ${REFUSED}.`,
      fix: 'list the name there.',
    });
  listAt(route, 'match').forEach((match, index) => {
    const inexact = ['prefix', 'regex'].find((way) => textAt(match, 'headerValue', way) !== undefined);
    if (!isAlb || inexact === undefined) return;
    tell({
      path: [...path, 'match', index, 'headerValue', inexact],
      found: inexact,
      wanted: 'exact',
      what: `\`setHeaderRoute\` compares header ${textAt(match, 'headerName') ?? ''} by \`${inexact}\`, and a load balancer of AWS takes \`exact\` only; ${REFUSED}.`,
      fix: 'give the whole value as exact.',
    });
  });
}
