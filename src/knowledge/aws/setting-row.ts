import type { Annotation, AnyAnnotation } from './annotation';
import type { TextMap } from './annotation-lists';
import type { AnnotationValue, Siblings } from './annotation-values';

/** Receives what properties write: the whole text of an annotation, or one entry of a map in it. */
export interface AnnotationWriter {
  text(key: string, text: string): void;
  entry(key: string, name: string, value: string): void;
}

/** A value that the controller cannot use. */
export interface RefusedValue {
  /** The property's path in the settings: `healthCheck.path`. */
  readonly property: string;
  readonly value: unknown;
  readonly wanted: string;
  /** What is wrong, in brackets, to follow `wanted`. */
  readonly why: string;
}

export type Refuse = (refused: RefusedValue) => void;

/** How one property is written into annotations, judged, and shown on the docs page. */
export interface SettingRow<T> {
  /** The property itself or, for an object, each property in it. */
  readonly entries: (property: string) => readonly SettingEntry[];
  readonly write: (value: T, writer: AnnotationWriter) => void;
  readonly judge: (value: T, property: string, siblings: Siblings, refuse: Refuse) => void;
}

/** A property and an annotation that carries it, for pages and tests. */
export interface SettingEntry {
  readonly property: string;
  readonly annotation: AnyAnnotation;
  /** The name of the property's entry, where the annotation holds a map. */
  readonly name?: string;
}

/** A row for every property: a property without a row does not compile. */
export type SettingsTable<S> = { readonly [K in keyof Required<S>]: SettingRow<Required<S>[K]> };

/** A property that is the whole value of an annotation. */
export function valueIn<T>(annotation: Annotation<T>): SettingRow<T> {
  const { key, value: form } = annotation;
  return {
    entries: (property) => [{ property, annotation }],
    write: (value, writer) => {
      const text = form.write(value);
      if (text !== undefined) writer.text(key, text);
    },
    judge: judgeBy(form),
  };
}

/** A property that is the whole value of one annotation, and says thereby what another one is. */
export function valueWith<T, O>(annotation: Annotation<T>, other: Annotation<O>, says: O): SettingRow<T> {
  const row = valueIn(annotation);
  const text = other.value.write(says) ?? '';
  return {
    ...row,
    entries: (property) => [
      { property, annotation },
      { property, annotation: other },
    ],
    write: (value, writer) => {
      writer.text(other.key, text);
      row.write(value, writer);
    },
  };
}

/** A property that is a map from the end of a key to the value of that annotation. */
export function familyIn<T>(family: Annotation<T>): SettingRow<Readonly<Record<string, T>>> {
  const judge = judgeBy(family.value);
  return {
    entries: (property) => [{ property, annotation: family }],
    write: (values, writer) => {
      for (const [end, value] of Object.entries(values)) {
        const text = family.value.write(value);
        if (text !== undefined) writer.text(`${family.key}${end}`, text);
      }
    },
    judge: (values, property, siblings, refuse) => {
      for (const [end, value] of Object.entries(values)) judge(value, `${property}["${end}"]`, siblings, refuse);
    },
  };
}

/** A property that is a map. Other properties may add entries to the same annotation. */
export function mapIn(annotation: Annotation<TextMap>): SettingRow<TextMap> {
  return {
    ...valueIn(annotation),
    write: (value, writer) => {
      for (const name of Object.keys(value)) writer.entry(annotation.key, name, value[name] ?? '');
    },
  };
}

/**
 * A property that is one entry of an annotation's map.
 * @param beside fixed entries that are written together with it
 */
export function entryIn<T>(
  annotation: Annotation<TextMap>,
  name: string,
  form: AnnotationValue<T>,
  beside: TextMap = {},
): SettingRow<T> {
  return {
    entries: (property) => [{ property, annotation, name }],
    write: (value, writer) => {
      for (const other of Object.keys(beside)) writer.entry(annotation.key, other, beside[other] ?? '');
      writer.entry(annotation.key, name, form.write(value) ?? '');
    },
    judge: judgeBy(form),
  };
}

/** A property that decides about annotations together with the environment; `ALB_LISTENERS` writes the result. */
export function decides<T>(annotations: readonly AnyAnnotation[], form?: AnnotationValue<T>): SettingRow<T> {
  return {
    entries: (property) => annotations.map((annotation) => ({ property, annotation })),
    write: () => undefined,
    judge: form === undefined ? () => undefined : judgeBy(form),
  };
}

function judgeBy<T>(form: AnnotationValue<T>): SettingRow<T>['judge'] {
  return (value, property, siblings, refuse) => {
    const wanted = form.judge(value, siblings);
    if (wanted !== undefined) refuse({ property, value, wanted, why: form.why(form.write(value) ?? '') });
  };
}

/** A property that is an object of properties. */
export function nested<S extends object>(table: SettingsTable<S>): SettingRow<S> {
  return {
    entries: (property) =>
      settingEntries(table).map((entry) => ({ ...entry, property: `${property}.${entry.property}` })),
    write: (value, writer) => writeSettings(table, value, writer),
    judge: (value, property, siblings, refuse) =>
      judgeSettings(table, value, siblings, (inner) => refuse({ ...inner, property: `${property}.${inner.property}` })),
  };
}

/** An object of properties of which some have a value where the object is given. */
export function nestedWith<S extends object>(table: SettingsTable<S>, given: Partial<S>): SettingRow<S> {
  const row = nested(table);
  return { ...row, write: (value, writer) => row.write({ ...given, ...value }, writer) };
}

export function settingEntries<S>(table: SettingsTable<S>): readonly SettingEntry[] {
  return namesOf(table).flatMap((name) => table[name].entries(String(name)));
}

export function writeSettings<S>(table: SettingsTable<S>, settings: S, writer: AnnotationWriter): void {
  for (const name of givenNames(table, settings)) {
    const value = settings[name];
    if (value !== undefined) table[name].write(value, writer);
  }
}

export function judgeSettings<S>(table: SettingsTable<S>, settings: S, siblings: Siblings, refuse: Refuse): void {
  for (const name of givenNames(table, settings)) {
    const value = settings[name];
    if (value !== undefined) table[name].judge(value, String(name), siblings, refuse);
  }
}

/** Of each table that was read: its names, each with its place. */
const PLACES = new WeakMap<object, ReadonlyMap<PropertyKey, number>>();

/** Of the many names of a table the few that settings have, in the table's order. */
function givenNames<S>(table: SettingsTable<S>, settings: S): readonly (keyof S)[] {
  const places = PLACES.get(table) ?? new Map(namesOf(table).map((name, place) => [name, place]));
  PLACES.set(table, places);
  const placeOf = (name: keyof S) => places.get(name) ?? -1;
  return (Object.keys(Object(settings)) as (keyof S)[])
    .filter((name) => places.has(name))
    .sort((a, b) => placeOf(a) - placeOf(b));
}

function namesOf<S>(table: SettingsTable<S>): readonly (keyof S)[] {
  return Object.keys(table) as (keyof S)[];
}
