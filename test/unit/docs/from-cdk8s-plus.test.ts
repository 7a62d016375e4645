import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from 'cdk8s';
import { at } from '../../../src/model/json';
import { ROOT } from '../../support/project';
import { render } from '../../support/render';

type Step = (chart: Chart) => void;

/** What the blocks of the page export, by its name. */
function exported(): Readonly<Record<string, Step>> {
  const page = readFileSync(join(ROOT, 'docs', 'from-cdk8s-plus.md'), 'utf8');
  const folder = mkdtempSync(join(ROOT, '.cache-examples-'));
  try {
    const blocks = Array.from(page.matchAll(/```ts\n([\s\S]*?)```/g), ([, code = ''], index) => {
      const file = join(folder, `block-${index}.ts`);
      writeFileSync(file, code);
      return require(file) as Record<string, Step>;
    });
    return Object.assign({}, ...blocks);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const steps = exported();
const rendered = (name: string) => render(steps[name] as Step);
const selector = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/part-of': 'shop' };

describe('the page about the way from cdk8s-plus', () => {
  it('hardens what is there: the same objects, and a budget', () => {
    expect(Object.keys(rendered('before')).sort()).toEqual(['Deployment web', 'Service web']);
    const objects = rendered('between');
    expect(Object.keys(objects).sort()).toEqual(['Deployment web', 'PodDisruptionBudget web', 'Service web']);
    expect(JSON.stringify(objects)).not.toContain('metadata.addr');
  });

  it('mixes both in one chart', () => {
    const objects = rendered('together');
    const names = Object.keys(objects).map((name) => name.replace(/-[0-9a-f]{10}$/, ''));
    expect(names.sort()).toEqual([
      'ConfigMap files',
      'Deployment api',
      'Deployment web',
      'HorizontalPodAutoscaler web',
      'Ingress web',
      'NetworkPolicy web-to-api-egress',
      'NetworkPolicy web-to-api-ingress',
      'PodDisruptionBudget api',
      'PodDisruptionBudget web',
      'Service api',
      'Service web',
      'ServiceAccount api',
      'ServiceAccount web',
    ]);
    expect(at(objects['NetworkPolicy web-to-api-egress'], 'spec', 'podSelector')).toEqual({ matchLabels: selector });
    expect(at(objects['Deployment web'], 'spec', 'replicas')).toBeUndefined();
    expect(JSON.stringify(objects['Ingress web'])).toContain('"service":{"name":"web","port":{"number":9898}}');
  });

  it('takes the step to one of ours without another name, selector or port', () => {
    const [between, after] = [rendered('between'), rendered('after')];
    expect(Object.keys(after).sort()).toEqual([...Object.keys(between), 'ServiceAccount web'].sort());
    for (const objects of [between, after]) {
      expect(at(objects['Deployment web'], 'spec', 'selector')).toEqual({ matchLabels: selector });
      expect(at(objects['Service web'], 'spec', 'selector')).toEqual(selector);
      expect(at(objects['Service web'], 'spec', 'ports', 0, 'port')).toBe(9898);
    }
    for (const field of ['strategy', 'replicas', 'revisionHistoryLimit'])
      expect(at(between['Deployment web'], 'spec', field)).toEqual(at(after['Deployment web'], 'spec', field));
    const podOf = (objects: typeof after) => at(objects['Deployment web'], 'spec', 'template', 'spec');
    for (const field of ['topologySpreadConstraints', 'enableServiceLinks', 'automountServiceAccountToken'])
      expect(at(podOf(between), field)).toEqual(at(podOf(after), field));
    expect(at(podOf(between), 'securityContext')).toMatchObject(at(podOf(after), 'securityContext') as object);
    expect(at(podOf(between), 'containers', 0, 'securityContext')).toMatchObject(
      at(podOf(after), 'containers', 0, 'securityContext') as object,
    );
    expect(between['PodDisruptionBudget web']).toEqual(after['PodDisruptionBudget web']);
  });
});
