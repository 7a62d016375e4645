import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { BINARIES, digestOf, MODULES, sha256 } from './cache';
import type { Tool } from './pins';

export type Found =
  | { readonly path: string; readonly from: 'PATH' | 'cache' | 'built' }
  | { readonly path?: undefined; readonly missing: string };

/** What a cached binary has to say of itself to be used: made from these pins, and unchanged since. */
interface Note {
  readonly sha256: string;
  readonly inputs: string;
  /** SHA-256 of each file that belongs to it. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Where a tool lies already: on PATH when the version fits, else in the cache when it is what was put there. */
export function findTool(tool: Tool): Found {
  const onPath = fittingOnPath(tool);
  if (onPath !== undefined) return { path: onPath, from: 'PATH' };
  const binary = join(BINARIES, tool.name);
  if (!existsSync(binary) || !existsSync(`${binary}.json`)) return { missing: `${tool.name} is not in ${BINARIES}` };
  const note = JSON.parse(readFileSync(`${binary}.json`, 'utf8')) as Note;
  if (note.inputs !== inputsOf(tool)) return { missing: `${tool.name} was built from other pins` };
  const files = (tool.files?.paths ?? []).map((path) => [path, fileOf(tool, path)] as const);
  const whole = files.every(([path, file]) => existsSync(file) && note.files?.[path] === digestOf(file));
  if (!whole || note.sha256 !== digestOf(binary)) {
    return { missing: `${tool.name} in the cache is not what was built` };
  }
  return { path: binary, from: 'cache' };
}

/** Builds a tool from its pinned module into the cache, in one step, so that an interrupted run leaves nothing half. */
export function buildTool(tool: Tool): Found {
  mkdirSync(BINARIES, { recursive: true });
  const binary = join(BINARIES, tool.name);
  const staged = `${binary}.${process.pid}.tmp`;
  const flags = ['-trimpath', '-mod=readonly', '-ldflags', linkerFlags(tool)];
  const ran = spawnSync('go', ['build', ...flags, '-o', staged, tool.package], {
    cwd: join(MODULES, tool.module),
    encoding: 'utf8',
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  if (ran.status !== 0) {
    rmSync(staged, { force: true });
    return { missing: `go build ${tool.package}: ${ran.stderr.trim().split('\n').slice(-5).join('\n')}` };
  }
  chmodSync(staged, 0o755);
  const files = copyFiles(tool);
  const note: Note = { sha256: digestOf(staged), inputs: inputsOf(tool), files };
  writeFileSync(`${binary}.json`, `${JSON.stringify(note)}\n`);
  renameSync(staged, binary);
  return { path: binary, from: 'built' };
}

/** Where a file that belongs to a tool lies in the cache. */
export function fileOf(tool: Tool, path: string): string {
  return join(BINARIES, `${tool.name}.files`, basename(path));
}

/** Out of the module as Go has verified it. */
function copyFiles(tool: Tool): Readonly<Record<string, string>> {
  const digests: Record<string, string> = {};
  if (tool.files === undefined) return digests;
  const cwd = join(MODULES, tool.module);
  const folder = spawnSync('go', ['list', '-m', '-f', '{{.Dir}}', tool.files.of], {
    cwd,
    encoding: 'utf8',
  }).stdout.trim();
  for (const path of tool.files.paths) {
    const file = fileOf(tool, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, readFileSync(join(folder, path)));
    digests[path] = digestOf(file);
  }
  return digests;
}

export function goVersion(): string | undefined {
  const ran = spawnSync('go', ['version'], { encoding: 'utf8' });
  return ran.status === 0 ? ran.stdout.trim() : undefined;
}

function linkerFlags(tool: Tool): string {
  const variables = Object.entries(tool.variables ?? {}).map(([name, value]) => `-X ${name}=${value}`);
  return ['-s', '-w', ...variables].join(' ');
}

/** Everything the binary depends on: pins, sources of our own, flags. */
function inputsOf(tool: Tool): string {
  const folder = join(MODULES, tool.module);
  const sources = ['go.mod', 'go.sum', 'main.go'].map((name) => join(folder, name)).filter((file) => existsSync(file));
  return sha256([...sources.map(digestOf), tool.package, linkerFlags(tool), ...(tool.files?.paths ?? [])].join('\n'));
}

function fittingOnPath({ onPath }: Tool): string | undefined {
  if (onPath === undefined) return undefined;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const binary = join(folder, onPath.command);
    if (folder === '' || !existsSync(binary)) continue;
    const ran = spawnSync(binary, [...onPath.args], { encoding: 'utf8' });
    if (onPath.fits.test(`${ran.stdout}${ran.stderr}`)) return binary;
  }
  return undefined;
}
