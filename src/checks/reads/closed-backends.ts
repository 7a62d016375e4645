import { describeIdentity } from '../../model/identity';
import { type FieldPath, listAt, mapAt, numberAt, textAt } from '../../model/json';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';
import type { CheckContext } from '../engine/rule';
import { portNamed, serviceOf, type TargetAt, targetsOf } from './backends';
import { containerPortOf } from './calls';
import { isOnFargate } from './pod-groups';
import { policiesOf, portAllowed, rulesOf } from './policies';

export interface ClosedPort {
  readonly policy: RenderedObject;
  readonly port: number | string;
}

/** A backend of an Ingress whose Pods no policy opens to the one who calls. */
export interface ClosedBackend {
  readonly path: FieldPath;
  /** Name of the action that sends there. */
  readonly action: TargetAt['action'];
  readonly target: PodTemplate;
  readonly closed: ClosedPort;
}

/** Whether a peer of a policy's rule may be the one who calls. */
type IsCaller = (peer: unknown) => boolean;

/** A port of a Service that somebody calls from outside of the cluster, and what says so. */
export interface AskedPort {
  readonly path: FieldPath;
  readonly service: RenderedObject | undefined;
  /** Number or name; undefined means the first. */
  readonly port: number | string | undefined;
  /** The action that sends there, where one does. */
  readonly action?: string | undefined;
}

/** @param isCaller a rule without peers admits everybody, and is not asked */
export function closedBackends(
  ingress: RenderedObject,
  context: Pick<CheckContext, 'index' | 'environment'>,
  isCaller: IsCaller,
): readonly ClosedBackend[] {
  const asked = targetsOf(ingress).map(({ backend, place, action }): AskedPort => {
    const port = textAt(backend, 'port', 'name') ?? numberAt(backend, 'port', 'number');
    return { path: place, action, service: serviceOf(ingress, backend, context.index), port };
  });
  return closedPorts(asked, context, isCaller);
}

export function closedPorts(
  asked: readonly AskedPort[],
  { index, environment }: Pick<CheckContext, 'index' | 'environment'>,
  isCaller: IsCaller,
): readonly ClosedBackend[] {
  // Two Services of one action may lead to the same Pods.
  const said = new Set<string>();
  const isNew = ({ path, target, closed }: ClosedBackend) => {
    const { size } = said;
    return said.add(JSON.stringify([path, describeIdentity(target.owner), closed.port])).size > size;
  };
  const found = asked.flatMap(({ path, action, service, port: wanted }): readonly ClosedBackend[] => {
    if (service === undefined) return [];
    const selector = mapAt(service.value, 'spec', 'selector');
    if (Object.keys(selector).length === 0) return [];
    const named = typeof wanted === 'string' ? portNamed(service, wanted) : wanted;
    const number = typeof named === 'number' ? named : undefined;
    return index.selected(service.namespace ?? '', selector).flatMap((target) => {
      // Policies do not hold Pods on Fargate.
      if (environment.platform === 'eks' && isOnFargate(target, environment)) return [];
      const port = containerPortOf(service, number, target);
      const policy = port === undefined ? undefined : closingPolicy(target, port, index, isCaller);
      return port === undefined || policy === undefined
        ? []
        : [{ path, action, target, closed: { policy, port: port.port ?? port.portName ?? 'unknown' } }];
    });
  });
  return found.filter(isNew);
}

/** What closes a port, where policies select the Pod and none of them admits the one who calls. */
function closingPolicy(
  target: PodTemplate,
  port: Parameters<typeof portAllowed>[1],
  index: ObjectIndex,
  isCaller: IsCaller,
): RenderedObject | undefined {
  const policies = policiesOf(target, 'ingress', index);
  const admits = (rule: unknown) => {
    const from = listAt(rule, 'from');
    return (from.length === 0 || from.some(isCaller)) && portAllowed(rule, port);
  };
  if (policies.some((one) => rulesOf(one, 'ingress').some(admits))) return undefined;
  // The one that lets nobody in closes it; the others only open too little.
  return policies.find((one) => rulesOf(one, 'ingress').length === 0) ?? policies[0];
}
