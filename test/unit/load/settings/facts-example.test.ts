import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFacts } from '../../../../src/load/settings/facts';
import { eksEnvironment } from '../../../support/environment';

const PAGE = join(__dirname, '..', '..', '..', '..', 'docs', 'facts.md');

describe('the example of facts.json in the docs', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cdk8s-eks-facts-'));
    mkdirSync(join(root, 'environments', 'shop'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is read as it stands there', () => {
    const [, text = ''] = /## What the file holds\n[^`]*```json\n([^`]*)```/.exec(readFileSync(PAGE, 'utf8')) ?? [];
    writeFileSync(join(root, 'environments', 'shop', 'facts.json'), text);
    const read = loadFacts(root, eksEnvironment({ name: 'shop', clusterName: 'shop' }));
    expect(read).toEqual({ facts: JSON.parse(text) });
    expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(JSON.parse(text)).sort());
  });

  it('is refused for another cluster', () => {
    writeFileSync(join(root, 'environments', 'shop', 'facts.json'), '{"schemaVersion":1,"clusterName":"shop"}');
    expect(loadFacts(root, eksEnvironment({ name: 'shop', clusterName: 'other' }))).toHaveProperty('problems');
  });
});
