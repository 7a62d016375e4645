// Writes the pages of docs/ that are made from the source, and charts/shared/shapes.ts: the properties that exported
// constructs and functions take, so that they can refuse all others while they run.
//   npm run pages            into this repository
//   npm run pages -- DIR     into another folder, for comparing
//   npm run api              docs/api.txt and shapes.ts alone
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Declarations } from './api/declarations';
import { withDeclarations } from './api/emitted';
import { propertiesText, takenProperties } from './api/properties';
import { DOORS } from './api/public-api';
import { renderedExample } from './constructs/rendered';
import { addOnPages } from './pages/add-ons';
import { annotationPages } from './pages/annotations';
import { apiPages } from './pages/api';
import { constructPages } from './pages/constructs';
import { customKindPages } from './pages/custom-kinds';
import { factsPages } from './pages/facts';
import { fieldPages } from './pages/fields';
import type { Pages } from './pages/page';
import { reliabilityPages } from './pages/reliability';
import { riskPages } from './pages/risks';
import { rulePages } from './pages/rules';
import { settingsPages } from './pages/settings';
import { upgradePages } from './pages/upgrades';

const SHAPES = 'charts/shared/shapes.ts';

/** Folders that hold generated pages and nothing else. */
const GENERATED = ['constructs', 'rules'];

const { values, positionals } = parseArgs({ options: { api: { type: 'boolean' } }, allowPositionals: true });
const root = join(__dirname, '..');
const to = resolve(positionals[0] ?? root);
write(
  withDeclarations(root, (declarations) => ({
    pages: values.api ? apiPages(declarations) : allPages(declarations),
    shapes: shapesOf(declarations),
  })),
);

function shapesOf(declarations: Declarations): string {
  return propertiesText(takenProperties(declarations, DOORS['cdk8s-eks']));
}

function allPages(declarations: Declarations): Pages {
  return {
    ...apiPages(declarations),
    ...addOnPages(),
    ...annotationPages(),
    ...constructPages(declarations, (name, code) => renderedExample(root, name, code)),
    ...customKindPages(root),
    ...factsPages(),
    ...fieldPages(),
    ...reliabilityPages(),
    ...riskPages(),
    ...rulePages(root),
    ...settingsPages(),
    ...upgradePages(),
  };
}

/** Everything is made before anything is touched. */
function write({ pages, shapes }: { readonly pages: Pages; readonly shapes: string }): void {
  if (!values.api) removeOthers(pages);
  const inDocs = Object.entries(pages).map(([path, text]) => [join('docs', path), text] as const);
  for (const [path, text] of [...inDocs, [SHAPES, shapes] as const]) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), text);
  }
}

/** What an earlier run made and this one does not. */
function removeOthers(pages: Pages): void {
  for (const folder of GENERATED) {
    const all = join(to, 'docs', folder);
    mkdirSync(all, { recursive: true });
    for (const path of readdirSync(all, { recursive: true, encoding: 'utf8' })) {
      if (path.endsWith('.md') && !Object.hasOwn(pages, `${folder}/${path}`)) rmSync(join(all, path));
    }
  }
}
