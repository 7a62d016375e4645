import { isJsonObject, own, setOwn } from '../model/json';

/** An answer that is not what the operation answers with: a proxy on the way, or another service, may send anything. */
export class WrongShape extends Error {
  override readonly name = 'WrongShape';
}

/** A part of what AWS answered, read field by field. An absent field, and one that is null, is undefined. */
export class Answer {
  private constructor(
    private readonly value: object,
    private readonly path: string,
  ) {}

  /**
   * @param path of the part; '' for the whole answer
   * @throws WrongShape for anything but a map
   */
  static of(value: unknown, path: string): Answer {
    if (!isJsonObject(value)) throw wrong(path, 'a map', value);
    return new Answer(value, path);
  }

  text(key: string): string | undefined {
    const value = this.at(key);
    if (value === undefined || typeof value === 'string') return value;
    throw wrong(this.pathOf(key), 'a text', value);
  }

  /** @throws WrongShape where there is no text, and for an empty one */
  requiredText(key: string): string {
    const value = this.text(key);
    if (value === undefined || value === '') throw wrong(this.pathOf(key), 'a text', value);
    return value;
  }

  number(key: string): number | undefined {
    const value = this.at(key);
    if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return value;
    throw wrong(this.pathOf(key), 'a number', value);
  }

  flag(key: string): boolean | undefined {
    const value = this.at(key);
    if (value === undefined || typeof value === 'boolean') return value;
    throw wrong(this.pathOf(key), 'true or false', value);
  }

  /** The day of a point in time, by UTC: `2026-12-02`. */
  day(key: string): string | undefined {
    const value: unknown = this.at(key);
    if (value === undefined) return undefined;
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
    throw wrong(this.pathOf(key), 'a time', value);
  }

  texts(key: string): readonly string[] | undefined {
    return this.list(key)?.map((item, index) => {
      if (typeof item === 'string') return item;
      throw wrong(`${this.pathOf(key)}[${index}]`, 'a text', item);
    });
  }

  /** A map of texts, such as labels. */
  pairs(key: string): Readonly<Record<string, string>> | undefined {
    const part = this.part(key);
    if (part === undefined) return undefined;
    const pairs: Record<string, string> = {};
    for (const name of Object.keys(part.value)) {
      const value = part.text(name);
      if (value !== undefined) setOwn(pairs, name, value);
    }
    return pairs;
  }

  part(key: string): Answer | undefined {
    const value = this.at(key);
    return value === undefined ? undefined : Answer.of(value, this.pathOf(key));
  }

  parts(key: string): readonly Answer[] | undefined {
    return this.list(key)?.map((item, index) => Answer.of(item, `${this.pathOf(key)}[${index}]`));
  }

  /** @throws WrongShape where there is none */
  requiredPart(key: string): Answer {
    const part = this.part(key);
    if (part === undefined) throw wrong(this.pathOf(key), 'a map', undefined);
    return part;
  }

  private list(key: string): readonly unknown[] | undefined {
    const value = this.at(key);
    if (value === undefined || Array.isArray(value)) return value;
    throw wrong(this.pathOf(key), 'a list', value);
  }

  private at(key: string): unknown {
    return own(this.value, key) ?? undefined;
  }

  private pathOf(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }
}

/** Most characters of a value that a message shows. */
const SHOWN = 60;

function wrong(path: string, wanted: string, found: unknown): WrongShape {
  if (found === undefined) return new WrongShape(`\`${path}\` is missing`);
  const text = JSON.stringify(found, (_key, value) => (typeof value === 'bigint' ? String(value) : value)) ?? '';
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return new WrongShape(`\`${path}\` is ${shown}, where ${wanted} belongs`);
}
