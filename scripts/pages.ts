// Writes the pages of docs/ that are made from the source, and the names of properties that constructs take.
//   npm run pages            into docs/ and charts/
//   npm run pages -- DIR     into another folder, for comparing
//   npm run api              api.txt and the names alone
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Declarations } from './api/declarations';
import { withDeclarations } from './api/emitted';
import { propertyNames } from './api/property-names';
import { DOORS } from './api/public-api';
import { annotationPages } from './pages/annotations';
import { apiPages } from './pages/api';
import type { Pages } from './pages/page';
import { reliabilityPages } from './pages/reliability';
import { rulePages } from './pages/rules';
import { settingsPages } from './pages/settings';

/** Folders that hold generated pages and nothing else. */
const GENERATED = ['rules'];

const { values, positionals } = parseArgs({ options: { api: { type: 'boolean' } }, allowPositionals: true });
const root = join(__dirname, '..');
const [folder] = positionals;
const to = resolve(folder ?? join(root, 'docs'));
write(withDeclarations(root, (declarations) => (values.api ? ofTheApi(declarations) : allPages(declarations)), mend));

/** A new interface is a type error until its name is written. */
function mend(declarations: Declarations): void {
  if (folder === undefined) writeAll(namesOf(declarations));
}

function namesOf(declarations: Declarations): Pages {
  return { 'charts/shared/property-names.ts': propertyNames(declarations, DOORS['cdk8s-eks']) };
}

function ofTheApi(declarations: Declarations): Pages {
  return { ...apiPages(declarations), ...namesOf(declarations) };
}

function allPages(declarations: Declarations): Pages {
  return {
    ...ofTheApi(declarations),
    ...annotationPages(),
    ...reliabilityPages(),
    ...rulePages(root),
    ...settingsPages(),
  };
}

/** Everything is made before anything is touched. */
function write(pages: Pages): void {
  if (!values.api) removeOthers(pages);
  writeAll(pages);
}

function writeAll(pages: Pages): void {
  for (const [path, text] of Object.entries(pages)) {
    const file = join(path.startsWith('charts/') ? (folder ?? root) : to, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** What an earlier run made and this one does not. */
function removeOthers(pages: Pages): void {
  for (const folder of GENERATED) {
    mkdirSync(join(to, folder), { recursive: true });
    for (const path of readdirSync(join(to, folder), { recursive: true, encoding: 'utf8' })) {
      if (path.endsWith('.md') && !Object.hasOwn(pages, `${folder}/${path}`)) rmSync(join(to, folder, path));
    }
  }
}
