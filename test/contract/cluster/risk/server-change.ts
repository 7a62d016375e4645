import type { JsonObject } from '../../../../src/model/json';

/** A whole object, a change of it, and what the server has to say. */
export interface ServerChange {
  /** Of `docs/diff.md`, where one says it. */
  readonly row: string;
  readonly what: string;
  readonly was: JsonObject;
  readonly now: JsonObject;
  readonly verdict: 'refused' | 'accepted';
}

type Fields = JsonObject;
export interface Type {
  readonly apiVersion: string;
  readonly kind: string;
  readonly clustered?: boolean;
}

let made = 0;

/** Both sides of one object under a name of its own. */
function change(
  verdict: ServerChange['verdict'],
  [row, what]: readonly [row: string, what: string],
  { apiVersion, kind, clustered = false }: Type,
  was: Fields,
  now: Fields,
): ServerChange {
  made += 1;
  const metadata = { name: `risk-${made}`, ...(!clustered && { namespace: 'default' }) };
  const whole = (fields: Fields) => ({ apiVersion, kind, metadata, ...fields });
  return { row, what, was: whole(was), now: whole(now), verdict };
}

export const refused = (row: string, what: string, type: Type, was: Fields, now: Fields) =>
  change('refused', [row, what], type, was, now);
export const accepted = (row: string, what: string, type: Type, was: Fields, now: Fields) =>
  change('accepted', [row, what], type, was, now);
