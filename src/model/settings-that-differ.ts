import type { Environment } from './environment';
import { byCodeUnit } from './order';

/** What says which environment it is, or is promoted, or was read from the cluster: nobody sets it to differ. */
const NOT_SETTINGS: ReadonlySet<string> = new Set(['name', 'release', 'facts']);

/** Settings that two environments have differently, by their outermost names; those that apps read by name, one by one. */
export function settingsThatDiffer(one: Environment, other: Environment): readonly string[] {
  const [a, b] = [flat(one), flat(other)];
  const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => !NOT_SETTINGS.has(name));
  return names.filter((name) => a.get(name) !== b.get(name)).sort(byCodeUnit);
}

function flat({ values, ...settings }: Environment): ReadonlyMap<string, string> {
  const text = (value: unknown) => JSON.stringify(value) ?? '';
  return new Map([
    ...Object.entries(settings).map(([name, value]) => [name, text(value)] as const),
    ...Object.entries(values).map(([name, value]) => [`values.${name}`, text(value)] as const),
  ]);
}
