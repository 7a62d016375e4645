import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/project';

/** A house of its own with one planted mistake, judged by this project's configuration. */
function cruise(files: Readonly<Record<string, string>>): string {
  const house = mkdtempSync(join(ROOT, '.cache-boundaries-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(house, path, '..'), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    const args = ['--config', join(ROOT, '.dependency-cruiser.js'), '--output-type', 'err', 'src'];
    const ran = spawnSync(join(ROOT, 'node_modules', '.bin', 'depcruise'), args, { cwd: house, encoding: 'utf8' });
    return `${ran.stdout}${ran.stderr}`;
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

describe('who may import whom', () => {
  it.each([
    [
      'a room that imports another room',
      'checks-imports-the-ground',
      {
        'src/checks/a.ts': "import { b } from '../load/b';\nexport const a = b;\n",
        'src/load/b.ts': 'export const b = 1;\n',
      },
    ],
    [
      'a cycle of types',
      'no-cycles',
      {
        'src/model/a.ts': "import type { B } from './b';\nexport type A = B | 1;\n",
        'src/model/b.ts': "import type { A } from './a';\nexport type B = A | 2;\n",
      },
    ],
    [
      'a pure room that reads files',
      'pure-rooms-touch-nothing',
      { 'src/render/a.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n" },
    ],
    [
      'somebody who imports the command line',
      'nobody-imports-cli',
      {
        'src/run/a.ts': "import { b } from '../cli/b';\nexport const a = b;\n",
        'src/cli/b.ts': 'export const b = 1;\n',
      },
    ],
  ])('refuses %s', (_what, rule, files) => {
    expect(cruise(files)).toContain(`error ${rule}: `);
  });

  it('looks at modules at all, and finds nothing in an honest house', () => {
    const text = cruise({
      'src/checks/a.ts': "import { b } from '../model/b';\nexport const a = b;\n",
      'src/model/b.ts': 'export const b = 1;\n',
    });
    expect(text).toMatch(/no dependency violations found \(2 modules, 1 dependencies cruised\)/);
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
