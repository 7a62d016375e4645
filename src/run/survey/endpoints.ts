import {
  ENDPOINT_USES,
  ENDPOINTS,
  type EndpointFacts,
  type EndpointService,
  type EndpointUseName,
  endpointServiceName,
} from '../../knowledge/aws/vpc-endpoints';
import { defined } from '../../model/defined';
import type { Environment } from '../../model/environment';
import { by, byCodeUnit } from '../../model/order';
import type { RenderedObject } from '../../model/rendered-object';
import { usesOf } from './endpoint-uses';

/** A service of AWS that an environment's objects call, and how a VPC without the internet reaches it. */
export interface EndpointEntry {
  readonly environment: string;
  /** Whether the environment says `network.private`: then nothing else leads there. */
  readonly private: boolean;
  /** The end of the endpoint's name, such as `ecr.api`. */
  readonly service: string;
  readonly type: EndpointFacts['type'];
  /** The whole name, such as `com.amazonaws.eu-west-1.ecr.api`; absent where there is none, and in China, where names differ. */
  readonly serviceName?: string;
  /** What to do where AWS offers no endpoint. */
  readonly instead?: string;
  /** Why it is needed, each with the objects, sorted. */
  readonly neededBy: readonly EndpointNeed[];
}

export interface EndpointNeed {
  readonly use: string;
  /** `Deployment shop/web`; none for what the environment itself does. */
  readonly objects: readonly string[];
}

/** One entry per service, from the objects and the environment; none for a plain cluster. */
export function endpointsOf(environment: Environment, objects: readonly RenderedObject[]): readonly EndpointEntry[] {
  if (environment.platform !== 'eks') return [];
  const { name, partition, region, network, compute, identity } = environment;
  const uses = new Map<EndpointUseName, string[]>([['nodes', []]]);
  if (compute.karpenter) uses.set('karpenter', []);
  if (identity.mode === 'podIdentity') uses.set('podIdentity', []);
  for (const object of objects)
    for (const use of usesOf(object)) uses.set(use, [...(uses.get(use) ?? []), placeOf(object)]);
  const needs = new Map<EndpointService, EndpointNeed[]>();
  for (const [use, places] of uses)
    for (const service of ENDPOINT_USES[use].services)
      needs.set(service, [
        ...(needs.get(service) ?? []),
        { use: ENDPOINT_USES[use].words, objects: [...places].sort(byCodeUnit) },
      ]);
  const entries = [...needs].map(([service, neededBy]): EndpointEntry => {
    const { type, instead } = ENDPOINTS[service];
    const isNamed = type !== 'none' && partition !== 'aws-cn';
    return {
      environment: name,
      private: network.private === true,
      service,
      type,
      ...defined({ instead }),
      ...(isNamed ? { serviceName: endpointServiceName(region, service) } : {}),
      neededBy: [...neededBy].sort(by(({ use }) => use)),
    };
  });
  return entries.sort(by(({ service }) => service));
}

function placeOf({ kind, namespace, name }: RenderedObject): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
