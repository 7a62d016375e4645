import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from './measure';
import type { Shape } from './platform';

/** Another tool that renders the same objects, and how it is asked to. */
export interface Peer {
  readonly name: string;
  /** Asking for the version also tells whether it is here. */
  readonly version: readonly string[];
  /** Writes what the tool reads. */
  readonly prepare: (folder: string, templates: Templates, shape: Shape) => void;
  readonly args: readonly string[];
}

/** The YAML of one service's six objects as this tool wrote them, by file name. */
export type Templates = ReadonlyMap<string, string>;

/** Names in the templates, to be replaced by what each peer calls a variable. */
export const SERVICE = 'service-0';
export const APP = 'app-01';

/** Above this many objects the peers are not asked: what is to be said of them has been said. */
export const PEER_LIMIT = 40_000;

/** Seconds a peer may take, and MiB it may hold, before it is left out of larger sizes. */
export const LIMIT = { seconds: 60, mebibytes: 8192 };

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

const filled = (text: string, service: string, app: string) =>
  text.replaceAll(APP, app).replaceAll(new RegExp(`${SERVICE}(?!\\d)`, 'g'), service);

/** Every service with its app; a fleet of several environments is rendered as so many more services. */
function* services(shape: Shape): Generator<readonly [service: string, app: string]> {
  for (const environment of shape.environments)
    for (const app of shape.apps)
      for (let index = 0; index < app.services; index++) yield [`service-${index}`, `${environment}-${app.name}`];
}

const helm: Peer = {
  name: 'helm template',
  version: ['helm', 'version', '--short'],
  prepare(folder, templates, shape) {
    write(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: bench\nversion: 0.1.0\n');
    const list = [...services(shape)].map(([service, app]) => `  - { name: ${service}, app: ${app} }\n`);
    write(join(folder, 'values.yaml'), `services:\n${list.join('')}`);
    const body = [...templates.values()].map((text) => `---\n${filled(text, '{{ .name }}', '{{ .app }}')}`).join('');
    write(join(folder, 'templates', 'services.yaml'), `{{- range .Values.services }}\n${body}{{- end }}\n`);
  },
  args: ['template', 'bench', '.'],
};

const jsonnet: Peer = {
  name: 'jsonnet',
  version: ['jsonnet', '--version'],
  prepare(folder, templates, shape) {
    const objects = [...templates.values()].map((text) => filled(jsonOf(text), "' + name + '", "' + app + '"));
    const literal = objects.map((text) => text.replaceAll('"', "'")).join(', ');
    const list = [...services(shape)].map(([service, app]) => `['${service}', '${app}']`).join(',\n');
    write(
      join(folder, 'main.jsonnet'),
      `local service(name, app) = [${literal}];\nstd.flattenArrays([service(s[0], s[1]) for s in [\n${list}\n]])\n`,
    );
  },
  args: ['main.jsonnet'],
};

const cue: Peer = {
  name: 'cue export',
  version: ['cue', 'version'],
  prepare(folder, templates, shape) {
    const objects = [...templates.values()].map((text) => filled(jsonOf(text), '\\(name)', '\\(app)'));
    const list = [...services(shape)].map(([service, app]) => `\t{name: "${service}", app: "${app}"},\n`).join('');
    write(
      join(folder, 'main.cue'),
      `package bench\n_services: [\n${list}]\nobjects: [ for s in _services for o in {\n\tname=_name: s.name\n\tapp=_app: s.app\n\tlist: [${objects.join(', ')}]\n}.list {o}]\n`,
    );
  },
  args: ['export', '--out', 'yaml', '.'],
};

const kustomize: Peer = {
  name: 'kustomize build',
  version: ['kustomize', 'version'],
  prepare(folder, templates, shape) {
    const resources: string[] = [];
    for (const [service, app] of services(shape)) {
      const path = `${app}-${service}.yaml`;
      write(join(folder, path), [...templates.values()].map((text) => `---\n${filled(text, service, app)}`).join(''));
      resources.push(`  - ${path}\n`);
    }
    write(join(folder, 'kustomization.yaml'), `resources:\n${resources.join('')}`);
  },
  args: ['build', '.'],
};

export const PEERS: readonly Peer[] = [helm, jsonnet, cue, kustomize];

/** What a peer says its version is; undefined where it is not on the PATH. */
export function versionOf({ version: [program, ...args] }: Peer): string | undefined {
  const ran = spawnSync(program as string, args, { encoding: 'utf8' });
  return ran.status === 0 ? ran.stdout.split('\n')[0]?.trim() : undefined;
}

/** The command under its caps: `ulimit -v` holds address space, which is the memory of these programs and a little more. */
export function peerCommand(peer: Peer, cwd: string): Command {
  const line = `ulimit -v ${LIMIT.mebibytes * 1024}; exec "$@"`;
  const [program] = peer.version;
  return { program: 'sh', args: ['-c', line, 'sh', program as string, ...peer.args], cwd, limit: LIMIT.seconds };
}

function jsonOf(text: string): string {
  const { parse } = require('yaml') as typeof import('yaml');
  return JSON.stringify(parse(text, { version: '1.1' }));
}
