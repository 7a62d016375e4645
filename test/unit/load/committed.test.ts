import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommitted } from '../../../src/load/committed';

describe('readCommitted', () => {
  let out: string;
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'cdk8s-eks-committed-'));
    mkdirSync(join(out, 'dev', 'shop'), { recursive: true });
  });
  afterEach(() => rmSync(out, { recursive: true }));

  it('reads what was edited by hand as Argo CD does', () => {
    const edited = "args:\n- .\nfrom: 2024-01-01\nmode: 0o17\ntext: 'x'\n";
    const text = `# Rendered by cdk8s-eks from apps/shop.ts; do not edit.\napiVersion: v1\nkind: Pod\nmetadata: {name: a}\n${edited}`;
    writeFileSync(join(out, 'dev', 'shop', 'pod_a.yaml'), text);
    const [object] = readCommitted(out, 'dev').objects;
    expect(object?.value).toMatchObject({ args: ['.'], from: '2024-01-01', mode: 15, text: 'x' });
  });
});
