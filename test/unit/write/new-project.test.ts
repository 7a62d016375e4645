import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNewProject } from '../../../src/write/new-project';
import { messageOf } from '../../support/thrown';

const base = mkdtempSync(join(tmpdir(), 'cdk8s-eks-new-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const FILES = { 'package.json': '{}\n', 'apps/hello.ts': 'export {};\n' };
const listed = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
const WRITTEN = ['apps', 'apps/hello.ts', 'package.json'];
const FIX =
  'fix: name a folder that is empty or not there yet; of an existing repository, move the files over by hand.';

describe('a new project', () => {
  it('is written where nothing is, with the folders above it', () => {
    writeNewProject(join(base, 'a', 'b'), FILES);
    expect(listed(join(base, 'a'))).toEqual(['b', ...WRITTEN.map((path) => `b/${path}`)]);
  });

  it('is written into a folder that is empty but for Git’s own, and that stays the same folder', () => {
    const folder = join(base, 'cloned');
    mkdirSync(join(folder, '.git'), { recursive: true });
    writeNewProject(folder, FILES);
    expect(listed(folder)).toEqual(['.git', ...WRITTEN]);
  });

  it('9.1 is refused, with what is in the way', () => {
    const folder = join(base, 'full');
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), 'of somebody');
    expect(messageOf(() => writeNewProject(folder, FILES))).toBe(
      `${folder} is not empty: it holds package.json.\n${FIX}`,
    );
    for (let i = 10; i < 25; i++) writeFileSync(join(folder, `file-${i}`), '');
    const ten = Array.from({ length: 10 }, (_, i) => `file-${i + 10}`).join(', ');
    expect(messageOf(() => writeNewProject(folder, FILES))).toBe(
      `${folder} is not empty: it holds ${ten} and 6 more.\n${FIX}`,
    );
    const file = join(folder, 'package.json');
    expect(messageOf(() => writeNewProject(file, FILES))).toBe(`${file} is not a folder.\n${FIX}`);
    expect(readFileSync(file, 'utf8')).toBe('of somebody');
    expect(listed(folder)).toHaveLength(16);
  });

  it('9.1 leaves nothing behind when it cannot be written', () => {
    // The second file wants to lie below the first.
    const wrong = { apps: 'a file\n', 'apps/hello.ts': 'export {};\n' };
    const text = messageOf(() => writeNewProject(join(base, 'deep', 'er', 'new'), wrong));
    expect(text).toMatch(
      /^.*new: the project could not be written: E.*\. Nothing was kept\.\nfix: repair what is named, and run it again\.$/,
    );
    expect(existsSync(join(base, 'deep'))).toBe(false);
    const empty = join(base, 'empty');
    mkdirSync(join(empty, '.git'), { recursive: true });
    expect(messageOf(() => writeNewProject(empty, wrong))).toContain('Nothing was kept.');
    expect(listed(empty)).toEqual(['.git']);
  });
});
