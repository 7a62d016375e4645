// Writes the pages of docs/ that are made from the source.
//   npm run pages            into docs/
//   npm run pages -- DIR     into another folder, for comparing
//   npm run api              api.txt alone
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withDeclarations } from './api/emitted';
import { annotationPages } from './pages/annotations';
import { apiPages } from './pages/api';
import { constructPages } from './pages/constructs';
import type { Pages } from './pages/page';
import { reliabilityPages } from './pages/reliability';
import { rulePages } from './pages/rules';
import { settingsPages } from './pages/settings';

/** Folders that hold generated pages and nothing else. */
const GENERATED = ['constructs', 'rules'];

const { values, positionals } = parseArgs({ options: { api: { type: 'boolean' } }, allowPositionals: true });
const root = join(__dirname, '..');
const to = resolve(positionals[0] ?? join(root, 'docs'));
write(withDeclarations(root, (declarations) => (values.api ? apiPages(declarations) : allPages(declarations))));

function allPages(declarations: Parameters<typeof apiPages>[0]): Pages {
  return {
    ...apiPages(declarations),
    ...annotationPages(),
    ...constructPages(declarations),
    ...reliabilityPages(),
    ...rulePages(root),
    ...settingsPages(),
  };
}

/** Everything is made before anything is touched. */
function write(pages: Pages): void {
  if (!values.api) removeOthers(pages);
  for (const [path, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), text);
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
