// Brings what the contract suites run into a cache outside the tree:
//   npm run contract:tools                       for every Kubernetes version that an environment names
//   npm run contract:tools -- --env prod         for that environment alone
//   npm run contract:tools -- --kubernetes 1.37  the API server of a pinned version alone, for `everything`
//   npm run contract:tools -- --from DIR         CustomResourceDefinitions from a folder (crds/…) instead of the network
//   npm run contract:tools -- --list             says what is there and what is missing, and brings nothing
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE } from './cache';
import { cachedDefinition, obtainDefinition, pinnedCatalog, pinnedDefinitions } from './definitions';
import { buildTool, findTool, goVersion } from './obtain';
import { environmentVersions, type Plan, planFor, type Tool } from './pins';

const ROOT = process.cwd();
const say = (text: string) => process.stdout.write(`${text}\n`);
const problems: string[] = [];

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      env: { type: 'string', multiple: true },
      kubernetes: { type: 'string', multiple: true },
      list: { type: 'boolean' },
    },
  });
  const list = values.list === true;
  const versions = [...environmentVersions(join(ROOT, 'environments'))].filter(
    ([, names]) => values.env === undefined || names.some((name) => values.env?.includes(name)),
  );
  if (versions.length === 0) throw new Error(`no environment is called ${values.env?.join(', ')}`);
  const { tools, unavailable } =
    values.kubernetes === undefined ? planFor(versions.map(([version]) => version)) : apiServersOf(values.kubernetes);
  for (const version of unavailable) {
    say(`Kubernetes ${version}: no module of test/contract/cluster/modules pins it, so its environments go unjudged`);
  }
  // What takes seconds first, so that a run that is interrupted has brought it.
  await obtainDefinitions(values.from, list);
  python(list);
  kubeconform(list);
  obtainTools(tools, list);
  if (problems.length === 0) return;
  process.stderr.write(`\nmissing:\n${problems.map((problem) => `  - ${problem}\n`).join('')}`);
  process.exitCode = 4;
}

/** What it takes to hold every construct against a version, which no environment need name. */
function apiServersOf(versions: readonly string[]): Plan {
  const { tools, unavailable } = planFor(versions);
  return { tools: tools.filter(({ name }) => name === 'etcd' || name.startsWith('kube-apiserver-')), unavailable };
}

function obtainTools(tools: readonly Tool[], list: boolean): void {
  const missing = tools.filter((tool) => {
    const found = findTool(tool);
    if (found.path !== undefined) say(`${tool.name}: ${found.path}${sizeOf(found.path)}`);
    return found.path === undefined;
  });
  if (missing.length === 0) return;
  const go = goVersion();
  const minutes = Math.ceil(missing.reduce((sum, tool) => sum + tool.minutes, 0));
  const names = missing.map((tool) => tool.name).join(', ');
  if (go === undefined || list) {
    const why = go === undefined ? 'there is no Go on PATH: install Go 1.25 or newer, or put the program on PATH' : '';
    problems.push(...missing.map((tool) => `${tool.name}${why && `: ${why}`}`));
    return;
  }
  say(`to build with ${go}: ${names}; up to ${minutes} min with a cold cache (module cache 6 GB, build cache 8 GB)`);
  for (const tool of missing) {
    const start = process.hrtime.bigint();
    const built = buildTool(tool);
    const seconds = Number((process.hrtime.bigint() - start) / 1_000_000n) / 1000;
    if (built.path === undefined) problems.push(built.missing);
    else say(`${tool.name}: built in ${seconds.toFixed(0)} s${sizeOf(built.path)}`);
  }
}

async function obtainDefinitions(from: string | undefined, list: boolean): Promise<void> {
  const sources = [...pinnedDefinitions(ROOT), ...pinnedCatalog(ROOT)];
  const missing = sources.filter((source) => cachedDefinition(source) === undefined);
  if (!list) {
    for (const source of missing) {
      await obtainDefinition(source, from).catch((error: Error) => problems.push(error.message));
    }
  } else problems.push(...missing.map((source) => source.file));
  say(
    `CustomResourceDefinitions and schemas of the catalogue: ${sources.length} pinned, ${missing.length} were missing`,
  );
}

/** moto, which answers as Amazon EKS does, in a virtual environment of its own. */
function python(list: boolean): void {
  const server = join(CACHE, 'moto-venv', 'bin', 'moto_server');
  if (existsSync(server)) {
    say(`moto: ${server}`);
    return;
  }
  if (list) {
    problems.push('moto');
    return;
  }
  const ran = spawnSync('bash', [join(ROOT, 'test/contract/moto/install.sh')], { encoding: 'utf8' });
  if (ran.status === 0) say(`moto: ${server}`);
  else problems.push(`moto: ${ran.stderr.trim().split('\n').at(-1)} (it needs Python 3 with venv)`);
}

/** kubeconform, which the tool itself knows how to find or build. */
function kubeconform(list: boolean): void {
  if (list) return;
  const ran = spawnSync(process.execPath, ['bin/cdk8s-eks.js', 'kubeconform', '-v'], { cwd: ROOT, encoding: 'utf8' });
  if (ran.status === 0) say(`kubeconform: ${ran.stdout.trim()}`);
  else problems.push(`kubeconform: ${ran.stderr.trim()}`);
}

function sizeOf(file: string): string {
  return ` (${Math.round(statSync(file).size / 1e6)} MB)`;
}

run().catch((error: Error) => {
  process.stderr.write(`contract:tools: ${error.message}\n`);
  process.exitCode = 2;
});
