import { ALB_PREFIX } from '../../src/knowledge/aws/alb-annotations';
import { ALB_LISTENERS, ALB_SETTINGS, type AlbListeners, type AlbSettings } from '../../src/knowledge/aws/alb-settings';
import { writePairs } from '../../src/knowledge/aws/annotation-lists';
import { type AnnotationWriter, type SettingsTable, writeSettings } from '../../src/knowledge/aws/setting-row';

/** What typed settings become: the texts of annotations by their keys without prefix. */
export interface WrittenAnnotations {
  readonly texts: Readonly<Record<string, string>>;
  /** Entries of maps that two properties give: `[key, name]`. */
  readonly twice: readonly (readonly [key: string, name: string])[];
}

export function writeAlb(settings: AlbSettings, listeners: AlbListeners): WrittenAnnotations {
  return written((writer) => {
    writeSettings(ALB_SETTINGS, settings, writer);
    writeSettings(ALB_LISTENERS, listeners, writer);
  });
}

/** The same for the properties of one table. */
export function writeTable<S>(table: SettingsTable<S>, settings: S): WrittenAnnotations {
  return written((writer) => writeSettings(table, settings, writer));
}

function written(write: (writer: AnnotationWriter) => void): WrittenAnnotations {
  const texts: Record<string, string> = {};
  const maps = new Map<string, Map<string, string>>();
  const twice: [string, string][] = [];
  const writer = {
    text: (key: string, text: string) => {
      texts[key] = text;
    },
    entry: (key: string, name: string, value: string) => {
      const entries = maps.get(key) ?? new Map<string, string>();
      if (entries.has(name)) twice.push([key, name]);
      maps.set(key, entries.set(name, value));
    },
  };
  write(writer);
  for (const [key, entries] of maps) {
    const text = writePairs(Object.fromEntries(entries));
    if (text !== undefined) texts[key] = text;
  }
  return { texts, twice };
}

/** Keys with the controller's prefix. */
export function prefixed(annotations: Readonly<Record<string, string>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const key in annotations) found[`${ALB_PREFIX}${key}`] = annotations[key] as string;
  return found;
}
