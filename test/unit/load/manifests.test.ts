import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadManifests } from '../../../src/load/manifests';

describe('loadManifests', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cdk8s-eks-manifests-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('reads plain words and numbers as kubectl does', () => {
    const fields = 'args:\n- .\nfrom: 2024-01-01\nat: 12:30\nmode: 0o17\ncommit: e1234567\n';
    writeFileSync(join(root, 'a.yaml'), `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n${fields}`);
    const { objects } = loadManifests(root, { environment: 'dev', root });
    const read = { args: ['.'], from: '2024-01-01', at: '12:30', mode: 15, commit: 'e1234567' };
    expect(objects[0]?.value).toMatchObject(read);
  });
});
