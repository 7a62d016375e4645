import { at, type FieldPath, isJsonObject, type JsonObject } from '../json';
import { REFUSED, type Told } from './refused';

/** Requests that a load balancer of AWS shares out. @param place of the canary */
export function judgeAlbRouting(canary: JsonObject, place: FieldPath, tell: Told): void {
  const alb = at(canary, 'trafficRouting', 'alb');
  if (!isJsonObject(alb)) return;
  const path = [...place, 'trafficRouting', 'alb'];
  const { ingress, ingresses, rootService, servicePort } = alb;
  if ((ingress === undefined) === (ingresses === undefined))
    tell({
      path,
      what: `\`alb\` has ${ingress === undefined ? 'neither `ingress` nor `ingresses`' : 'both `ingress` and `ingresses`'}; ${REFUSED}.`,
      fix: 'name one Ingress under ingress, or several under ingresses.',
    });
  if (servicePort === undefined)
    tell({
      path: [...path, 'servicePort'],
      what: `\`alb\` has no \`servicePort\`; ${REFUSED}.`,
      fix: 'give the number of the Service’s port: it cannot be named.',
    });
  const { pingPong } = canary;
  if (pingPong !== undefined && (rootService === undefined || rootService === ''))
    tell({
      path: [...path, 'rootService'],
      found: 'nothing',
      wanted: 'a Service beside ping and pong',
      what: `\`pingPong\` needs \`rootService\`, whose name the path of the Ingress has while ping and pong take turns; ${REFUSED}.`,
      fix: 'name a Service that selects all Pods, and use it with use-annotation in the Ingress.',
    });
  if (pingPong === undefined)
    for (const service of ['stableService', 'canaryService'])
      if (canary[service] === undefined)
        tell({
          path: [...place, service],
          what: `\`trafficRouting.alb\` needs \`${service}\`; ${REFUSED}.`,
          fix: 'name two Services with the same selector as stableService and canaryService.',
        });
}
