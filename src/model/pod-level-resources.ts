import { parseQuantity } from '../grammar/quantity';
import type { FieldVerdict } from './field-verdict';
import { at, type FieldPath, isJsonObject, type JsonObject, type JsonValue, mapAt } from './json';
import { podRequest } from './pod-requests';
import { type ContainerAt, containersOf, type PodTemplate, runsAlong } from './pod-spec';

/**
 * What the server refuses of a Pod’s own requests and limits beside those of its containers.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go (validatePodResourceConsistency)
 */
export function judgePodResources(template: Pick<PodTemplate, 'path' | 'spec'>): readonly FieldVerdict[] {
  const { spec } = template;
  if (!isJsonObject(spec['resources'])) return [];
  const path = [...template.path, 'spec', 'resources', 'requests'];
  const containers = containersOf(template);
  const requests = mapAt(spec, 'resources', 'requests');
  const limits = mapAt(spec, 'resources', 'limits');
  return [
    ...Object.keys(requests).flatMap((name) => judgeRequest([...path, name], requests[name], containers)),
    ...Object.keys(limits).flatMap((name) => containers.flatMap((one) => judgeLimit(name, limits[name], one))),
  ];
}

function judgeRequest(
  path: FieldPath,
  given: JsonValue | undefined,
  containers: readonly ContainerAt[],
): readonly FieldVerdict[] {
  const name = String(path.at(-1));
  const asked = containers.map((one) => ({ ...one, text: requestOf(name, one.container) }));
  const sum = podRequest(
    asked.map((one) => ({ request: amountOf(one.text) ?? 0, runsAlong: runsAlong(one), init: one.init })),
  );
  if (!isBelow(given, sum)) return [];
  const shown = asked.flatMap(({ container, text }) =>
    text === undefined ? [] : [`${String(container['name'])} ${String(text)}`],
  );
  return [
    {
      path,
      found: String(given),
      what: `the Pod requests ${String(given)} of ${name} as a whole, and its containers request more together (${shown.join(', ')}); the server refuses that.`,
      fix: 'raise the request of the Pod, or lower those of its containers.',
    },
  ];
}

function judgeLimit(
  name: string,
  given: JsonValue | undefined,
  { container, path }: ContainerAt,
): readonly FieldVerdict[] {
  const limit = at(container, 'resources', 'limits', name);
  if (!isBelow(given, amountOf(limit))) return [];
  return [
    {
      path: [...path, 'resources', 'limits', name],
      found: String(limit),
      wanted: `at most ${String(given)}`,
      what: `container "${String(container['name'])}" may use ${String(limit)} of ${name}, and its Pod as a whole only ${String(given)}; the server refuses that.`,
      fix: 'raise the limit of the Pod, or lower that of the container.',
    },
  ];
}

/** A limit without a request is the request too. */
function requestOf(name: string, container: JsonObject): JsonValue | undefined {
  return at(container, 'resources', 'requests', name) ?? at(container, 'resources', 'limits', name);
}

/** The same quantity in two spellings may differ in its last bit. */
function isBelow(given: JsonValue | undefined, other: number | undefined): boolean {
  const amount = amountOf(given);
  return amount !== undefined && other !== undefined && other - amount > Math.abs(other) * 1e-9;
}

function amountOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
}
