import { isJsonObject, listAt, textAt } from '../../model/json';
import type { Answer } from './ask';

/** One reason why a server refuses an object. */
export interface Refusal {
  /** `spec.ports[0].port`; '' where the server names none. */
  readonly field: string;
  readonly message: string;
}

/** The object is not at fault: the user who asked has no right to ask this. */
export function isNotAllowed({ status, body }: Answer): boolean {
  return status === 401 || (status === 403 && /cannot \w+ resource/.test(textAt(body, 'message') ?? ''));
}

/** Each cause of a refusal on its own, so that all problems of an object are told at once. */
export function refusalsOf({ body }: Answer): readonly Refusal[] {
  const whole = textAt(body, 'message') ?? String(body).slice(0, 500);
  const causes = listAt(body, 'details', 'causes').filter(isJsonObject);
  const refusals = causes.flatMap((cause) => {
    const message = textAt(cause, 'message');
    return message === undefined ? [] : [{ field: textAt(cause, 'field') ?? '', message }];
  });
  return refusals.length > 0 ? distinct(refusals) : strictErrors(whole);
}

/** `.spec.x: field not declared in schema` and `strict decoding error: unknown field "spec.x"` name fields in their text. */
function strictErrors(text: string): readonly Refusal[] {
  const unknown = [...text.matchAll(/(?:unknown|duplicate) field "([^"]+)"/g)];
  if (unknown.length > 0) return distinct(unknown.map(([message, field = '']) => ({ field, message })));
  const field = /(?:^|[:\s])\.([\w.[\]"/-]+): /.exec(text)?.[1] ?? '';
  return [{ field, message: text }];
}

function distinct(refusals: readonly Refusal[]): readonly Refusal[] {
  const seen = new Map(refusals.map((refusal) => [`${refusal.field}|${refusal.message}`, refusal]));
  return [...seen.values()];
}
