import type { Chart } from 'cdk8s';
import { defineApp } from 'cdk8s-eks';
import type { JsonObject } from '../../src/model/json';
import { renderApp } from '../../src/render/render-app';
import { eksEnvironment } from './environment';
import { schemasOf } from './schemas';

export type TestEnvironment = Parameters<typeof renderApp>[1];

/** What one app renders, by `Kind name`. */
export function render(
  charts: (scope: Chart) => void,
  environment: TestEnvironment = eksEnvironment(),
): Record<string, JsonObject> {
  const app = defineApp({ name: 'shop', owner: 'retail', namespace: 'shop', charts });
  const objects = renderApp(app, environment, { scopes: schemasOf().scopes });
  return Object.fromEntries(objects.map((object) => [`${object.kind} ${object.name}`, object.value]));
}
