import { isJsonObject, type JsonValue } from '../../../src/model/json';
import { diffObjects, type FieldDifference } from '../../../src/model/object-diff';
import type { RenderedObject } from '../../../src/model/rendered-object';
import { withVolumesByPath } from './canonical';

/** Why a field of ours is not the original's. */
export interface Reason {
  /** `Kind field`; `*` stands for anything. `Kind (object)` is the whole object. */
  readonly field: string;
  /** What ours says there, as JSON; `nothing` where it says nothing, `*` for anything. */
  readonly ours: string;
  readonly why: string;
}

export interface Difference {
  readonly object: string;
  readonly field: string;
  readonly theirs: string;
  readonly ours: string;
}

type Objects = readonly RenderedObject[];

/** How an original is read. */
export interface Reading {
  /** `Kind name` of the original, and our name. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Namespace of what the original leaves to kubectl. */
  readonly namespace?: string;
}

/** Every field in which what we render is not the original. */
export function differences(originals: Objects, ours: Objects, reading: Reading = {}): readonly Difference[] {
  const [theirs, mine] = [byKey(originals, reading), byKey(ours, {})];
  const keys = [...new Set([...theirs.keys(), ...mine.keys()])].sort();
  return keys.flatMap((key) => {
    const [original, own] = [theirs.get(key), mine.get(key)];
    const kind = (original ?? own)?.kind ?? '';
    if (original === undefined || own === undefined) {
      const text = (object: unknown) => (object === undefined ? NOTHING : 'there');
      return [{ object: key, field: `${kind} (object)`, theirs: text(original), ours: text(own) }];
    }
    return diffObjects(withVolumesByPath(original.value), withVolumesByPath(own.value))
      .flatMap(leaves)
      .map(({ field, before, after }) => {
        return { object: key, field: `${kind} ${field}`, theirs: shown(before), ours: shown(after) };
      });
  });
}

/** Without a hash of its content, which is not of the same length as kustomize's. */
function byKey(objects: Objects, { renamed = {}, namespace = '' }: Reading): ReadonlyMap<string, RenderedObject> {
  return new Map(
    objects.map((object) => {
      const { kind } = object;
      const plain = kind === 'ConfigMap' ? object.name.replace(/-[0-9a-z]{10}$/, '') : object.name;
      return [`${kind} ${object.namespace ?? namespace}/${renamed[`${kind} ${plain}`] ?? plain}`, object];
    }),
  );
}

const NOTHING = 'nothing';
const shown = (value: JsonValue | undefined): string => (value === undefined ? NOTHING : JSON.stringify(value));

/** A map that only one side has differs in each of its keys. */
function leaves({ field, before, after }: FieldDifference): readonly FieldDifference[] {
  const whole = before ?? after;
  if ((before !== undefined && after !== undefined) || !isJsonObject(whole) || Object.keys(whole).length === 0)
    return [{ field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  return Object.entries(whole).flatMap(([key, value]) => {
    const place = /^[\w-]+$/.test(key) ? `${field}.${key}` : `${field}["${key}"]`;
    return value === undefined ? [] : leaves({ field: place, [before === undefined ? 'after' : 'before']: value });
  });
}

const glob = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll(/[.?+^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '.*')}$`, 's');

/** The differences that no reason explains. @param met takes every reason that explains one */
export function unexplained(
  found: readonly Difference[],
  reasons: readonly Reason[],
  met: Set<Reason>,
): readonly Difference[] {
  const judged = reasons.map((reason) => ({ reason, field: glob(reason.field), ours: glob(reason.ours) }));
  return found.filter((difference) => {
    const meeting = judged.find(({ field, ours }) => field.test(difference.field) && ours.test(difference.ours));
    if (meeting !== undefined) met.add(meeting.reason);
    return meeting === undefined;
  });
}
