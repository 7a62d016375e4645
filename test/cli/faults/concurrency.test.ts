import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { FileSpec } from '../../../src/model/file-spec';
import { cases } from '../../support/cases';
import { messageOf } from '../../support/thrown';
import { writeFiles } from '../../support/write';
import { NEW, OLD, SCOPE, treeFrom, treeOf, Workshop } from './writing';

const ROUNDS = cases(50, 200);

const HELD = 'another run (1@here) is writing dist.\nfix: wait for it to end';
const HELD_BY_ANOTHER = /^another run \(\d+@\S+\) is writing .*dist\.\nfix: wait for it to end/;

let workshop: Workshop;
beforeAll(() => {
  workshop = new Workshop();
});
afterAll(() => workshop.remove());

const write = (root: string, files: readonly FileSpec[]) =>
  writeFiles(join(root, 'dist'), files, SCOPE, { projectRoot: root });

describe('several runs at once', () => {
  it('never mix their output: eight processes, each round one of two trees', async () => {
    const root = workshop.project();
    const job = { root, at: 0, kind: 'none', alone: true };
    const jobs = Array.from({ length: ROUNDS }, () => job);
    const ends = await Promise.all(
      Array.from({ length: 8 }, async (_, i) => (await workshop.run(jobs, i % 2 === 0 ? OLD : NEW)).ends),
    );
    const messages = ends.flat().map(({ message }) => message);
    expect(messages).toHaveLength(8 * ROUNDS);
    for (const message of messages) expect(message ?? HELD).toMatch(HELD_BY_ANOTHER);
    expect(messages.filter((message) => message === null).length).toBeGreaterThan(8);
    const tree = JSON.stringify(treeOf(join(root, 'dist')));
    expect([treeFrom(OLD), treeFrom(NEW)].map((one) => Object.entries(one).sort())).toContainEqual(
      Object.entries(JSON.parse(tree)).sort(),
    );
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('all find the lock of a run that was killed, and one of them takes it', async () => {
    for (let round = 0; round < cases(3, 50); round++) {
      const root = workshop.project();
      // A chain: the first owner died, and so did the one that took over from it.
      await workshop.run([{ root, at: 20, kind: 'kill' }]);
      await workshop.run([{ root, at: 20, kind: 'kill' }]);
      expect(readdirSync(root).filter((name) => name.endsWith('.cdk8s-eks.lock'))).toHaveLength(2);
      const jobs = [OLD, NEW].map(() => ({ root, at: 0, kind: 'none', alone: true }));
      const runs = await Promise.all([OLD, NEW, OLD, NEW].map(async (files) => (await workshop.run(jobs, files)).ends));
      for (const { message } of runs.flat()) expect(message ?? HELD).toMatch(HELD_BY_ANOTHER);
      expect(runs.flat().filter(({ message }) => message === null).length).toBeGreaterThan(0);
      expect(readdirSync(root)).toEqual(['dist']);
    }
  });
});

describe('a lock', () => {
  const lock = (root: string, content: string) => {
    const file = join(root, '.dist.cdk8s-eks.lock');
    writeFileSync(file, content);
    return file;
  };

  it('of a process that lives is respected, and names it', async () => {
    const root = workshop.project();
    const owner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      const file = lock(root, `${owner.pid}@${hostname()}\n`);
      expect(messageOf(() => write(root, NEW))).toBe(
        `another run (${owner.pid}@${hostname()}) is writing ${join(root, 'dist')}.\nfix: wait for it to end; if it is gone, delete ${file}.`,
      );
    } finally {
      const gone = new Promise((done) => owner.on('exit', done));
      owner.kill('SIGKILL');
      await gone;
    }
    expect(treeOf(join(root, 'dist'))).toEqual(treeFrom(OLD));
    write(root, NEW);
    expect(treeOf(join(root, 'dist'))).toEqual(treeFrom(NEW));
  });

  it('of another host counts for an hour, since nobody can ask there', () => {
    const root = workshop.project();
    const file = lock(root, '1@somewhere.else\n');
    expect(messageOf(() => write(root, NEW))).toContain('another run (1@somewhere.else) is writing');
    const before = new Date(Date.now() - 61 * 60 * 1000);
    utimesSync(file, before, before);
    write(root, NEW);
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('without an owner, as a power cut leaves it, holds nobody up', () => {
    const root = workshop.project();
    lock(root, '');
    write(root, NEW);
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('is of one folder: two outputs of one project are written at once', () => {
    const root = workshop.project();
    lock(root, `${process.ppid}@${hostname()}\n`);
    mkdirSync(join(root, 'other'));
    const longer = join(root, '.other.new.cdk8s-eks.lock');
    writeFileSync(longer, `${process.ppid}@${hostname()}\n`);
    expect(writeFiles(join(root, 'other'), NEW, SCOPE, { projectRoot: root }).written).toHaveLength(NEW.length);
    expect(existsSync(longer)).toBe(true);
  });
});
