import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cases } from '../../support/cases';
import { forgetTaken, HELD_APP, heldUntil } from '../../support/held-app';
import { BINARY, INGRESS_CLASS, type Ran, SHOP, TestProject } from '../../support/project';

let project: TestProject;
let whole: Readonly<Record<string, string>>;
beforeAll(() => {
  project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS, 'held.ts': HELD_APP });
  expect(project.run(...ARGS)).toMatchObject({ code: 0, stderr: '' });
  whole = project.files();
});
afterAll(() => {
  forgetTaken();
  project.remove();
});

const ARGS = ['synth', '--jobs', '2', '--no-typecheck'];

/** The main thread renders one of the four environments, the other thread the rest. */
const REST = 3;

/** Two threads, with a fault in the one that is not the main one. */
function synth(fault: NodeJS.ProcessEnv): Ran {
  const args = ['--require', join(__dirname, 'hook.cjs'), BINARY, '--project', project.root, ...ARGS];
  const under = { FAULT_UNDER: join(project.root, 'dist'), FAULT_IN: 'thread' };
  const env = { ...process.env, ...heldUntil(REST), ...under, ...fault };
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  return { code: ran.status ?? -1, stdout: ran.stdout, stderr: ran.stderr };
}

/** The first folder, the first file, its bytes, its end, and some in the middle. */
const POINTS = cases([1, 17], [1, 2, 3, 4, 5, 6, 7, 8, 17, 40, 60]);

/** All that is left is one environment: the others come back as new folders, filled by whoever rendered them. */
function leaveOne(): void {
  for (const name of readdirSync(join(project.root, 'dist'))) if (name !== 'dev') project.delete(`dist/${name}`);
}

describe('two threads that write at once', () => {
  it.each(['ENOSPC', 'EACCES'])('%s in a thread that writes leaves the old tree, and is told', (kind) => {
    leaveOne();
    const before = project.files();
    for (const at of POINTS) {
      const ran = synth({ FAULT_AT: String(at), FAULT_KIND: kind });
      expect([at, ran.code, ran.stderr]).toEqual([at, 2, expect.stringContaining(`${kind}`)]);
      expect(ran.stderr).toMatch(
        /^error OUTPUT: .*cdk8s-eks-tmp.* could not be written: .*; nothing was changed\.\nfix: .*\.\n$/,
      );
      expect([at, project.files()]).toEqual([at, before]);
      expect(readdirSync(join(project.root, 'dist'))).toEqual(['dev']);
    }
  });

  it('a kill there leaves what --check refuses, and the next run heals it', () => {
    for (const at of POINTS) {
      leaveOne();
      expect([at, synth({ FAULT_AT: String(at), FAULT_KIND: 'kill' }).code]).toEqual([at, -1]);
      expect([at, project.run(...ARGS, '--check').code]).toEqual([at, 1]);
      expect([at, project.run(...ARGS).code]).toEqual([at, 0]);
      expect([at, project.files()]).toEqual([at, whole]);
      expect(readdirSync(project.root).sort()).toEqual(['apps', 'dist', 'environments', 'node_modules']);
    }
  });
});
