import { byCodeUnit } from '../../src/model/order';
import type { Declarations } from './declarations';
import { Shapes } from './shapes';
import { TypeText } from './type-text';

/** Interfaces that a user writes as an object: properties of constructs, calls, and the definition of an app. */
const TAKEN = /(Props|Call)$|^(AppDefinition|ProvidedApp)$/;

/** Source code: the names that a run refuses all others beside, from the interfaces that the package exports. */
export function propertyNames(declarations: Declarations, door: string): string {
  const shapes = new Shapes(declarations);
  const exported = [...declarations.exportsOf(door)].filter(
    ([, { name, file }]) => TAKEN.test(name) && !/^imports\//.test(file),
  );
  const roots = exported.map(([, { name }]) => name).sort(byCodeUnit);
  for (const [, reference] of exported) shapes.part(new TypeText(reference.name).type(), reference);
  const lines = [...shapes.found]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([name, shape]) => `  ${name}: ${JSON.stringify(shape)},`);
  return `${HEAD}
export type TakenProperties = ${roots.map((name) => `'${name}'`).join(' | ')};

export const PROPERTY_NAMES: Readonly<Record<string, Shape | null>> = {
${lines.join('\n')}
};
`;
}

const HEAD = `// Written by \`npm run api\` from the declarations that the compiler emits; do not edit.
import type { Shape } from './property-shape';
`;
