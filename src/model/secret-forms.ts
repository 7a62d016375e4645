/** Of these many characters a value is recognized inside of other text; a shorter one only as a word of its own. */
export const LONG = 8;

/** What a key is called whose value is a secret by itself, inside of a longer text. */
const TELLING = /pass|pwd|secret|token|key|cred|auth/i;
/** Shorter parts are rather `true` or a port than a password. */
const SHORTEST_PART = 6;

/** `://user:password@`, from the colon on: what stands before may be long, and is not looked at. */
const IN_ADDRESS = /:\/\/[^\s:@/?#]*:([^\s@/]+)@/g;
/** `password: x`, `export DB_PASSWORD="x"` */
const ASSIGNED = /^(?:export\s+)?["']?([\w.-]+)["']?\s*[:=]\s*(\S.*)$/;
const LONGEST_LINE = 4096;

/** How a value of a Secret may stand in a message: all of it, a line, or a part that is secret by itself. */
export function* formsOf(value: string): Generator<string> {
  yield* spellingsOf(value);
  const trimmed = value.trim();
  if (trimmed !== value) yield* spellingsOf(trimmed);
  const lines = value.includes('\n') ? value.split('\n').map((line) => line.trim()) : [];
  yield* lines.filter((line) => line.length >= LONG);
  for (const part of partsOf(value, lines.length > 0 ? lines : [trimmed]))
    if (part.length >= SHORTEST_PART) yield* spellingsOf(part);
}

/** As it is, and as JSON, base64 and addresses write it. */
function spellingsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const inAddress = encodeURIComponent(bytes.toString('utf8'));
  return [value, JSON.stringify(value).slice(1, -1), bytes.toString('base64'), inAddress];
}

function* partsOf(value: string, lines: readonly string[]): Generator<string> {
  for (const [, password = ''] of value.matchAll(IN_ADDRESS)) yield* [password, decoded(password)];
  for (const line of lines) {
    const [, key = '', text = ''] = line.length > LONGEST_LINE ? [] : (ASSIGNED.exec(line) ?? []);
    if (TELLING.test(key)) yield text.replace(/,$/, '').replace(/^(["'])(.*)\1$/, '$2');
  }
  if (/^\s*[{[]/.test(value)) yield* leavesOf(parsed(value), '');
}

/** `auth` of a Docker configuration is `user:password` in base64. */
function* leavesOf(value: unknown, key: string): Generator<string> {
  if (typeof value === 'string' && TELLING.test(key)) {
    yield value;
    if (key === 'auth')
      yield Buffer.from(value, 'base64')
        .toString('utf8')
        .replace(/^[^:]*:/, '');
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* leavesOf(inner, Array.isArray(value) ? key : name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
