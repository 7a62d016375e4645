// Writes charts/text-files.d.ts, so that TypeScript takes the files that the bundler takes.
//   npm run schema                                      with the schemas for editors
//   node scripts/run.mjs scripts/text-file-types.ts DIR  into another folder, for comparing
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TEXT_EXTENSIONS } from '../src/load/text-extensions';

const to = resolve(process.argv[2] ?? join(__dirname, '..', 'charts'));
const modules = TEXT_EXTENSIONS.map(
  (extension) => `declare module '*${extension}' {\n  const text: string;\n  export default text;\n}\n`,
);
writeFileSync(
  join(to, 'text-files.d.ts'),
  `/** Files that an app can import as text: \`import backup from './backup.sh'\`. */\n${modules.join('')}`,
);
