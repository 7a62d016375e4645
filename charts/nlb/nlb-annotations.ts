import { writePairs } from '../../src/knowledge/aws/annotation-lists';
import { nlbKey } from '../../src/knowledge/aws/nlb-annotation';
import { NLB_LISTENER } from '../../src/knowledge/aws/nlb-listener';
import { NLB_SETTINGS, type NlbSettings } from '../../src/knowledge/aws/nlb-settings';
import { type AnnotationWriter, writeSettings } from '../../src/knowledge/aws/setting-row';
import { listenerProtocol, type NlbPort } from './nlb-listeners';

/** What typed settings become: the texts of annotations by their keys without prefix. */
export interface WrittenNlb {
  readonly texts: Readonly<Record<string, string>>;
  /** Entries of maps that two properties give: `[key, name]`. */
  readonly twice: readonly (readonly [key: string, name: string])[];
}

export function writeNlb(settings: NlbSettings, ports: readonly NlbPort[]): WrittenNlb {
  const texts: Record<string, string> = {};
  const maps = new Map<string, Map<string, string>>();
  const twice: [string, string][] = [];
  const writer: AnnotationWriter = {
    text: (key, text) => {
      texts[key] = text;
    },
    entry: (key, name, value) => {
      const entries = maps.get(key) ?? new Map<string, string>();
      if (entries.has(name)) twice.push([key, name]);
      maps.set(key, entries.set(name, value));
    },
  };
  writeSettings(NLB_SETTINGS, settings, writer);
  for (const port of ports) {
    const protocol = listenerProtocol(port, ports, settings);
    writeSettings(NLB_LISTENER, port.settings, ofListener(writer, port, protocol));
  }
  for (const [key, entries] of maps) {
    const text = writePairs(Object.fromEntries(entries));
    if (text !== undefined) texts[key] = text;
  }
  return { texts, twice };
}

/** The keys of a listener end in it, and those of a target group in the port. */
function ofListener(writer: AnnotationWriter, { port }: NlbPort, protocol: string): AnnotationWriter {
  const full = (key: string) => `${key}${key.startsWith('target-group-') ? port : `${protocol}-${port}`}`;
  return {
    text: (key, text) => writer.text(full(key), text),
    entry: (key, name, value) => writer.entry(full(key), name, value),
  };
}

/** Keys with their prefixes. */
export function prefixedNlb(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [nlbKey(key), text]));
}
