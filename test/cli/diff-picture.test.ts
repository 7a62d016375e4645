import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INGRESS_CLASS, ROOT, SHOP, TestProject } from '../support/project';

const PICTURES = join(ROOT, 'docs', 'pictures');
const PAGE = join(PICTURES, 'diff.html');

const CLAIM = `    new VolumeClaim(scope, 'reports', { storageClass: 'gp3', size: '100Gi' });\n`;
const BEFORE = SHOP.replace('Environment, ', 'Environment, VolumeClaim, ')
  .replace(/(?= {4}new AppNamespace)/, CLAIM)
  .replace('      port: 9898,\n', "      port: 9898,\n      resources: 'large',\n");
const CLASSES = INGRESS_CLASS.replace('AlbIngressClass, ', 'AlbIngressClass, EbsStorageClass, ').replace(
  /(?= {4}new AlbIngressClass)/,
  `    new EbsStorageClass(scope, 'gp3', { name: 'gp3' });\n`,
);

/** What is shown of a change in docs/diff.md: a release, and three mistakes that a reviewer is to find. */
const CHANGED = BEFORE.replace('podinfo:6.14.1', 'podinfo:6.14.2')
  .replace(`'large'`, `'small'`)
  .replace(`scheme: 'internal'`, `scheme: 'internet-facing'`)
  .replace(CLAIM, '');

const ARGS = ['--env', 'prod', '--env', 'staging', '--no-typecheck'];

describe('docs/pictures', () => {
  const project = new TestProject({ 'shop.ts': BEFORE, 'ingress.ts': CLASSES });
  afterAll(() => project.remove());

  it('shows what `diff --format html` writes', () => {
    expect(project.run('synth', ...ARGS)).toMatchObject({ code: 0, stderr: '' });
    project.write('apps/shop.ts', CHANGED);
    const { stdout } = project.run('diff', ...ARGS, '--format', 'html');
    if (process.env['UPDATE_CASES'] !== undefined) writeFileSync(PAGE, stdout);
    expect(stdout).toBe(readFileSync(PAGE, 'utf8'));
  });

  it('was drawn of that page: `npm run pictures` draws it anew', () => {
    const drawn = readFileSync(join(PICTURES, 'drawn.txt'), 'utf8');
    expect(drawn).toBe(`diff.html ${createHash('sha256').update(readFileSync(PAGE)).digest('hex')}\n`);
  });
});
