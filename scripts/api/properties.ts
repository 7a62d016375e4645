import type { Part } from '../../charts/shared/property-part';
import { byCodeUnit } from '../../src/model/order';
import type { Declarations, Reference } from './declarations';
import { Shapes } from './shapes';
import { TypeText } from './type-text';

/** Constructs of upstream's kinds judge themselves. */
const GENERATED = /^imports\//;

/**
 * The properties that each exported construct and function takes, by its name: its last parameter where that is an
 * object. Beside them the types that they name.
 */
export function takenProperties(declarations: Declarations, door: string): Readonly<Record<string, Part>> {
  const shapes = new Shapes(declarations);
  const taken: Record<string, Part> = {};
  for (const [name, reference] of declarations.exportsOf(door)) {
    const part = GENERATED.test(reference.file) ? null : takenBy(reference, declarations, shapes);
    if (part !== null) taken[name] = part;
  }
  const all = [...Object.entries(taken), ...Object.entries(shapes.table())];
  return Object.fromEntries(all.sort(([a], [b]) => byCodeUnit(a, b)));
}

/** A function, a constructor, or the `provide` of an exported object. */
const CALLED = /^function \w+|^\s*constructor(?=\()|^\s*provide: (?=\()/m;

function takenBy(reference: Reference, declarations: Declarations, shapes: Shapes): Part {
  const text = declarations.textOf(reference) ?? '';
  const head = CALLED.exec(text);
  if (head === null || text.startsWith('abstract ')) return null;
  const open = text.indexOf('(', head.index);
  const last = new TypeText(text.slice(open)).parameters().at(-1);
  return last === undefined ? null : shapes.part(last, reference);
}

/** The text of `charts/shared/shapes.ts`. */
export function propertiesText(table: Readonly<Record<string, Part>>): string {
  const rows = Object.entries(table).map(([name, part]) => `  ${name}: ${quoted(JSON.stringify(part))},`);
  return `${HEAD}\n${rows.join('\n')}\n} satisfies Readonly<Record<string, string>>;\n`;
}

function quoted(text: string): string {
  return /['\\]/.test(text) ? JSON.stringify(text) : `'${text}'`;
}

const HEAD = `// Written by \`npm run api\` from the types of what the package exports; do not edit.

/**
 * By the name of a construct, a function or a type: the properties it takes, as the JSON of a part. A text names another
 * row. A run asks for few of them, and as objects all of them took 7 ms of every run.
 */
export const SHAPES = {`;
