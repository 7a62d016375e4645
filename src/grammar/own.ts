/** What a table says of a name from outside: nothing of `constructor` and the others that every object has. */
export function ownOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
