// Compiles imports/<group>.ts, which is generated and so has one form, into lib/imports/<group>.js: a class or an enum is
// made when it is first asked for, since an app needs ten of two hundred. And lets a bundle load a group when a class of
// it is first used, since a run needs two of twenty.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the files of all groups call. */
export const HELPERS = 'fields';
const CALLED = new RegExp(`^import (\\{[^}]*\\}) from './${HELPERS}';`);

const STATEMENT = /^(?=export |import |function )/m;
const MADE = /^export (class|enum) (\w+)/;
const FUNCTION = /^export function (\w+)/;
/** V8 keeps such an object as a table; another one it would build anew for each of a thousand properties: 0.7 ms, not 6. */
const EXPORTS = 'exports = module.exports = Object.setPrototypeOf(Object.create(null), Object.prototype);\n';
/** Lets a value be made when it is first read. */
const LATER = `function later(name, make) {
  let made;
  Object.defineProperty(exports, name, { get: () => (made ??= make()), configurable: true, enumerable: true });
}
`;

/** `keda.sh` for `imports/keda.sh.ts`, of all groups. */
export function generatedGroups(root) {
  return readdirSync(join(root, 'imports'))
    .filter((file) => file.endsWith('.ts') && file !== `${HELPERS}.ts`)
    .map((file) => file.slice(0, -3));
}

/** Writes lib/imports/. */
export async function compileGenerated(root, transform, options) {
  mkdirSync(join(root, 'lib', 'imports'), { recursive: true });
  const compile = async (group) => {
    const { source, names } = lazyModule(readFileSync(join(root, 'imports', `${group}.ts`), 'utf8'));
    const { code } = await transform(source, { ...options, loader: 'ts', minifyWhitespace: true });
    // What Node reads to know which names an ES module can import.
    const annotation = `0 && (module.exports = { ${names.join(', ')} });\n`;
    writeFileSync(join(root, 'lib', 'imports', `${group}.js`), `${code}${annotation}`);
  };
  const helpers = readFileSync(join(root, 'imports', `${HELPERS}.ts`), 'utf8');
  const { code } = await transform(helpers, { ...options, loader: 'ts', format: 'cjs', minifyWhitespace: true });
  writeFileSync(join(root, 'lib', 'imports', `${HELPERS}.js`), code);
  await Promise.all(generatedGroups(root).map(compile));
}

/** TypeScript of a module of CommonJS, and what it exports. */
function lazyModule(source) {
  const names = [];
  const statements = source.split(STATEMENT).map((statement) => {
    const called = CALLED.exec(statement)?.[1];
    if (called !== undefined) return `const ${called} = require('./${HELPERS}.js');\n`;
    if (statement.startsWith('import ')) return '';
    const [, form, made] = MADE.exec(statement) ?? [];
    const [, turning] = FUNCTION.exec(statement) ?? [];
    if (made === undefined && turning === undefined) return statement.replace(/^export /, '');
    names.push(made ?? turning);
    const bare = statement.replace(/^export /, '').trimEnd();
    if (turning !== undefined) return `${bare}\nexports.${turning} = ${turning};\n`;
    return `later('${made}', () => ${form === 'class' ? bare : `{ ${bare}\n return ${made}; }`});\n`;
  });
  const head = `'use strict';\n${EXPORTS}Object.defineProperty(exports, '__esModule', { value: true });\nconst { ApiObject } = require('cdk8s');\n`;
  return { source: `${head}${LATER}${statements.join('')}`, names };
}

/** For esbuild: the generated classes stay outside of a bundle. */
export const GENERATED_OUTSIDE = {
  name: 'generated-outside',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/(?:.*\/)?imports\/[^/]+$/ }, ({ path }) => {
      return { path: `../imports/${path.slice(path.lastIndexOf('/') + 1)}.js`, external: true };
    });
  },
};

const REQUIRED = /^var (\w+) = (__toESM\()?require\("\.\.\/imports\/([^"]+)\.js"\)\)?;\n/gm;

/** Of a bundle's text: what it requires of lib/imports when it is loaded is required where it is used. */
export function withGeneratedLater(text) {
  const groups = new Map();
  /** What esbuild calls a group in one file → the function that loads it; the namespaces are exported as a whole. */
  const [used, exported] = [new Map(), new Map()];
  const rest = text.replace(REQUIRED, (_, name, isNamespace, group) => {
    const load = `load_${group.replace(/\W/g, '_')}`;
    groups.set(load, group);
    (isNamespace === undefined ? used : exported).set(name, load);
    return '';
  });
  const code = rest
    .replace(/\b(\w+)\.(\w+)/g, (all, name, of) => (used.has(name) ? `(${used.get(name)}().${of})` : all))
    .replace(/^( {2}\w+): \(\) => (\w+)(,?)$/gm, (all, key, name, comma) =>
      exported.has(name) ? `${key}: ${exported.get(name)}${comma}` : all,
    );
  // A namespace has the name of what it is exported as, or that name with a number.
  const left = [...used.keys()]
    .map((name) => `\\b${name}\\b`)
    .concat([...exported.keys()].map((name) => `=> ${name}\\b`));
  const found = left.length === 0 ? null : new RegExp(left.join('|')).exec(code);
  if (found !== null) throw new Error(`scripts/generated.mjs does not know how lib/ uses ${found[0]} of imports/.`);
  const loaders = [...groups].map(
    ([load, group]) =>
      `var ${load}_;\nfunction ${load}() {\n  return ${load}_ ??= require("../imports/${group}.js");\n}\n`,
  );
  // Functions and variables may stand behind what uses them.
  return `${code}${loaders.join('')}`;
}
