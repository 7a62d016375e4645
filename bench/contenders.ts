import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, measure } from './measure';
import { PEER_LIMIT, PEERS, peerCommand, versionOf } from './peers';
import { APP, SERVICE, type Templates } from './peers/peer';
import { type Shape, writePlatform } from './platform';
import { OURS, STOCK } from './result';
import { STOCK_LIMIT, stockCommand, writeStock } from './stock';

export interface Contender {
  readonly name: string;
  /** Brings the folder to the state every run begins with; not timed. */
  readonly before: () => void;
  readonly command: Command;
  /** Somebody else's program. @default false */
  readonly peer?: boolean;
}

/** The platform of one size for everybody who takes part, ready to run. */
export async function contenders(folder: string, packageRoot: string, shape: Shape): Promise<readonly Contender[]> {
  const project = join(folder, 'project');
  writePlatform(project, packageRoot, shape);
  const ours = (...args: readonly string[]): Command => ({
    program: process.execPath,
    args: [join(packageRoot, 'bin', 'cdk8s-eks.js'), '--verbose', 'synth', ...args],
    cwd: project,
  });
  await measure(ours());
  const found: Contender[] = [
    { name: OURS.full, before: () => setAside(join(project, 'dist'), folder), command: ours() },
    {
      name: OURS.alone,
      before: () => setAside(join(project, 'dist'), folder),
      command: ours('--jobs', '1'),
    },
    { name: OURS.check, before: nothing, command: ours('--check') },
    { name: OURS.app, before: nothing, command: ours('--app', APP, '--env', shape.environments[0] as string) },
  ];
  if (shape.objects <= STOCK_LIMIT) {
    const stock = join(folder, 'stock');
    writeStock(stock, packageRoot, shape);
    found.push({ name: STOCK, before: () => setAside(join(stock, 'dist'), folder), command: stockCommand(stock) });
  }
  const templates = templatesOf(join(project, 'dist', shape.environments[0] as string, APP, APP));
  for (const peer of PEERS) {
    if (shape.objects > PEER_LIMIT || versionOf(peer) === undefined) continue;
    const its = join(folder, peer.name);
    mkdirSync(its, { recursive: true });
    peer.prepare(its, templates, shape);
    found.push({ name: peer.name, before: nothing, command: peerCommand(peer, its, templates, shape), peer: true });
  }
  return found;
}

/** What this tool wrote for the first service. */
function templatesOf(folder: string): Templates {
  const files = readdirSync(folder).filter((name) => name.endsWith(`_${SERVICE}.yaml`) || name.includes('-config.'));
  const first = files.filter((name) => !name.includes('-config.') || name.includes(`_${SERVICE}-config.`));
  return new Map(first.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/**
 * Makes room for a new output without deleting the old one: ext4 passes over every inode that was freed in the last
 * minutes, so who writes thousands of files just after thousands were deleted waits ten times as long.
 */
function setAside(dist: string, folder: string): void {
  if (existsSync(dist)) renameSync(dist, join(mkdtempSync(join(folder, 'old-')), 'dist'));
}

function nothing(): void {}
