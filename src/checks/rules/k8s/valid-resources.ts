import { parseQuantity } from '../../../grammar/quantity';
import { wrongHugePages } from '../../../model/huge-pages';
import { isJsonObject, type JsonObject, type JsonValue, mapAt } from '../../../model/json';
import { judgePodResources } from '../../../model/pod-level-resources';
import { containersOf } from '../../../model/pod-spec';
import type { PodRule, Tell } from '../../engine/rule';
import { refusalOf } from '../../reads/pod-refusal';

const STANDARD = /^(cpu|memory|ephemeral-storage|hugepages-.+)$/;
/** What may be requested below its limit: Kubernetes' own resources, without huge pages. */
const OVERCOMMIT = /^(cpu|memory|ephemeral-storage)$/;

export const validResources: PodRule = {
  id: 'k8s/valid-resources',
  severity: 'error',
  summary:
    'Requests and limits are not negative, name resources that exist, and fit each other: those of a container, and those of its Pod.',
  why: 'The server refuses a request above its limit, a negative amount and a resource that no node has. Huge pages and devices are never shared, so their request is their limit.',
  see: [
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    'https://kubernetes.io/docs/tasks/manage-hugepages/scheduling-hugepages/',
  ],
  checkPod(template, { schemas }, tell) {
    const refused = refusalOf(template, schemas.kubernetesVersion);
    for (const { container, path } of containersOf(template)) {
      const resources = container['resources'];
      if (isJsonObject(resources))
        judge(resources, (fault) => {
          const who = `container "${String(container['name'])}"`;
          tell({
            ...fault,
            path: [...path, 'resources', ...fault.path],
            what: `${who} ${fault.what}, so ${refused}.`,
          });
        });
    }
    const whole = template.spec['resources'];
    if (isJsonObject(whole))
      judge(whole, (fault) => {
        const path = [...template.path, 'spec', 'resources', ...fault.path];
        tell({ ...fault, path, what: `the Pod ${fault.what}, so ${refused}.` });
      });
    // An older server drops the Pod's own numbers.
    if (schemas.kubernetesVersion < '1.34') return;
    for (const one of judgePodResources(template)) tell(one);
  },
};

/** Told with a path inside the resources, and with what comes between a container's name and the refusal. */
function judge(resources: JsonObject, tell: Tell): void {
  const requests = mapAt(resources, 'requests');
  const limits = mapAt(resources, 'limits');
  amounts('requests', requests, tell);
  amounts('limits', limits, tell);
  for (const name of Object.keys(requests)) {
    // The usual pair says the same twice.
    if (requests[name] !== limits[name]) compare(name, requests[name], limits[name], tell);
  }
}

function amounts(side: string, values: JsonObject, tell: Tell): void {
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (!name.includes('/') && !STANDARD.test(name))
      tell({
        path: [side, name],
        found: name,
        wanted: 'cpu, memory, ephemeral-storage, hugepages-… or a name with a domain',
        what: `asks for "${name}", a resource that no node has`,
        fix: 'correct the name.',
      });
    else if (isNegative(value))
      tell({
        path: [side, name],
        found: String(value),
        wanted: 'at least 0',
        what: `has a negative amount of ${name} (${String(value)})`,
        fix: 'use a positive quantity.',
      });
    else if (hasPartOfPage(name, value))
      tell({
        path: [side, name],
        found: String(value),
        wanted: 'whole pages',
        what: `asks for ${String(value)} of ${name}, which is not a whole number of pages`,
        fix: 'use a multiple of the size of a page.',
      });
    else if (isDevice(name) && !Number.isInteger(amountOf(value) ?? 0))
      tell({
        path: [side, name],
        found: String(value),
        wanted: 'a whole number',
        what: `asks for ${String(value)} of ${name}, which is counted in whole devices`,
        fix: 'use a whole number.',
      });
  }
}

function hasPartOfPage(name: string, value: JsonValue | undefined): boolean {
  return (typeof value === 'string' || typeof value === 'number') && wrongHugePages(name, value) !== undefined;
}

/** Names with a domain, but for Kubernetes' own. */
function isDevice(name: string): boolean {
  return name.includes('/') && !name.includes('kubernetes.io/');
}

function compare(name: string, request: JsonValue | undefined, limit: JsonValue | undefined, tell: Tell): void {
  const shared = OVERCOMMIT.test(name);
  if (limit === undefined) {
    if (shared || name.startsWith('kubernetes.io/')) return;
    tell({
      path: ['limits', name],
      found: 'nothing',
      wanted: String(request),
      what: `requests ${name}, which is never shared, without a limit`,
      fix: `set the limit to ${String(request)} too.`,
    });
    return;
  }
  const asked = amountOf(request);
  const most = amountOf(limit);
  if (asked === undefined || most === undefined) return;
  // The same quantity in two spellings may differ in its last bit.
  const tolerance = Math.abs(most) * 1e-9;
  const above = asked - most > tolerance;
  if (!above && (shared || most - asked <= tolerance)) return;
  tell({
    path: ['requests', name],
    found: String(request),
    wanted: shared ? `at most ${String(limit)}` : String(limit),
    what: above
      ? `requests ${String(request)} of ${name} and may use ${String(limit)}`
      : `requests ${String(request)} of ${name}, which is never shared, and limits it to ${String(limit)}`,
    fix: above ? 'raise the limit, or request less.' : 'make both the same.',
  });
}

function isNegative(value: JsonValue | undefined): boolean {
  return typeof value === 'string' ? value.startsWith('-') && (parseQuantity(value) ?? 0) < 0 : Number(value) < 0;
}

export function amountOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
}
