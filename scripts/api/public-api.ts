import { byCodeUnit } from '../../src/model/order';
import type { Declarations, Reference } from './declarations';

/** By the name that a user imports: where its declarations lie. */
export const DOORS = {
  'cdk8s-eks': 'charts/index',
  'cdk8s-eks/checks': 'src/doors/checks',
  'cdk8s-eks/environments': 'src/doors/environments',
  'cdk8s-eks/testing': 'src/doors/testing',
} as const;

/** Types made from upstream definitions: named by file, since their text is upstream's. */
const GENERATED = /^imports\//;

/** The page: each door's exports with their whole declarations, in the order of their names. */
export function apiText(declarations: Declarations, doors: Readonly<Record<string, string>>): string {
  const parts = Object.entries(doors).map(([door, file]) => {
    const exported = [...declarations.exportsOf(file)].sort(([a], [b]) => byCodeUnit(a, b));
    return [`## ${door}`, ...exported.map(([name, reference]) => entry(name, reference, declarations))].join('\n\n');
  });
  return `${HEAD}\n\n${parts.join('\n\n')}\n`;
}

const HEAD = `# Public API

Written by \`npm run api\` from the declarations that the compiler emits; doc comments are left out.`;

function entry(name: string, reference: Reference, declarations: Declarations): string {
  if (GENERATED.test(reference.file)) return `${name}: ${reference.file}`;
  const text = declarations.textOf(reference) ?? `${name}: ${reference.file}`;
  return name === reference.name ? text : `${name} is\n${text}`;
}

/** Names that an exported declaration uses and no door exports, each with its users. */
export function unexportedNames(declarations: Declarations, doors: Readonly<Record<string, string>>): string[] {
  const exported = Object.values(doors).flatMap((file) => [...declarations.exportsOf(file).values()]);
  const open = new Set(exported.map(keyOf));
  const users = new Map<string, Set<string>>();
  for (const reference of exported) {
    if (reference.name === '*') continue;
    for (const used of declarations.usedBy(reference)) {
      if (open.has(keyOf(used)) || open.has(keyOf({ ...used, name: '*' }))) continue;
      const key = `${used.name} of ${used.file}`;
      users.set(key, (users.get(key) ?? new Set()).add(reference.name));
    }
  }
  return [...users]
    .map(([key, names]) => `${key}, which ${[...names].sort(byCodeUnit).join(', ')} names`)
    .sort(byCodeUnit);
}

function keyOf({ file, name }: Reference): string {
  return `${file}#${name}`;
}
