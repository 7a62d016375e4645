import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/project';

/** How a copy of a grammar would look in the text of a source, what its home is called, and such a copy. */
const COPIES: readonly (readonly [RegExp, string, string])[] = [
  [/a-z0-9\]\(\[/, 'dns.ts', '/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/'],
  [/A-Za-z0-9\]\(\[/, 'label.ts', '/^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/'],
  [/\b65_?535\b/, 'port.ts', 'port <= 65_535'],
  [/\\d\{1,3\}\)?\\\./, 'ip.ts', String.raw`/^(\d{1,3})\.(\d{1,3})/`],
  [/\\d\{12\}/, 'arn.ts', String.raw`/^\d{12}$/`],
  [/sha256:\[/, 'image.ts', '/^sha256:[0-9a-f]{64}$/'],
  [/\[KMG|Ki\|Mi|\(Mi\|Gi\)/, 'quantity.ts', String.raw`/^(\d+(?:\.\d+)?)(Mi|Gi)$/`],
  [/\bjan feb mar\b|'jan', 'feb'/, 'cron.ts', "['jan', 'feb', 'mar']"],
  [/Number\.isInteger\(.*&&.*>=/, 'integer.ts', 'Number.isInteger(value) && value >= 0'],
  [/\bnan inf\b|nan\|inf/, 'yaml-scalar.ts', "'null nan inf'.split(' ')"],
];
/** The tables of load balancers are still to come. */
const LATER = ['charts/alb/', 'src/knowledge/aws/', 'src/checks/reads/annotation-value.ts'];

/** Comments say numbers, too. */
function codeOf(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*\*.*?\*\/|^\s*\/\/.*$/gms, (comment) =>
    comment.replace(/[^\n]/g, ''),
  );
  return text.split('\n');
}

const FILES = ['charts', 'src', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => file.endsWith('.ts') && !['src/grammar/', ...LATER].some((place) => file.startsWith(place))),
);

it('no grammar is spelled again outside src/grammar', () => {
  expect(FILES.length).toBeGreaterThan(300);
  const found = FILES.flatMap((file) =>
    codeOf(file).flatMap((line, index) =>
      COPIES.flatMap(([copy, home]) =>
        copy.test(line) ? [`${file}:${index + 1} belongs in src/grammar/${home}`] : [],
      ),
    ),
  );
  expect(found).toEqual([]);
});

it.each(COPIES)('a copy would be found by %s, of %s: %s', (copy, _home, sample) => {
  expect(sample).toMatch(copy);
});
