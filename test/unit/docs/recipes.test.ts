import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from 'cdk8s';
import { defineApp } from 'cdk8s-eks';
import { check } from '../../../src/checks/engine/check';
import { RULES } from '../../../src/checks/registry';
import { withSyncAnnotations } from '../../../src/gitops/sync-annotations';
import { at } from '../../../src/model/json';
import { renderApp } from '../../../src/render/render-app';
import { eksEnvironment } from '../../support/environment';
import { ROOT } from '../../support/project';
import { render } from '../../support/render';
import { schemasOf } from '../../support/schemas';

type Recipe = (chart: Chart) => unknown;

/** What the blocks of the page export, by its name. */
function exported(): Readonly<Record<string, Recipe>> {
  const page = readFileSync(join(ROOT, 'docs', 'recipes.md'), 'utf8');
  const folder = mkdtempSync(join(ROOT, '.cache-examples-'));
  try {
    const blocks = Array.from(page.matchAll(/```ts\n([\s\S]*?)```/g), ([, code = ''], index) => {
      const file = join(folder, `block-${index}.ts`);
      writeFileSync(file, code);
      return require(file) as Record<string, Recipe>;
    });
    return Object.assign({}, ...blocks);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const base = eksEnvironment();
const environment = eksEnvironment({
  compute: { ...base.compute, karpenter: true },
  // What the recipes say is there already.
  external: [
    ...base.external,
    { group: '', kind: 'Namespace', namespace: '', name: 'shop' },
    { group: '', kind: 'Secret', namespace: 'shop', name: 'ledger-db', keys: ['password', 'url'] },
    { group: 'storage.k8s.io', kind: 'StorageClass', namespace: '', name: 'gp3' },
    { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', namespace: '', name: 'default' },
  ],
});
const recipes = exported();

/** What every rule says of what a recipe renders; what its text calls given is there. */
function said(name: string): readonly string[] {
  const app = defineApp({
    name: 'shop',
    owner: 'retail',
    namespace: 'shop',
    charts: (chart) => void recipes[name]?.(chart),
  });
  const objects = withSyncAnnotations(renderApp(app, environment, { scopes: schemasOf().scopes }), environment);
  const input = {
    environment,
    objects,
    schemas: schemasOf(),
    appOwners: new Map<string, string>(),
    environments: [environment],
  };
  const rules = RULES.filter(({ id }) => !/^policy\/(require-image-|.*owner)/.test(id));
  return check(input, rules).findings.map(({ rule, message }) => `${rule}: ${message}`);
}

describe('docs/recipes.md', () => {
  it.each(Object.keys(recipes))('%s passes every rule but those about images and owners', (name) => {
    expect(said(name)).toEqual([]);
  });

  it('spot runs on either pool, and prefers the one of Spot', () => {
    const objects = render((chart) => void recipes['spot']?.(chart), environment);
    const weight = (name: string) => at(objects[name], 'spec', 'weight');
    expect([weight('NodePool batch-spot'), weight('NodePool batch-on-demand')]).toEqual([50, 10]);
    expect(at(objects['Deployment encoder'], 'spec', 'template', 'spec', 'nodeSelector')).toEqual({
      'example.com/work': 'batch',
    });
  });

  it('onMetric leaves the number of Pods to the autoscaler, with a budget', () => {
    const objects = render((chart) => void recipes['onMetric']?.(chart), environment);
    expect(at(objects['Deployment api'], 'spec', 'replicas')).toBeUndefined();
    expect(Object.keys(objects)).toContain('PodDisruptionBudget api');
  });
});
