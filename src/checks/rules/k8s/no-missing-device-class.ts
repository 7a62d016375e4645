import { type FieldPath, type JsonValue, listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';

const GROUP = 'resource.k8s.io';
const CLASS = 'DeviceClass';

export const noMissingDeviceClass: ObjectRule = {
  id: 'k8s/no-missing-device-class',
  severity: 'warning',
  summary: 'The class of devices that a claim asks for exists.',
  why: 'A claim whose class does not exist gets no device: Pods that use it stay Pending, and an event of the Pod alone says so. Where an environment renders or lists no class, its drivers bring them, and nothing is said.',
  see: ['https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#deviceclass'],
  kinds: [`${GROUP}/ResourceClaim`, `${GROUP}/ResourceClaimTemplate`],
  check(object, { index, environment }, tell) {
    const known = index.names(GROUP, CLASS);
    if (known.length === 0) return;
    for (const { name, path } of classesOf(object)) {
      if (index.exists({ group: GROUP, kind: CLASS, name })) continue;
      tell({
        path,
        found: name,
        wanted: known.join(', '),
        what: `it asks for devices of ${CLASS} "${name}", which environment ${environment.name} neither renders nor lists; it has ${known.join(', ')}. Pods that use the claim stay Pending.${didYouMean(name, known)}`,
        fix: `name a ${CLASS} that is there, or list it under \`external\` in environment.yaml where a driver brings it.`,
      });
    }
  },
};

interface Named {
  readonly name: string;
  readonly path: FieldPath;
}

/** Classes that the requests name: each request one, or one for each alternative; v1beta1 has the fields of a request flat. */
function classesOf(object: RenderedObject): readonly Named[] {
  const path = [...(object.kind === 'ResourceClaim' ? ['spec'] : ['spec', 'spec']), 'devices', 'requests'];
  return listAt(object.value, ...path).flatMap((request, r) => [
    ...named(request, [...path, r]),
    ...named(request, [...path, r], 'exactly'),
    ...listAt(request, 'firstAvailable').flatMap((one, a) => named(one, [...path, r, 'firstAvailable', a])),
  ]);
}

function named(from: JsonValue, path: FieldPath, ...below: readonly string[]): readonly Named[] {
  const name = textAt(from, ...below, 'deviceClassName');
  return name === undefined ? [] : [{ name, path: [...path, ...below, 'deviceClassName'] }];
}
