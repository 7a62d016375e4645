import type { Chart } from 'cdk8s';
import { type App, defineApp } from 'cdk8s-eks';
import { eksEnvironment } from './environment';
import type { TestEnvironment } from './render';

/** The smallest app that makes one mistake, and the environment it is made in. */
export interface Mistake {
  readonly app: App;
  readonly environment: TestEnvironment;
}

/** An app `shop` in namespace `shop`, unless `namespace` is null. */
export function mistake(
  charts: (chart: Chart) => void,
  environment: TestEnvironment = eksEnvironment(),
  namespace: string | null = 'shop',
): Mistake {
  const where = namespace === null ? {} : { namespace };
  return { app: defineApp({ name: 'shop', owner: 'retail', ...where, charts }), environment };
}
