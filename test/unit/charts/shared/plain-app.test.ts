import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { type App as Definition, Environment } from 'cdk8s-eks';
import { loadEnvironment } from 'cdk8s-eks/environments';
import { renderForTest } from 'cdk8s-eks/testing';
import { identityKey } from '../../../../src/model/identity';
import { by } from '../../../../src/model/order';
import { renderedObject } from '../../../../src/model/rendered-object';
import { ROOT } from '../../../support/project';

/**
 * podinfo imports scripts as text, which `synth` bundles and jest does not. The clusters of platform-clusters are those of other
 * environments by their names, which a run knows alone.
 */
const RUN_ALONE = ['podinfo', 'platform-clusters.ts'];
const MODULES = readdirSync(join(ROOT, 'apps'), { withFileTypes: true })
  .filter(({ name }) => !RUN_ALONE.includes(name) && !name.endsWith('.json'))
  .map((entry) => (entry.isDirectory() ? `${entry.name}/app` : entry.name));

const own = (module: string): Definition => require(join(ROOT, 'apps', module)).default;
/** The first that the app is rendered in. */
const environmentFor = ({ skip = {} }: Definition) => ('prod' in skip ? 'staging' : 'prod');
const identity = ({ kind, metadata }: { readonly kind: string; readonly metadata: { readonly name: string } }) =>
  `${kind} ${metadata.name}`;

const inOrder = (objects: readonly unknown[]) =>
  [...objects].sort(by((object) => identityKey(renderedObject(object as never, NOWHERE))));
const NOWHERE = { environment: '', app: '' };

/** As somebody does who has a cdk8s App of their own. */
function inPlainApp({ name, namespace, charts }: Definition, environment: Environment): readonly object[] {
  const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': name };
  const app = new App();
  const chart = new Chart(app, name, {
    labels,
    ...(namespace && { namespace }),
    disableResourceNameHashes: true,
  });
  Environment.provide(chart, environment);
  charts(chart, environment);
  return app.charts.flatMap((one) => one.toJson());
}

describe('the constructs of this repository', () => {
  it.each(MODULES)('9.2 render the same in a cdk8s App of one’s own: apps/%s', (module) => {
    const environment = environmentFor(own(module));
    const rendered = renderForTest(own(module), environment);
    const scoped = new Set(
      rendered.filter((one) => one.namespace === undefined).map((one) => identity(one.value as never)),
    );
    const plain = inPlainApp(own(module), loadEnvironment(environment)).map((object) => {
      const copy = JSON.parse(JSON.stringify(object));
      // cdk8s gives the chart's namespace to whatever it holds.
      if (scoped.has(identity(copy))) delete copy.metadata.namespace;
      return copy;
    });
    expect(plain.length).toBeGreaterThan(0);
    expect(inOrder(plain)).toEqual(inOrder(rendered.map((object) => object.value)));
  });
});
