import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/project';

type Files = Readonly<Record<string, string>>;

/** Runs a program of this project in a house that holds some files, and gives back all it prints. */
function runIn(files: Files, program: string, ...args: readonly string[]): string {
  const house = mkdtempSync(join(ROOT, '.cache-boundaries-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(house, path, '..'), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    const ran = spawnSync(join(ROOT, 'node_modules', '.bin', program), args, { cwd: house, encoding: 'utf8' });
    return `${ran.stdout}${ran.stderr}`;
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

const cruise = (files: Files) =>
  runIn(files, 'depcruise', '--config', join(ROOT, '.dependency-cruiser.js'), '--output-type', 'err', ...FOLDERS);

const FOLDERS = ['apps', 'charts', 'imports', 'src'];
/** A file in every room, to be imported; each of them imports nothing. */
const ROOMS = [
  ...['apps', 'charts', 'charts/alb', 'charts/workload', 'imports'],
  ...['grammar', 'knowledge', 'model', 'load', 'render', 'gitops', 'checks', 'live', 'referee', 'report'].map(inSrc),
  ...['sandbox', 'write', 'run', 'cli', 'doors'].map(inSrc),
];

function inSrc(room: string): string {
  return `src/${room}`;
}

/** Who imports which room in spite of a rule. */
const PLANTS: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'grammar-imports-nothing': [['src/grammar', 'src/model']],
  'knowledge-imports-grammar': [['src/knowledge', 'src/model']],
  'model-imports-grammar-and-knowledge': [
    ['src/model', 'src/load'],
    ['src/model', 'imports'],
  ],
  'imports-import-cdk8s-only': [['imports', 'charts']],
  'charts-import-imports-and-the-ground': [
    ['charts', 'src/checks'],
    ['charts', 'src/run'],
  ],
  'alb-imports-shared-charts': [['charts/alb', 'charts/workload']],
  'apps-import-the-package-by-name': [
    ['apps', 'charts'],
    ['apps', 'src/model'],
  ],
  'load-imports-the-ground': [['src/load', 'src/render']],
  'render-imports-the-ground': [
    ['src/render', 'src/gitops'],
    ['src/render', 'charts'],
  ],
  'gitops-imports-the-ground': [['src/gitops', 'src/checks']],
  'checks-imports-the-ground': [
    ['src/checks', 'src/load'],
    ['src/checks', 'charts'],
  ],
  'live-imports-the-ground': [['src/live', 'src/load']],
  'referee-imports-the-ground': [['src/referee', 'src/checks']],
  'report-imports-the-ground': [['src/report', 'src/checks']],
  'sandbox-imports-the-ground': [['src/sandbox', 'src/load']],
  'write-imports-the-ground': [
    ['src/write', 'src/report'],
    ['src/write', 'src/run'],
  ],
  'run-joins-the-rooms': [
    ['src/run', 'charts'],
    ['src/run', 'src/doors'],
  ],
  'cli-calls-run-and-report': [
    ['src/cli', 'src/checks'],
    ['src/cli', 'charts'],
  ],
  'doors-call-run': [
    ['src/doors', 'src/checks'],
    ['src/doors', 'charts'],
  ],
  'nobody-imports-cli': [['src/doors', 'src/cli']],
};

/** What other rules refuse: of each, the last file is the one that is named. */
const OTHER_PLANTS: Readonly<Record<string, Files>> = {
  'no-cycles': {
    'src/model/cycle-b.ts': "import type { A } from './cycle-a';\nexport type B = A | 2;\n",
    'src/model/cycle-a.ts': "import type { B } from './cycle-b';\nexport type A = B | 1;\n",
  },
  'pure-rooms-touch-nothing': {
    'src/render/reads.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n",
  },
  'index-only-at-the-doors': {
    'src/model/folder/index.ts': 'export const a = 1;\n',
    'src/model/barrel.ts': "export { a } from './folder';\n",
  },
  'no-unresolvable': { 'src/model/nowhere.ts': "export { a } from './not-there';\n" },
};

describe('who may import whom', () => {
  const name = (rule: string, from: string, to: string) => `${from}/${rule}-${to.replace('/', '-')}.ts`;
  const roomFiles = Object.fromEntries(ROOMS.map((room) => [`${room}/room.ts`, 'export const room = 1;\n']));
  const up = (path: string) => path.split('/').fill('..').join('/');
  const text = cruise({
    ...roomFiles,
    ...Object.fromEntries(
      Object.entries(PLANTS).flatMap(([rule, pairs]) =>
        pairs.map(([from, to]) => [name(rule, from, to), `export { room } from '${up(from)}/${to}/room';\n`]),
      ),
    ),
    ...Object.assign({}, ...Object.values(OTHER_PLANTS)),
  });
  const { forbidden }: { forbidden: readonly { readonly name: string }[] } = require('../../.dependency-cruiser.js');

  it.each(forbidden.map((rule) => rule.name))('%s is held', (rule) => {
    const broken = (PLANTS[rule] ?? []).map(([from, to]) => `error ${rule}: ${name(rule, from, to)} `);
    const others = Object.keys(OTHER_PLANTS[rule] ?? {}).slice(-1);
    const wanted = [...broken, ...others.map((path) => `error ${rule}: ${path} `)];
    expect(wanted).not.toEqual([]);
    expect(wanted.filter((line) => !text.includes(line))).toEqual([]);
  });

  it('looks at modules at all, and finds nothing in an honest house', () => {
    const imports = (from: string, ...rooms: readonly string[]) => [
      `${from}/honest.ts`,
      rooms.map((room, i) => `export { room as room${i} } from '${up(from)}/${room}/room';\n`).join(''),
    ];
    const ground = ['src/grammar', 'src/knowledge', 'src/model'];
    const honest = Object.fromEntries([
      imports('src/knowledge', 'src/grammar'),
      imports('src/model', 'src/grammar', 'src/knowledge'),
      imports('charts', 'imports', ...ground),
      imports('src/checks', ...ground),
      imports('src/run', 'src/load', 'src/write', ...ground),
      imports('src/cli', 'src/run', 'src/report', ...ground),
      imports('src/doors', 'src/run', ...ground),
    ]);
    expect(cruise({ ...roomFiles, ...honest })).toMatch(
      /no dependency violations found \(27 modules, 24 dependencies cruised\)/,
    );
  });

  it('keeps `cdk8s synth`, which empties its output folder before it runs the app, away from dist/', () => {
    const house = mkdtempSync(join(tmpdir(), 'cdk8s-eks-cdk8s-'));
    try {
      copyFileSync(join(ROOT, 'cdk8s.yaml'), join(house, 'cdk8s.yaml'));
      const output = /^output: (.+)$/m.exec(readFileSync(join(ROOT, 'cdk8s.yaml'), 'utf8'))?.[1] ?? '';
      for (const folder of ['dist', output]) {
        mkdirSync(join(house, folder));
        writeFileSync(join(house, folder, 'kept.yaml'), 'as it was\n');
      }
      spawnSync(join(ROOT, 'node_modules', '.bin', 'cdk8s'), ['synth', '--check-upgrade=false'], {
        cwd: house,
        encoding: 'utf8',
      });
      expect(existsSync(join(house, output, 'kept.yaml'))).toBe(false);
      expect(readFileSync(join(house, 'dist', 'kept.yaml'), 'utf8')).toBe('as it was\n');
      expect(readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n')).toContain(`/${output}/`);
    } finally {
      rmSync(house, { recursive: true, force: true });
    }
  });
});
