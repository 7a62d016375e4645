import type { Chart } from 'cdk8s';
import { type AppDefinition, brandApp } from '../src/model/app';
import { ToolError } from '../src/model/errors';
import { unknownProblem, unknownProperties } from './shared/known-properties';

/** What an app module exports by default. */
export type App = AppDefinition<Chart>;

/**
 * Declares an app: which charts, with which values, in which environment.
 * The module lies in `apps/<name>.ts` (or `apps/<name>/app.ts`) and exports it by default.
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
 * @throws ToolError APP_MODULE for properties that nothing reads
 */
export function defineApp(app: App): App {
  const unknown = unknownProperties('AppDefinition', app).map(unknownProblem);
  if (unknown.length > 0) throw new ToolError('APP_MODULE', unknown);
  return brandApp(app);
}
