import { contentHash } from '../../src/grammar/content-hash';
import type { AlbAction } from './alb-actions';

/** What the rules of one path do, as texts of annotations. */
export interface PathTexts {
  readonly action: string;
  readonly conditions?: string;
  readonly transforms?: string;
}

/** Letters of a name before its hash: it is the name of a Service, which has 63 at most. */
const WORDS = 48;
const HASH = 6;

/**
 * Names an action after what it does: no other path, and no share of the requests, has to do with it. What words alone do
 * not tell has a hash of its content behind them.
 * @param services those that it forwards to
 */
export function actionName(action: AlbAction, texts: PathTexts, services: readonly string[]): string {
  const { words, isAll } = wordsOf(action, services);
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const isPlain = isAll && texts.conditions === undefined && texts.transforms === undefined && slug.length <= WORDS;
  return isPlain ? slug : `${slug.slice(0, WORDS).replace(/-$/, '')}-${hashOf(withoutWeights(texts))}`;
}

/** Tells apart two that forward to the same Services with other shares. */
export function nameByShares(name: string, texts: PathTexts): string {
  return `${name.slice(0, WORDS)}-${hashOf(texts)}`;
}

function hashOf(texts: PathTexts): string {
  return contentHash({ ...texts }).slice(0, HASH);
}

function withoutWeights(texts: PathTexts): PathTexts {
  return { ...texts, action: texts.action.replace(/"weight":\d+/g, '"weight":0') };
}

/** `isAll`: whether no other action has these words. */
function wordsOf(action: AlbAction, services: readonly string[]): { readonly words: string; readonly isAll: boolean } {
  if ('fixedResponse' in action) {
    const { statusCode, contentType, body } = action.fixedResponse;
    return { words: `respond ${statusCode}`, isAll: contentType === undefined && body === undefined };
  }
  if ('redirect' in action) {
    const { statusCode = 301, protocol, host, path, ...rest } = action.redirect;
    const given = [protocol?.toLowerCase(), host, path].filter((part) => part !== undefined);
    const isPlain = given.length === 1 && /^\/?[a-z0-9]+$/.test(given[0] ?? '') && Object.keys(rest).length === 0;
    return { words: `redirect to ${given.join(' ')}`, isAll: isPlain && statusCode === 301 };
  }
  return { words: `forward to ${services.join(' and ')}`, isAll: false };
}
