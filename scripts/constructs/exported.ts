import { byCodeUnit } from '../../src/model/order';
import type { Declarations, Documented, Reference } from '../api/declarations';
import { DOORS } from '../api/public-api';

/** Something that `cdk8s-eks` exports, with its declaration. */
export interface Exported extends Documented {
  readonly name: string;
  readonly reference: Reference;
}

/** What the main door exports and declares itself: nothing that is made from upstream definitions. */
export function exportsOfPackage(declarations: Declarations): readonly Exported[] {
  const all = [...declarations.exportsOf(DOORS['cdk8s-eks'])].sort(([a], [b]) => byCodeUnit(a, b));
  return all.flatMap(([name, reference]) => {
    const documented = declarations.documentedOf(reference);
    if (documented === undefined || reference.file.startsWith('imports/')) return [];
    return [{ name, reference, ...documented }];
  });
}

/** A class that an app makes with `new`. */
export function isConstruct({ text }: Exported): boolean {
  return text.startsWith('class ');
}

/** A function, or a constant that holds some. */
export function isFunction({ text }: Exported): boolean {
  return /^(function|const) /.test(text);
}
