import { spawnSync } from 'node:child_process';
import type { Command } from './measure';
import { cue } from './peers/cue';
import { helm } from './peers/helm';
import { jsonnet, jsonnetYaml } from './peers/jsonnet';
import { kosko } from './peers/kosko';
import { kustomize } from './peers/kustomize';
import { type Peer, services, type Templates } from './peers/peer';
import { tanka } from './peers/tanka';
import { timoni } from './peers/timoni';
import type { Shape } from './platform';

/** Above this many objects the peers are not asked: what is to be said of them has been said. */
export const PEER_LIMIT = 40_000;

/** Seconds a peer may take, and MiB it may hold, before it is left out of larger sizes. */
export const LIMIT = { seconds: 60, mebibytes: 8192 };

export const PEERS: readonly Peer[] = [helm, jsonnet, jsonnetYaml, tanka, cue, timoni, kustomize, kosko];

/** What a peer says its version is; undefined where it is not on the PATH. */
export function versionOf({ version: [program, ...args] }: Peer): string | undefined {
  const ran = spawnSync(program as string, args, { encoding: 'utf8' });
  return ran.status === 0 ? (ran.stdout.split('\n')[0] as string).trim() : undefined;
}

/** In every object, and in its spelling the same in YAML and JSON. */
const MARK = 'apiVersion';

/**
 * The command under its caps: `ulimit -v` holds address space, which is the memory of these programs and a little more.
 * A peer must print what the templates hold for each service, lest one that prints nothing is praised for its speed.
 */
export function peerCommand(peer: Peer, cwd: string, templates: Templates, shape: Shape): Command {
  const ofOne = [...templates.values()].reduce((sum, text) => sum + text.split(MARK).length - 1, 0);
  const prints = { text: MARK, times: ofOne * [...services(shape)].length };
  const line = `ulimit -v ${LIMIT.mebibytes * 1024}; exec "$@"`;
  const [program] = peer.version;
  return {
    program: 'sh',
    args: ['-c', line, 'sh', program as string, ...peer.args],
    cwd,
    limit: LIMIT.seconds,
    prints,
  };
}
