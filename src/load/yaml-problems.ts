import type { SourcePlace } from '../model/source-place';
import type { Unread } from '../model/unread';
import { wrongExpansion } from './alias-budget';
import { contestedIn, type Written } from './contested-yaml';

/** What readers of a document would repair, refuse, or take in two ways. */
export function yamlProblems(written: Written, placeAt: (offset: number) => SourcePlace): readonly Unread[] {
  const { document } = written;
  const found = [...document.errors, ...document.warnings];
  const tooDeep = found.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (tooDeep !== undefined) return [unreadable(placeAt(tooDeep.pos[0]), 'it is nested too deeply')];
  const template = found.find(({ pos }) => lineAt(written.text, pos[0]).includes('{{'));
  if (template !== undefined) return [notForAll(placeAt(template.pos[0]), TEMPLATE)];
  if (found.length > 0) return found.map(({ pos, message }) => notForAll(placeAt(pos[0]), message));
  const wrong = wrongExpansion(document);
  if (wrong !== undefined) return [unreadable(placeAt(document.contents?.range?.[0] ?? 0), wrong)];
  return contestedIn(written).map(({ offset, what }) => notForAll(placeAt(offset), what));
}

/** The reader’s own words are about brackets and blocks, one set for each line. */
const TEMPLATE = 'this looks like a template; render it first (`helm template`), or quote what is a text';

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end);
}

function unreadable(place: SourcePlace, why: string): Unread {
  return { place, message: `the document cannot be read: ${why}.`, fix: 'write the values out, or flatten them.' };
}

export function notForAll(place: SourcePlace, what: string): Unread {
  const message = `the file is not YAML that every reader takes the same way: ${what}`;
  return { place, message, fix: 'correct the line.' };
}
