import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { versionOf } from '../../bench/peers';
import { cue } from '../../bench/peers/cue';
import { jsonnet } from '../../bench/peers/jsonnet';
import type { Peer } from '../../bench/peers/peer';
import { tanka } from '../../bench/peers/tanka';
import { timoni } from '../../bench/peers/timoni';
import { shapeOf } from '../../bench/platform';
import { ROOT } from '../support/project';

describe('npm run bench', () => {
  it('prints every contender with its ratio to synth, and leaves the page alone where told', () => {
    const ran = spawnSync(
      process.execPath,
      ['scripts/run.mjs', 'bench/run.ts', '--sizes', '60', '--rounds', '1', '--no-page'],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    const line = (contender: string, ratio = String.raw`\d+\.\d\d`) =>
      new RegExp(String.raw`^ +60 ${contender} +\d+\.\d{3} s +${ratio} × synth  `, 'm');
    expect(ran.stdout).toMatch(line('synth', '1.00'));
    for (const other of ['bare write loop', 'synth --jobs 1', 'synth --check', 'synth --app', 'stock cdk8s'])
      expect(ran.stdout).toMatch(line(other));
  });
});

/** Tanka and timoni evaluate with the libraries of jsonnet and CUE: what they are given is tried with those. */
describe.each([
  [tanka, jsonnet, ['environments/default/main.jsonnet']],
  [timoni, cue, ['export', '.', '-e', 'timoni.apply.bench', '-t', 'name=bench', '-t', 'namespace=default']],
] as const)('what a peer is given', (peer: Peer, by: Peer, args: readonly string[]) => {
  const there = versionOf(by) !== undefined;
  if (!there) console.warn(`what ${peer.name} is given was not tried: ${by.version[0]} is not on the PATH`);
  (there ? it : it.skip)(`is every object of every service (${peer.name}, tried with ${by.name})`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-peer-'));
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'service-0', namespace: 'app-01' } };
    peer.prepare(folder, new Map([['x', stringify(object)]]), shapeOf(60));
    const text = execFileSync(by.version[0] as string, args, { cwd: folder, encoding: 'utf8' });
    const objects = parse(text) as { metadata: unknown }[];
    expect(objects.map(({ metadata }) => metadata)).toEqual(
      Array.from({ length: 10 }, (_, index) => ({ name: `service-${index}`, namespace: 'env-01-app-01' })),
    );
  });
});
