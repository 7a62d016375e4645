import type { Chart } from 'cdk8s';
import { type AppDefinition, brandApp } from '../src/model/app';
import { problemsWith } from './shared/properties';

/** What an app module exports by default. */
export type App = AppDefinition<Chart>;

/**
 * Declares an app: which charts, with which values, in which environment.
 * The module lies in `apps/<name>.ts` (or `apps/<name>/app.ts`) and exports it by default.
 * @throws ToolError for a property that no app has
 * @example
 * import { defineApp, WebService } from 'cdk8s-eks';
 * export default defineApp({
 *   name: 'shop',
 *   owner: 'retail',
 *   namespace: 'shop',
 *   charts(scope) {
 *     new WebService(scope, 'web', { image: 'public.ecr.aws/nginx/nginx-unprivileged:1.29', port: 8080 });
 *   },
 * });
 */
export function defineApp(app: App): App {
  problemsWith({ node: { path: 'defineApp', tryGetContext: () => undefined } }, 'defineApp', app).raise();
  return brandApp(app);
}
