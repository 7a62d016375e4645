import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cases } from '../support/cases';
import { ROOT } from '../support/project';
import { COMMANDS, FIRST_APP, OWNER } from '../support/readme';
import { type Packed, run } from './packed';

/** The README's words in an empty folder; what npm would install is linked. `test/contract/newcomer.test.ts` has npm. */
export function newcomer(packed: () => Packed): void {
  const project = () => join(packed().folder, 'platform');
  const program = (name: string, script: string) =>
    run(process.execPath, [join(ROOT, 'node_modules', name, 'bin', script)], project());
  const itsTest = () => {
    const { status, stderr } = program('jest', 'jest.js');
    expect([status, stderr]).toEqual([0, expect.stringContaining('\nTests:       4 passed, 4 total\n')]);
  };
  const itsTypes = () => {
    const { status, stdout } = program('typescript', 'tsc');
    expect([status, stdout]).toEqual([0, '']);
  };
  const edit = (path: string, from: string, to: string) => {
    const text = readFileSync(join(project(), path), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(project(), path), text.replace(from, to));
  };

  it('9.1 the README begins with a project of one’s own', () => {
    expect(COMMANDS).toEqual([
      'npx cdk8s-eks init platform --yes',
      'cd platform && npm install && npm test && npm run synth',
    ]);
    const [, , ...args] = COMMANDS[0]?.split(' ') ?? [];
    const ran = packed().inside(packed().folder, ...args);
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout.split('\n').slice(-3)).toEqual([
      'next: cd platform && npm install && npm test && npm run synth',
      'then: put the values of your cluster into environments/dev/environment.yaml',
      '',
    ]);
    packed().installIn(project());
  });

  it('9.1 what init writes is green: its test, its types, synth, and synth again', () => {
    const manifest = JSON.parse(readFileSync(join(project(), 'package.json'), 'utf8'));
    expect(manifest.scripts).toMatchObject({ test: 'jest', typecheck: 'tsc', synth: 'cdk8s-eks synth' });
    expect(Object.values({ ...manifest.dependencies, ...manifest.devDependencies })).not.toContain('*');
    for (const program of cases([], [itsTest, itsTypes])) program();
    const ran = packed().inside(project(), 'synth');
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toContain('0 warnings, 0 unknown');
    expect(packed().inside(project(), 'synth', '--check').status).toBe(0);
  });

  it('9.1 the README’s first app is green in a repository of one’s own, and its mistake is found', () => {
    edit('environments/defaults.yaml', '\nowners:\n', `\nowners:\n${OWNER}`);
    writeFileSync(join(project(), 'apps', 'shop.ts'), FIRST_APP);
    const ran = packed().inside(project(), 'synth');
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    edit('apps/shop.ts', 'ReadWriteOnce', 'ReadWriteMany');
    const refused = packed().inside(project(), 'check', '--env', 'dev');
    expect([refused.status, refused.stdout.split(': ')[0]]).toEqual([1, 'error eks/valid-ebs-access-mode']);
    edit('apps/shop.ts', 'ReadWriteMany', 'ReadWriteOnce');
  });
}
