import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cases } from '../../support/cases';
import { BINARY, INGRESS_CLASS, type Ran, SHOP, TestProject } from '../../support/project';

/** Time for a machine that is busy; nothing is measured. */
jest.setTimeout(600_000);

const withFiles = (app: string, id: string, props: string) =>
  app
    .replace('AlbIngress,', 'AlbIngress, ConfigFiles,')
    .replace('    new AlbIngress(', `    new ConfigFiles(scope, '${id}', { ${props} });\n    new AlbIngress(`);
const BEFORE = withFiles(SHOP, 'less', "hash: false, data: { a: '1' }");
/** Another port, one file of text more and one less: files change, come and go. */
const CHANGED = withFiles(SHOP.replace('9898', '9899'), 'more', "data: { a: '1' }");
const KINDS = ['kill', 'ENOSPC', 'kill', 'EACCES', 'SIGINT', 'kill', 'EROFS', 'EIO', 'SIGTERM', 'short'];
const CODES: Readonly<Record<string, number>> = { kill: -1, SIGINT: 130, SIGTERM: 143, short: 0 };
/** A process that meets one of these is over. */
const ENDS = ['kill', 'SIGINT', 'SIGTERM'];
const POINTS = cases(30, 400);

type Tree = Readonly<Record<string, string>>;
const projects: TestProject[] = [];
/** States that were checked and healed already. */
const healed = new Set<string>();
const points = { tried: 0, survived: 0 };
let before: Tree;
let after: Tree;
let calls: number;

const ARGS = ['synth', '--env', 'dev', '--no-typecheck'];

/** The binary with a fault in it, on one small environment. */
async function synth(project: TestProject, fault: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const args = ['--require', join(__dirname, 'hook.cjs'), BINARY, '--project', project.root];
  const child = spawn(process.execPath, [...args, ...ARGS], {
    env: { ...process.env, FAULT_UNDER: project.root, ...fault },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    text.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    text.stderr += chunk;
  });
  const code = await new Promise<number>((done) => child.on('close', (status) => done(status ?? -1)));
  return { code, ...text };
}

/** A project whose output is what an older source rendered. */
function project(): TestProject {
  const made = new TestProject({ 'shop.ts': CHANGED, 'ingress.ts': INGRESS_CLASS });
  projects.push(made);
  for (const [path, text] of Object.entries(before)) made.write(path, text);
  return made;
}

/** The whole output; a temporary file is no part of it, since nobody reads one. */
function treeOf(made: TestProject): Tree {
  const paths = Object.keys(made.files()).filter((path) => !path.includes('.cdk8s-eks-tmp'));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(made.root, path), 'utf8')]));
}

beforeAll(async () => {
  before = {};
  const first = project();
  first.write('apps/shop.ts', BEFORE);
  expect((await synth(first)).code).toBe(0);
  before = treeOf(first);
  first.write('apps/shop.ts', CHANGED);
  const count = join(first.root, 'count');
  expect(await synth(first, { FAULT_COUNT: count })).toMatchObject({ code: 0, stderr: '' });
  after = treeOf(first);
  calls = Number(first.read('count'));
});

afterAll(() => {
  for (const one of projects) one.remove();
  process.stdout.write(`fault points of the whole binary: ${points.tried} tried, ${points.survived} survived\n`);
});

/** In a process of its own where that is over then, or where a lock stays: it holds for as long as its process lives. */
async function meet(fault: NodeJS.ProcessEnv, apart: boolean): Promise<{ made: TestProject; ran: Ran }> {
  const made = project();
  if (apart) return { made, ran: await synth(made, fault) };
  const ran = made.runWithFault(fault, ...ARGS);
  return readdirSync(made.root).some((name) => name.endsWith('.lock')) ? meet(fault, true) : { made, ran };
}

async function survives(at: number, kind: string): Promise<void> {
  points.tried += 1;
  const { made, ran } = await meet({ FAULT_AT: String(at), FAULT_KIND: kind }, ENDS.includes(kind));
  const what = `${kind} at call ${at}`;
  const tree = treeOf(made);
  const broken = Object.entries(tree).filter(([path, text]) => ![before[path], after[path]].includes(text));
  expect([what, broken]).toEqual([what, []]);
  const isNew = JSON.stringify(tree) === JSON.stringify(after);
  if (kind in CODES) expect([what, ran.code]).toEqual([what, CODES[kind]]);
  else if (ran.code !== 0)
    expect([what, ran.code, ran.stderr]).toEqual([what, 2, expect.stringMatching(/^error OUTPUT: /)]);
  if (ran.code >= 0 && ran.code !== 2) expect([what, isNew]).toEqual([what, true]);
  if (ran.stderr.includes('nothing was changed')) expect([what, tree]).toEqual([what, before]);
  const state = stateOf(made);
  if (!healed.has(state)) {
    healed.add(state);
    expect([what, made.runWithFault({}, ...ARGS, '--check').code]).toEqual([what, isNew ? 0 : 1]);
    expect([what, made.runWithFault({}, ...ARGS).code]).toEqual([what, 0]);
    expect([what, treeOf(made)]).toEqual([what, after]);
    expect(readdirSync(made.root).sort()).toEqual(['apps', 'dist', 'environments', 'node_modules']);
  }
  points.survived += 1;
}

/** All that a next run finds, without what differs from process to process. Two runs that find the same do the same. */
function stateOf(made: TestProject): string {
  const litter = readdirSync(made.root).map((name) => name.replace(/\.[0-9a-f-]{16,}/, '.<id>'));
  const files = Object.entries(made.files()).map(([path, hash]) => [path.replace(/\.\d+\.cdk8s-eks/, '.<pid>'), hash]);
  return JSON.stringify([litter, files]);
}

describe('the binary, with a fault somewhere', () => {
  it('makes files come, change and go', () => {
    const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const differing = paths.filter((path) => before[path] !== after[path]);
    expect(differing.map((path) => path.replace(/-[0-9a-f]{10}/, '-<hash>'))).toEqual([
      'dist/dev/shop/game-2048/configmap_less.yaml',
      'dist/dev/shop/game-2048/deployment_web.yaml',
      'dist/dev/shop/game-2048/configmap_more-<hash>.yaml',
    ]);
    expect(calls).toBeGreaterThan(15);
  });

  it('leaves what --check judges rightly, and the next synth heals without a flag', async () => {
    const jobs = Array.from({ length: POINTS }, (_, i) => ({
      at: 1 + Math.floor((i * calls) / POINTS),
      kind: KINDS[i % KINDS.length] as string,
    }));
    const worker = async () => {
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await survives(job.at, job.kind);
    };
    await Promise.all([worker(), worker(), worker()]);
    expect([points.tried, healed.size > 5]).toEqual([POINTS, true]);
  });
});
