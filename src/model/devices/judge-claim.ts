import { wrongDeviceAttribute } from '../../grammar/device-attribute';
import { wrongDnsSubdomain } from '../../grammar/dns';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, isJsonObject, type JsonValue, listAt, textAt } from '../json';
import { didYouMean } from '../suggest';

/** The server takes so many requests, and as many constraints and settings. */
const MOST = 32;

/**
 * What the server refuses of the devices of a claim, beside what its schema says.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/resource/validation/validation.go (validateDeviceClaim)
 */
export function judgeClaimedDevices(devices: unknown): readonly FieldVerdict[] {
  const requests = listAt(devices, 'requests');
  const names = requests.flatMap(namesOf);
  return [
    ...['requests', 'constraints', 'config'].flatMap((field) => judgeCount(field, listAt(devices, field).length)),
    ...requests.flatMap((request, index) => judgeRequest(request, ['requests', index])),
    ...listAt(devices, 'constraints').flatMap((one, index) => [
      ...judgeNames(one, ['constraints', index], names),
      ...judgeConstraint(one, ['constraints', index]),
    ]),
    ...listAt(devices, 'config').flatMap((one, index) => [
      ...judgeNames(one, ['config', index], names),
      ...judgeConfig(one, ['config', index]),
    ]),
  ];
}

/** How constraints and settings may name a request: as a whole, or one of its alternatives. */
function namesOf(request: JsonValue): readonly string[] {
  const name = textAt(request, 'name') ?? '';
  const alternatives = listAt(request, 'firstAvailable').map((one) => `${name}/${textAt(one, 'name')}`);
  return [name, ...alternatives];
}

function judgeCount(field: string, count: number): readonly FieldVerdict[] {
  if (count <= MOST) return [];
  const what = `a claim has at most ${MOST} ${field}, and this one ${count}; the server refuses it.`;
  return [{ path: [field], found: String(count), wanted: `at most ${MOST}`, what, fix: 'make two claims of it.' }];
}

function judgeRequest(request: JsonValue, path: FieldPath): readonly FieldVerdict[] {
  const name = textAt(request, 'name') ?? '';
  const exactly = at(request, 'exactly');
  const alternatives = listAt(request, 'firstAvailable').map((one, index) => ({
    one,
    path: [...path, 'firstAvailable', index],
  }));
  return [{ one: exactly, path: [...path, 'exactly'] }, ...alternatives].flatMap(({ one, path: here }) => [
    ...judgeClass(name, one, here),
    ...judgeSelectors(name, one, here),
  ]);
}

function judgeClass(request: string, asked: unknown, path: FieldPath): readonly FieldVerdict[] {
  const found = textAt(asked, 'deviceClassName');
  const wrong = found === undefined ? undefined : wrongDnsSubdomain(found);
  if (found === undefined || wrong === undefined) return [];
  const what = `request "${request}" asks for class "${found}": ${wrong}; the server refuses it.`;
  return [{ path: [...path, 'deviceClassName'], found, what, fix: 'name a DeviceClass, such as gpu.nvidia.com.' }];
}

function judgeSelectors(request: string, asked: unknown, path: FieldPath): readonly FieldVerdict[] {
  return listAt(asked, 'selectors').flatMap((selector, index) => {
    if (textAt(selector, 'cel', 'expression')?.trim() !== '') return [];
    const what = `a selector of request "${request}" is empty; the server refuses it.`;
    return [
      { path: [...path, 'selectors', index, 'cel', 'expression'], what, fix: 'write a condition, or remove it.' },
    ];
  });
}

function judgeNames(one: JsonValue, path: FieldPath, known: readonly string[]): readonly FieldVerdict[] {
  return listAt(one, 'requests').flatMap((name, index) => {
    if (typeof name !== 'string' || known.includes(name)) return [];
    const what = `${path.join('[')}] names request "${name}", which the claim does not have; the server refuses it.${didYouMean(name, known)}`;
    return [{ path: [...path, 'requests', index], found: name, what, fix: `use one of: ${known.join(', ')}.` }];
  });
}

const ATTRIBUTES = ['matchAttribute', 'distinctAttribute'] as const;

function judgeConstraint(constraint: JsonValue, path: FieldPath): readonly FieldVerdict[] {
  const given = ATTRIBUTES.filter((field) => at(constraint, field) !== undefined);
  if (given.length === 0) {
    const what = `${path.join('[')}] names no attribute that the devices have in common; the server refuses it.`;
    return [{ path, what, fix: 'set matchAttribute, or remove the constraint.' }];
  }
  return given.flatMap((field) => {
    const found = textAt(constraint, field);
    const wrong = found === undefined ? undefined : wrongDeviceAttribute(found);
    if (found === undefined || wrong === undefined) return [];
    const what = `${path.join('[')}].${field} is "${found}": ${wrong}; the server refuses it.`;
    const fix = 'write the domain too, such as resource.aws.com/devicegroup4_id.';
    return [{ path: [...path, field], found, what, fix }];
  });
}

function judgeConfig(config: JsonValue, path: FieldPath): readonly FieldVerdict[] {
  if (isJsonObject(at(config, 'opaque'))) return [];
  const what = `${path.join('[')}] has no settings for a driver; the server refuses it.`;
  return [{ path: [...path, 'opaque'], what, fix: 'set opaque with the driver and its parameters, or remove it.' }];
}
