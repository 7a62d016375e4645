import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { validPodSecurity } from '../../src/checks/rules/policy/valid-pod-security';
import type { JsonObject } from '../../src/model/json';
import { ROOT } from '../support/project';
import { saidBy } from '../support/schemas';

const FIXTURES = join(ROOT, '..', 'shared', 'data', 'fixtures', 'pod-security');
const there = existsSync(FIXTURES);
if (!there)
  console.warn('Pod Security verdicts were not compared: the fixtures are not beside this checkout (../shared/data)');

/** What the rule says about a fixture in a namespace that enforces the level of its folder. */
function said(level: string, version: string, file: string): readonly string[] {
  const pod = parseDocument(readFileSync(file, 'utf8')).toJS() as JsonObject;
  const labels = { 'pod-security.kubernetes.io/enforce': level, 'pod-security.kubernetes.io/enforce-version': version };
  return saidBy(
    validPodSecurity,
    [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'tested', labels } },
      { ...pod, metadata: { ...(pod['metadata'] as JsonObject), namespace: 'tested' } },
    ],
    '1.37',
  );
}

(there ? describe : describe.skip)('Pod Security', () => {
  const versions = there
    ? ['baseline', 'restricted'].flatMap((level) => readdirSync(join(FIXTURES, level)).map((one) => [level, one]))
    : [['baseline', 'v1.33']];
  it.each(versions)('%s %s is judged as the admission judges its own fixtures', (level = '', version = '') => {
    const wrong: string[] = [];
    let judged = 0;
    for (const verdict of ['pass', 'fail']) {
      const folder = join(FIXTURES, level, version, verdict);
      for (const file of readdirSync(folder)) {
        judged += 1;
        const findings = said(level, version, join(folder, file));
        if ((findings.length === 0) !== (verdict === 'pass')) wrong.push(`${verdict}/${file}: ${findings.join(' ')}`);
      }
    }
    expect(judged).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });
});
