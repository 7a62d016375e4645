import { ALB_ANNOTATIONS, ALB_PREFIX, type AnyAlbAnnotation } from '../../knowledge/aws/alb-annotations';
import { LISTENER_ATTRIBUTES_ROW } from '../../knowledge/aws/alb-listener-rows';
import { map } from '../../knowledge/aws/annotation-lists';
import { mapAt } from '../../model/json';
import type { Alb } from './alb-of';

/** What two Ingresses of one load balancer say of one thing. */
export interface AlbConflict {
  /** Key of the annotation, without its prefix. */
  readonly key: string;
  /** What it is about: the annotation, one entry of its map, or a listener; begins a sentence. */
  readonly about: string;
  readonly first: readonly [alb: Alb, text: string];
  readonly other: readonly [alb: Alb, text: string];
}

type Said = readonly [about: string, text: string];

/** Everything that members of a group contradict each other about. The controller stops at it, for all of them. */
export function albConflicts(members: readonly Alb[]): readonly AlbConflict[] {
  const rows: readonly (readonly [string, (alb: Alb) => readonly Said[]])[] = [
    ...ALB_ANNOTATIONS.map((row) => [row.key, (alb: Alb) => saidOf(row, alb)] as const),
    ...listenerKeys(members).map((key) => [key, (alb: Alb) => entriesOf(key, alb.text(key))] as const),
    [
      'listen-ports',
      ({ listeners }) => listeners.map(({ port, protocol }) => [`the protocol of port ${port}`, protocol]),
    ],
  ];
  return rows.flatMap(([key, said]) => conflictsOf(key, members, said));
}

function conflictsOf(key: string, members: readonly Alb[], said: (alb: Alb) => readonly Said[]): AlbConflict[] {
  const found: AlbConflict[] = [];
  const firsts = new Map<string, readonly [Alb, string]>();
  for (const alb of members) {
    for (const [about, text] of said(alb)) {
      const first = firsts.get(about);
      if (first === undefined) firsts.set(about, [alb, text]);
      else if (first[0] !== alb && first[1] !== text) found.push({ key, about, first, other: [alb, text] });
    }
  }
  return found;
}

function saidOf(row: AnyAlbAnnotation, alb: Alb): readonly Said[] {
  const text = alb.text(row.key);
  if (text === undefined) return [];
  if (row.merge === 'exclusive') return [[`the annotation ${row.key}`, normal(row.key, text)]];
  if (row.merge === 'entry') return entriesOf(row.key, text);
  if (row.merge !== 'listener') return [];
  const ports = alb.listeners.filter(({ protocol }) => row.key !== 'ssl-policy' || protocol === 'HTTPS');
  return ports.map(({ port }) => [`the annotation ${row.key} for port ${port}`, normal(row.key, text)]);
}

const LISTS: ReadonlySet<string> = new Set([
  'subnets',
  'inbound-cidrs',
  'security-group-prefix-lists',
  'frontend-nlb-subnets',
]);

/** The order of most lists does not count; that of security groups does. */
function normal(key: string, text: string): string {
  const items = text.split(',').map((item) => item.trim());
  return (LISTS.has(key) ? [...new Set(items)].sort() : items).join(',');
}

function entriesOf(key: string, text: string | undefined): readonly Said[] {
  return Object.entries(map().read(text ?? '') ?? {}).map(([name, value]) => [`${name} of ${key}`, value]);
}

/** Those of the family that any member has. */
function listenerKeys(members: readonly Alb[]): readonly string[] {
  const keys = members.flatMap(({ ingress }) => Object.keys(mapAt(ingress.value, 'metadata', 'annotations')));
  const bare = keys.map((key) => key.slice(ALB_PREFIX.length));
  return [...new Set(bare.filter((key) => key.startsWith(LISTENER_ATTRIBUTES_ROW.key)))].sort();
}
