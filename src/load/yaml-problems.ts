import type { SourcePlace } from '../model/source-place';
import type { Unread } from '../model/unread';
import { wrongExpansion } from './alias-budget';
import { contestedIn, type Written } from './contested-yaml';

/** What readers of a document would repair, refuse, or take in two ways. */
export function yamlProblems(written: Written, placeAt: (offset: number) => SourcePlace): readonly Unread[] {
  const { document } = written;
  const found = [...document.errors, ...document.warnings];
  if (found.length > 0) return found.map(({ pos, message }) => notForAll(placeAt(pos[0]), message));
  const wrong = wrongExpansion(document);
  if (wrong !== undefined) {
    const place = placeAt(document.contents?.range?.[0] ?? 0);
    return [
      { place, message: `the document cannot be read: ${wrong}.`, fix: 'write the values out, or flatten them.' },
    ];
  }
  return contestedIn(written).map(({ offset, what }) => notForAll(placeAt(offset), what));
}

function notForAll(place: SourcePlace, what: string): Unread {
  const message = `the file is not YAML that every reader takes the same way: ${what}`;
  return { place, message, fix: 'correct the line.' };
}
