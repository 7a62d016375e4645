import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from 'cdk8s';
import { AnalysisTemplate, type App, defineApp, type WebService } from 'cdk8s-eks';
import { transformSync } from 'esbuild';
import { check } from '../../../src/checks/engine/check';
import { RULES } from '../../../src/checks/registry';

import { at } from '../../../src/model/json';
import { renderApp } from '../../../src/render/render-app';
import { eksEnvironment } from '../../support/environment';
import { ROOT } from '../../support/project';
import { schemasOf } from '../../support/schemas';

const image = { repository: 'registry.example.com/app', tag: '1.0.0' };
const environment = eksEnvironment({
  release: {
    apps: {
      shop: { images: { web: image }, flags: {} },
      landing: { images: { blue: image, green: image }, flags: { 'green-percent': '10' } },
    },
  },
});

/** Runs the TypeScript blocks of the page. @returns what each exports */
function blocks(): readonly Record<string, unknown>[] {
  const text = readFileSync(join(ROOT, 'docs', 'delivery.md'), 'utf8');
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, source = '']) => {
    const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
    const module = { exports: {} };
    new Function('require', 'module', 'exports', code)(require, module, module.exports);
    return module.exports;
  });
}

const [canary, blueGreen, weights] = blocks();

function rendered(app: App) {
  const { scopes } = schemasOf();
  const objects = renderApp(app, environment, { scopes });
  const input = {
    environment,
    objects,
    schemas: schemasOf(),
    appOwners: new Map<string, string>(),
    environments: [environment],
  };
  const rules = RULES.filter(({ id }) => /rollout|analysis|ingress|autoscaler|service-target|valid-schema/.test(id));
  expect(rules.length).toBeGreaterThan(8);
  const found = check(input, rules).findings.map(({ rule, message }) => `${rule}: ${message}`);
  return { found, byName: Object.fromEntries(objects.map((one) => [`${one.kind} ${one.name}`, one.value])) };
}

describe('the code of docs/delivery.md', () => {
  it('renders a canary that is measured and scaled', () => {
    const { found, byName } = rendered(canary?.['default'] as App);
    expect(found).toEqual([]);
    expect(at(byName['Rollout web'], 'spec', 'strategy', 'canary', 'steps', 1, 'analysis', 'templates')).toEqual([
      { templateName: 'errors' },
    ]);
    expect(at(byName['HorizontalPodAutoscaler web'], 'spec', 'scaleTargetRef', 'kind')).toBe('Rollout');
  });

  it('renders a switch that is measured before', () => {
    const make = blueGreen?.['quotes'] as (scope: Chart, smoke: AnalysisTemplate) => WebService;
    const app = defineApp({
      name: 'quotes',
      owner: 'retail',
      namespace: 'ui',
      charts(scope) {
        const provider = { web: { url: 'http://quotes-preview.ui/readyz' } };
        const metrics = [{ name: 'smoke', successCondition: 'result == "ok"', provider }];
        make(scope, new AnalysisTemplate(scope, 'smoke', { metrics }));
      },
    });
    const { found, byName } = rendered(app);
    expect(found).toEqual([]);
    expect(at(byName['Rollout quotes'], 'spec', 'strategy', 'blueGreen', 'previewService')).toBe('quotes-preview');
  });

  it('renders weights that stand in release.yaml', () => {
    const { found, byName } = rendered(weights?.['default'] as App);
    expect(found).toEqual([]);
    const action = at(
      byName['Ingress landing'] ?? byName['Ingress ingress'],
      'metadata',
      'annotations',
      'alb.ingress.kubernetes.io/actions.landing',
    );
    expect(JSON.parse(String(action)).forwardConfig.targetGroups).toEqual([
      { serviceName: 'landing-blue', servicePort: 80, weight: 90 },
      { serviceName: 'landing-green', servicePort: 80, weight: 10 },
    ]);
  });
});
