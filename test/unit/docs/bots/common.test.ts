import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { at } from '../../../../src/model/json';
import { ROOT } from '../../../support/project';
import { blocksOf } from './page';

const filesBelow = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`);

describe('docs/bots/image-updater.md', () => {
  it('is right that nothing of dist/ is of Helm or Kustomize', () => {
    const files = filesBelow('dist');
    expect(files.filter((path) => /\/(kustomization\.ya?ml|Chart\.yaml|\.argocd-source.*)$/.test(path))).toEqual([]);
    const own = files
      .filter((path) => path.includes('/_argocd/application.argoproj.io_'))
      .map((path) => parse(readFileSync(join(ROOT, path), 'utf8')))
      .filter((value) => String(at(value, 'spec', 'source', 'path')).startsWith('dist/'));
    expect(own.length).toBeGreaterThan(20);
    for (const value of own) {
      expect([at(value, 'spec', 'source', 'helm'), at(value, 'spec', 'source', 'kustomize')]).toEqual([
        undefined,
        undefined,
      ]);
      expect(at(value, 'spec', 'source', 'directory')).toEqual({ recurse: true });
    }
  });
});

describe('the workflow of docs/bots/README.md', () => {
  const [text = ''] = blocksOf('README.md', 'yaml');

  it('takes the actions and the committer of release.yml, and renders the branches of both bots', () => {
    const release = readFileSync(join(ROOT, 'docs', 'pipelines', 'github', 'release.yml'), 'utf8');
    const actions = [...text.matchAll(/uses: (.*)/g)].map(([, action = '']) => action);
    expect(actions).toHaveLength(3);
    for (const action of actions) expect(release).toContain(`uses: ${action}\n`);
    const [, email = ''] = /user\.email=(\S+)/.exec(text) ?? [];
    expect(release).toContain(`git config user.email ${email}\n`);
    expect(JSON.parse(blocksOf('renovate.md', 'json')[0] ?? '{}').gitIgnoredAuthors).toEqual([email]);
    expect(at(parse(text), 'on', 'push', 'branches')).toEqual(['renovate/**', 'kargo/promotion/**']);
  });
});
