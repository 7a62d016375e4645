import { isJsonObject, type JsonObject, type JsonValue, mapAt } from '../../model/json';
import { containersOf } from '../../model/pod-spec';
import { type Path, refusalOf, type Tell, tellOf } from '../fault';
import type { Rule } from '../rule';
import { parseQuantity } from '../schema/quantity';

const STANDARD = /^(cpu|memory|ephemeral-storage|hugepages-.+)$/;
/** What may be requested below its limit: Kubernetes' own resources, without huge pages. */
const OVERCOMMIT = /^(cpu|memory|ephemeral-storage)$/;

/** Requests and limits, as quantities that fit each other. */
export const validResources: Rule = {
  id: 'k8s/valid-resources',
  severity: 'error',
  summary: 'Requests and limits are not negative, name resources that exist, and no request is above its limit.',
  see: 'Kubernetes: resource management for Pods and containers; extended resources; huge pages',
  check({ index, schemas }, report) {
    for (const template of index.templates) {
      const tell = tellOf(template.owner, report);
      const refused = refusalOf(template, schemas.kubernetesVersion);
      for (const { container, path } of containersOf(template)) {
        const resources = container['resources'];
        if (isJsonObject(resources))
          judge(resources, [...path, 'resources'], `container "${String(container['name'])}"`, refused, tell);
      }
      const whole = template.spec['resources'];
      if (isJsonObject(whole)) judge(whole, [...template.path, 'spec', 'resources'], 'the Pod', refused, tell);
    }
  },
};

function judge(resources: JsonObject, path: Path, who: string, refused: string, tell: Tell): void {
  const requests = mapAt(resources, 'requests');
  const limits = mapAt(resources, 'limits');
  for (const [side, values] of [
    ['requests', requests],
    ['limits', limits],
  ] as const) {
    for (const name of Object.keys(values)) {
      const amount = amountOf(values[name]);
      if (!name.includes('/') && !STANDARD.test(name))
        tell({
          path: [...path, side, name],
          found: name,
          wanted: 'cpu, memory, ephemeral-storage, hugepages-… or a name with a domain',
          what: `no node has the resource "${name}" that ${who} asks for, so ${refused}.`,
          fix: 'correct the name.',
        });
      else if (amount !== undefined && amount < 0)
        tell({
          path: [...path, side, name],
          found: String(values[name]),
          wanted: 'at least 0',
          what: `${who} has a negative amount of ${name} (${String(values[name])}), so ${refused}.`,
          fix: 'use a positive quantity.',
        });
    }
  }
  for (const name of Object.keys(requests)) compare(name, requests[name], limits[name], path, who, refused, tell);
}

function compare(
  name: string,
  request: JsonValue | undefined,
  limit: JsonValue | undefined,
  path: Path,
  who: string,
  refused: string,
  tell: Tell,
): void {
  const asked = amountOf(request);
  const most = amountOf(limit);
  if (asked === undefined) return;
  if (most === undefined) {
    if (OVERCOMMIT.test(name) || limit !== undefined || name.startsWith('kubernetes.io/')) return;
    tell({
      path: [...path, 'limits', name],
      found: 'nothing',
      wanted: String(request),
      what: `${who} requests ${name} without a limit; it is never shared, so ${refused}.`,
      fix: `set the limit to ${String(request)} too.`,
    });
    return;
  }
  // The same quantity in two spellings may differ in its last bit.
  const tolerance = Math.abs(most) * 1e-9;
  const above = asked - most > tolerance;
  if (!above && (OVERCOMMIT.test(name) || most - asked <= tolerance)) return;
  tell({
    path: [...path, 'requests', name],
    found: String(request),
    wanted: OVERCOMMIT.test(name) ? `at most ${String(limit)}` : String(limit),
    what: above
      ? `${who} requests ${String(request)} of ${name} and may use ${String(limit)}, so ${refused}.`
      : `${who} requests ${String(request)} of ${name} and limits it to ${String(limit)}; it is never shared, so ${refused}.`,
    fix: above ? 'raise the limit, or request less.' : 'make both the same.',
  });
}

export function amountOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
}
