import type { Annotation, AnyAnnotation } from './annotation';
import type { TextMap } from './annotation-lists';
import type { AnnotationValue, Siblings } from './annotation-values';

/** Collects what is written: whole texts by key, and the entries of maps. */
export interface AnnotationWriter {
  text(key: string, text: string): void;
  entry(key: string, name: string, value: string): void;
}

/** A value that the controller cannot use. */
export interface RefusedValue {
  /** As people write it: `healthCheck.path`. */
  readonly property: string;
  readonly value: unknown;
  readonly wanted: string;
  /** Stands behind what is wanted: what is wrong, in brackets. */
  readonly why: string;
}

export type Refuse = (refused: RefusedValue) => void;

/** How one property stands in annotations: written by the construct, judged, and shown on the page. */
export interface SettingRow<T> {
  /** The properties in it by name: its own, or those of an object. */
  readonly entries: (property: string) => readonly SettingEntry[];
  readonly write: (value: T, writer: AnnotationWriter) => void;
  readonly judge: (value: T, property: string, siblings: Siblings, refuse: Refuse) => void;
}

/** A property and an annotation that carries it, for pages and tests. */
export interface SettingEntry {
  readonly property: string;
  readonly annotation: AnyAnnotation;
  /** Of a map: the name under which it stands there. */
  readonly name?: string;
}

/** A row for every property: one that nobody writes, judges and documents does not compile. */
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

/** A property that is a map, beside which other properties may add to the same annotation. */
export function mapIn(annotation: Annotation<TextMap>): SettingRow<TextMap> {
  return {
    ...valueIn(annotation),
    write: (value, writer) => {
      for (const name of Object.keys(value)) writer.entry(annotation.key, name, value[name] ?? '');
    },
  };
}

/** A property that is one entry of an annotation's map, with fixed entries beside it. */
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

/** A property that decides about annotations together with the environment: written from what comes of it. */
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

export function settingEntries<S>(table: SettingsTable<S>): readonly SettingEntry[] {
  return namesOf(table).flatMap((name) => table[name].entries(String(name)));
}

export function writeSettings<S>(table: SettingsTable<S>, settings: S, writer: AnnotationWriter): void {
  for (const name of namesOf(table)) {
    const value = settings[name];
    if (value !== undefined) table[name].write(value, writer);
  }
}

export function judgeSettings<S>(table: SettingsTable<S>, settings: S, siblings: Siblings, refuse: Refuse): void {
  for (const name of namesOf(table)) {
    const value = settings[name];
    if (value !== undefined) table[name].judge(value, String(name), siblings, refuse);
  }
}

function namesOf<S>(table: SettingsTable<S>): readonly (keyof S)[] {
  return Object.keys(table) as (keyof S)[];
}
