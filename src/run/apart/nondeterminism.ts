import { defined } from '../../model/defined';
import type { Problem } from '../../model/errors';
import { describeIdentity } from '../../model/identity';
import { first } from '../../model/lists';
import type { RenderedObject } from '../../model/rendered-object';
import { describePlace, type SourcePlace } from '../../model/source-place';
import { isLocal } from '../../sandbox/local-methods';
import type { Read } from '../../sandbox/protocol';

/** One thing that two renderings of the same source do not agree about. */
export interface Disagreement {
  readonly app: string;
  /** Absent for what a module declares. */
  readonly environment?: string;
  readonly object?: RenderedObject;
  /** The same for the same thing in another environment: path of the construct. */
  readonly where: string;
  readonly field: string;
  readonly symptom: 'field' | 'first-only' | 'second-only' | 'throws';
  readonly first?: string;
  readonly second?: string;
  readonly place?: SourcePlace;
}

/** More of them say no more: one call of the clock can stand behind a thousand fields. */
const MOST = 20;

/** One problem per field of an object, with all environments it differs in. */
export function disagreementProblems(found: readonly Disagreement[], reads: readonly Read[]): readonly Problem[] {
  const groups = new Map<string, Disagreement[]>();
  for (const one of found) {
    const key = `${one.app}|${one.where}|${one.field}|${one.symptom}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const problems = [...groups.values()].map((group) => toProblem(group, reads));
  if (problems.length <= MOST) return problems;
  const rest = problems.length - MOST;
  return [...problems.slice(0, MOST), { message: `… and ${rest} more fields and objects differ.` }];
}

function toProblem(group: readonly Disagreement[], reads: readonly Read[]): Problem {
  const one = first(group);
  const place = one.place ?? one.object?.source();
  const others = group.slice(1).flatMap(({ environment }) => environment ?? []);
  const also = others.length === 0 ? '' : ` (and in ${others.join(', ')})`;
  const object = one.object === undefined ? '' : describeIdentity(one.object);
  const parts = [one.environment ?? '', one.app, object, one.field].filter((part) => part !== '');
  const asked = askedFor(one.app, reads);
  return {
    message: `${whatHappens(one)}${asked}`,
    path: `${parts.join(' › ')}${also}`,
    fix: fixFor(reads.filter((read) => read.app === one.app)),
    ...defined({ place }),
  };
}

const UNSAID = 'keep no state outside charts(), which is called once per environment, in any order; ';
const LOCAL = 'write dates and numbers without time zone and locale.';
const READ = 'take the value from environment.yaml or release.yaml, or write it as a constant.';

/** @param reads of the app */
function fixFor(reads: readonly Read[]): string {
  if (reads.length === 0) return `${UNSAID}${LOCAL}`;
  return reads.every(({ what }) => isLocal(what)) ? LOCAL : READ;
}

function whatHappens({ symptom, first, second, field, object }: Disagreement): string {
  if (symptom === 'throws')
    return `this renders here, and fails in another process with another clock, folder and variables: ${stopped(second)}`;
  if (symptom === 'first-only') return `one of two renderings has no such object. ${ANOTHER_OBJECT}`;
  if (symptom === 'second-only') return `only one of two renderings has such an object. ${ANOTHER_OBJECT}`;
  return `two renderings of the same source differ: ${first} and ${second}. ${consequence(field, object)}`;
}

function stopped(text = ''): string {
  return text.endsWith('.') ? text : `${text}.`;
}

const ANOTHER_OBJECT = 'Every run writes another file, and Argo CD deletes one object and creates another.';

/** What it does to a cluster, day after day. */
function consequence(field: string, object: RenderedObject | undefined): string {
  if (object === undefined || field === 'metadata.name' || field === 'metadata.namespace') return ANOTHER_OBJECT;
  const pods = ['Deployment', 'StatefulSet', 'DaemonSet'].includes(object.kind) && field.startsWith('spec.template.');
  return pods
    ? 'Every run rewrites the file, and Argo CD rolls out new Pods for nothing.'
    : 'Every run rewrites the file, and Argo CD applies a change that nobody made.';
}

/** What differs between machines and was read by this app, with its lines; most useful where there are few. */
function askedFor(app: string, reads: readonly Read[]): string {
  const texts = reads.filter((read) => read.app === app).map(({ what, place }) => `${what} at ${describePlace(place)}`);
  const distinct = [...new Set(texts)];
  if (distinct.length === 0) return '';
  const rest = distinct.length > 4 ? `, and ${distinct.length - 4} more` : '';
  return ` The app asks for ${distinct.slice(0, 4).join(', ')}${rest}.`;
}
