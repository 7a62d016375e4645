import { at, type FieldPath, listAt, mapAt } from '../../model/json';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';
import { portNamed, serviceOf, type TargetAt, targetsOf } from './backends';
import { containerPortOf } from './calls';
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

/** @param isCaller a rule without peers admits everybody, and is not asked */
export function closedBackends(
  ingress: RenderedObject,
  index: ObjectIndex,
  isCaller: IsCaller,
): readonly ClosedBackend[] {
  return targetsOf(ingress).flatMap(({ backend, place: path, action }) => {
    const service = serviceOf(ingress, backend, index);
    if (service === undefined) return [];
    const targets = index.selected(ingress.namespace ?? '', mapAt(service.value, 'spec', 'selector'));
    return targets.flatMap((target) => {
      const number = at(backend, 'port', 'number') ?? portNamed(service, at(backend, 'port', 'name'));
      const port = containerPortOf(service, typeof number === 'number' ? number : undefined, target);
      const policy = port === undefined ? undefined : closingPolicy(target, port, index, isCaller);
      return port === undefined || policy === undefined
        ? []
        : [{ path, action, target, closed: { policy, port: port.port ?? port.portName ?? 'unknown' } }];
    });
  });
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
