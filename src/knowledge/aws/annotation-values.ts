/** What the value of an annotation looks like to the controller that reads it. */
export type AnnotationValue =
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'map' | 'json' | 'listeners' | 'cidrs' }
  | { readonly kind: 'pattern'; readonly pattern: RegExp; readonly words: string };

export const choice = (...choices: readonly string[]): AnnotationValue => ({ kind: 'choice', choices });
export const number = (min: number, max: number): AnnotationValue => ({ kind: 'number', min, max });
export const pattern = (regex: RegExp, words: string): AnnotationValue => ({ kind: 'pattern', pattern: regex, words });

export const SCHEME = choice('internal', 'internet-facing');
export const BOOLEAN = choice('true', 'false');
export const MAP: AnnotationValue = { kind: 'map' };
export const CODES = pattern(/^\d{1,3}(-\d{1,3})?(,\d{1,3}(-\d{1,3})?)*$/, 'codes such as 200, 200,301 or 200-299');
export const ARNS = pattern(/^arn:[^,\s]+(\s*,\s*arn:[^,\s]+)*$/, 'ARNs with commas between them');
