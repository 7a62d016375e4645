import { parseQuantity } from '../grammar/quantity';
import { HOOKS, SYNC_OPTIONS } from '../knowledge/argocd/annotations';
import { ENABLED, FLUX_FORCE } from '../knowledge/flux/annotations';
import { isImmutableCustomField } from '../knowledge/kubernetes/immutable-custom-fields';
import { isDefaultValue, isImmutableField, isNotStored } from '../knowledge/kubernetes/immutable-fields';
import { isBuiltIn } from '../knowledge/kubernetes/kinds';
import type { ObjectIdentity } from './identity';
import { at, type JsonValue, listAt, mapAt, textAt } from './json';
import { byCodeUnit } from './order';

/** One field of an object, and the whole object, then and now. */
export interface ObjectChange {
  readonly object: ObjectIdentity;
  readonly field: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
  readonly was: JsonValue | undefined;
  readonly now: JsonValue | undefined;
  /** Whether Argo CD applies it, which makes some objects anew. `@default` false: the API server alone is asked */
  readonly byArgocd?: boolean;
  /** Whether Flux does, which applies by the server, and makes anew what says so. `@default` false */
  readonly byFlux?: boolean;
}

/**
 * Whether the API server refuses a change of one field of an object that is on the cluster. One home: `diff` tells it as
 * a risk, and the rule `k8s/valid-change` stops it.
 */
export function isRefusedChange(change: ObjectChange): boolean {
  const { object, field, before, after, was, byArgocd = false, byFlux = false } = change;
  if ((byArgocd && isMadeAnew(change)) || (byFlux && isForced(change.now)) || isSame(field, before, after))
    return false;
  if (!isBuiltIn(object.group, object.kind)) return before !== undefined && isImmutableCustomField(object, field);
  if (/^(data|binaryData|stringData|immutable)\b/.test(field)) return at(was, 'immutable') === true;
  if (object.kind === 'PersistentVolumeClaim' && field === CLAIMED) return amount(after) < amount(before);
  if (isLeftBeside(change)) return true;
  if (!isImmutableField(object.kind, field) || isNotStored(object.kind, field)) return false;
  return !EXCEPTIONS.some(([kind, pattern, allows]) => kind === object.kind && pattern.test(field) && allows(change));
}

/**
 * Whether the API server takes a change and keeps the old value: an address of the cluster that is left out stays as it
 * is, and `None` is one.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/registry/core/service/storage/storage.go patchAllocatedValues
 */
export function isKeptChange({ object, field, before, after, ...whole }: ObjectChange): boolean {
  const isHeadless =
    object.kind === 'Service' && object.group === '' && field === 'spec.clusterIP' && before === 'None';
  return isHeadless && !after && !anyType(whole, 'ExternalName');
}

/** A claim grows where its class allows it, and never shrinks. */
const CLAIMED = 'spec.resources.requests.storage';

/** A Job that waits may get other places, sizes and labels. */
const MOVABLE =
  /^spec\.template\.(metadata|spec\.(nodeSelector|tolerations|affinity|schedulingGates|containers\..+\.resources))\b/;

/** Changes of such fields that the server takes all the same. */
const EXCEPTIONS: readonly (readonly [kind: string, field: RegExp, allows: (change: ObjectChange) => boolean])[] = [
  ['Job', MOVABLE, ({ was }) => at(was, 'spec', 'suspend') === true],
  ['Job', /^spec\.completions$/, ({ now }) => isElastic(now)],
  // What has no address of the cluster, as an alias, has nothing to keep; one that is left out is kept.
  ['Service', /^spec\.(clusterIPs?|ipFamilies)\b/, ({ after, ...change }) => !after || anyType(change, 'ExternalName')],
  ['Service', /^spec\.loadBalancerClass$/, (change) => !bothTypes(change, 'LoadBalancer')],
  ['PersistentVolume', /^spec\.nodeAffinity\b/, ({ was }) => at(was, 'spec', 'nodeAffinity') === undefined],
  ['ResourceQuota', /^spec\.scopes\b/, ({ was, now }) => scopesOf(was) === scopesOf(now)],
  // The server writes the default class into a claim without one, and the volume into a claim that is bound.
  ['PersistentVolumeClaim', /^spec\.(storageClassName|volumeName)$/, ({ before, after }) => !before || !after],
];

function isElastic(job: JsonValue | undefined): boolean {
  const { completionMode, completions, parallelism } = mapAt(job, 'spec');
  return completionMode === 'Indexed' && completions === parallelism;
}

/** They are a set. */
function scopesOf(quota: JsonValue | undefined): string {
  return listAt(quota, 'spec', 'scopes').map(String).sort(byCodeUnit).join();
}

type Whole = Pick<ObjectChange, 'was' | 'now'>;

function anyType({ was, now }: Whole, type: string): boolean {
  return [was, now].some((service) => textAt(service, 'spec', 'type') === type);
}

function bothTypes({ was, now }: Whole, type: string): boolean {
  return [was, now].every((service) => textAt(service, 'spec', 'type') === type);
}

/**
 * Argo CD deletes a hook before it runs again, and what is forced where it cannot be changed. Bindings whose role changes
 * it makes anew too, unless the server merges them.
 */
function isMadeAnew({ object, field, now }: ObjectChange): boolean {
  const annotations = mapAt(now, 'metadata', 'annotations');
  const isHook = HOOKS.some((key) => typeof annotations[key] === 'string' && annotations[key] !== 'Skip');
  const options = syncOptionsOf(now);
  const isBinding = object.kind.endsWith('RoleBinding') && field.startsWith('roleRef');
  return isHook || (!options.includes('ServerSideApply=true') && (isBinding || options.includes('Force=true')));
}

/** Flux reads it from Git, as an annotation or a label. */
function isForced(now: JsonValue | undefined): boolean {
  return ['annotations', 'labels'].some((map) => textAt(now, 'metadata', map, FLUX_FORCE)?.toLowerCase() === ENABLED);
}

function syncOptionsOf(object: JsonValue | undefined): readonly string[] {
  const options = textAt(object, 'metadata', 'annotations', SYNC_OPTIONS) ?? '';
  return options.split(',').map((option) => option.trim());
}

/** What forbids `rollingUpdate` beside it. */
const WITHOUT_ROLLING: Readonly<Record<string, readonly [strategy: string, type: string]>> = {
  Deployment: ['strategy', 'Recreate'],
  StatefulSet: ['updateStrategy', 'OnDelete'],
};

/**
 * Of a workload that is not rolled any more, the server itself wrote `rollingUpdate`. Nobody owns it, so an apply by the
 * server leaves it there, where it is forbidden.
 */
function isLeftBeside({ object, field, was, now, byFlux = false }: ObjectChange): boolean {
  const [strategy, type] = WITHOUT_ROLLING[object.kind] ?? [];
  if (strategy === undefined || (field !== `spec.${strategy}` && field !== `spec.${strategy}.type`)) return false;
  const isOwned = at(was, 'spec', strategy, 'rollingUpdate') !== undefined;
  const becomes = at(now, 'spec', strategy, 'type') === type && at(was, 'spec', strategy, 'type') !== type;
  return becomes && !isOwned && (byFlux || syncOptionsOf(now).includes('ServerSideApply=true'));
}

/** What the server would write itself says as much as nothing. */
function isSame(field: string, before: JsonValue | undefined, after: JsonValue | undefined): boolean {
  if (before === undefined || after === undefined) return isDefaultValue(field, before) && isDefaultValue(field, after);
  return isSameAmount(field, before, after);
}

/** `1Gi` and `1024Mi` are one amount. */
export function isSameAmount(field: string, before: JsonValue, after: JsonValue): boolean {
  return /\b(?:requests|limits|capacity)\b/.test(field) && amount(before) === amount(after);
}

function amount(value: JsonValue | undefined): number {
  return typeof value === 'string' || typeof value === 'number' ? (parseQuantity(value) ?? Number.NaN) : Number.NaN;
}
