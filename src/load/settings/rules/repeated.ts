import type { Path } from '../plain-data';
import type { Settings } from '../schema';
import { repeats, type Say } from './rule';

/** What a cluster is made and described of. */
const PARTS = ['compute', 'controlPlane', 'network', 'identity', 'capabilities', 'external'] as const;

/** Lists of which another rule says so. */
const TOLD: readonly (string | number)[] = ['publicCidrs', 'vpcEndpoints'];

/** A text that stands twice in one list: the second says nothing, and was meant to be another. */
export function repeatedProblems(settings: Settings, say: Say): void {
  const parts: Readonly<Record<string, unknown>> = { ...settings };
  for (const part of PARTS) judge(parts[part], [part], say);
}

function judge(value: unknown, path: Path, say: Say): void {
  if (typeof value !== 'object' || value === null || TOLD.includes(path.at(-1) ?? '')) return;
  if (!Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) judge(inner, [...path, key], say);
    return;
  }
  const items: readonly unknown[] = value;
  const texts = items.filter((item) => typeof item === 'string');
  if (texts.length === items.length)
    repeats(
      texts,
      (text) => text,
      (text, index) => say([...path, index], `${text} is already in the list.`, 'remove one.'),
    );
  for (const [index, item] of items.entries()) judge(item, [...path, index], say);
}
