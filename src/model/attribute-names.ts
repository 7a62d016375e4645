import { suggest } from './suggest';

/** A name that AWS does not know, and the known one that is meant. */
export interface MisspeltName {
  readonly name: string;
  readonly meant: string;
}

/**
 * Names of attributes such as `load_balancing.cross_zone.enabled` that are known ones but for the spelling of a part. Others
 * pass: AWS adds names, and only a name that is near a known one is surely a mistake.
 */
export function misspeltNames(names: readonly string[], known: readonly string[]): readonly MisspeltName[] {
  return names.flatMap((name) => {
    if (known.includes(name)) return [];
    const meant = known.find((other) => isNear(name.split('.'), other.split('.')));
    return meant === undefined ? [] : [{ name, meant }];
  });
}

function isNear(parts: readonly string[], others: readonly string[]): boolean {
  return (
    parts.length === others.length &&
    parts.every((part, index) => {
      const other = others[index] ?? '';
      return part === other || suggest(part, [other]) !== undefined;
    })
  );
}
