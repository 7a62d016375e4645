import { spawnSync } from 'node:child_process';
import type { Command } from './measure';
import { cue } from './peers/cue';
import { helm } from './peers/helm';
import { jsonnet } from './peers/jsonnet';
import { kustomize } from './peers/kustomize';
import type { Peer } from './peers/peer';

/** Above this many objects the peers are not asked: what is to be said of them has been said. */
export const PEER_LIMIT = 40_000;

/** Seconds a peer may take, and MiB it may hold, before it is left out of larger sizes. */
export const LIMIT = { seconds: 60, mebibytes: 8192 };

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
