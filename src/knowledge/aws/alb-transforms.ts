import { ownOf } from '../../grammar/own';
import { fieldOf, isFields, jsonValue, listOf, objectOf, oneOfTexts, optional, required, textOf } from './json-shape';

/** A rewrite: what matches `regex` becomes `replace`, where `$1` stands for its first group. */
export interface AlbRewrite {
  /** Regular expression, at most 1024 characters. */
  readonly regex: string;
  /** What stands in its place. */
  readonly replace: string;
}

const REWRITES = objectOf({
  rewrites: required(
    listOf(
      objectOf({
        regex: required(textOf(/^[\s\S]{1,1024}$/, 'a regular expression of at most 1024 characters')),
        replace: required(textOf(/^/, 'a text')),
      }),
      1,
      1,
    ),
  ),
});

const CONFIG_OF: Readonly<Record<string, string>> = {
  'url-rewrite': 'urlRewriteConfig',
  'host-header-rewrite': 'hostHeaderRewriteConfig',
};

const TRANSFORM = objectOf(
  {
    type: required(oneOfTexts(...Object.keys(CONFIG_OF))),
    urlRewriteConfig: optional(REWRITES),
    hostHeaderRewriteConfig: optional(REWRITES),
  },
  (fields, at) => {
    const config = ownOf(CONFIG_OF, String(fields['type']));
    return config === undefined || fields[config] !== undefined ? [] : [`${at}${config} is missing`];
  },
);

export const ALB_TRANSFORMS = jsonValue<unknown>(
  'a list of rewrites such as [{"type": "url-rewrite", "urlRewriteConfig": {"rewrites": [{"regex": "^/old/(.*)$", "replace": "/$1"}]}}]',
  (value, at, words) => {
    listOf(TRANSFORM, 0)(value, at, words);
    const entries: readonly unknown[] = Array.isArray(value) ? value : [];
    const types = entries.filter(isFields).map((entry) => String(fieldOf(entry, 'type')));
    const twice = types.find((type, index) => types.indexOf(type) !== index);
    if (twice !== undefined) words.wrongs.push(`${twice} is given twice, and AWS takes each once`);
  },
);
