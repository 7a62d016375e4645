import { App } from 'cdk8s';
import { appNameOf, ENVIRONMENT_CONTEXT, environmentOf } from '../../../src/model/environment-context';
import { isToolError } from '../../../src/model/errors';

describe('a construct outside the app that is rendered', () => {
  const { node } = new App();
  const refused = (run: () => unknown): unknown => {
    try {
      return run();
    } catch (error) {
      return isToolError(error) ? [error.code, error.message] : error;
    }
  };

  it('is refused with what to do, where it asks for its environment', () => {
    expect(refused(() => environmentOf({ node }))).toEqual([
      'APP_RENDER',
      'this construct belongs to no environment.\nfix: create it inside charts() of defineApp(); in a cdk8s App of your own or a test, call Environment.provide(chart, environment) first, with an environment that loadEnvironment() of cdk8s-eks/environments reads.',
    ]);
  });

  it('is refused with what to do, where it asks for its app', () => {
    const { node } = new App();
    node.setContext(ENVIRONMENT_CONTEXT, {});
    expect(refused(() => appNameOf({ node }))).toEqual([
      'APP_RENDER',
      "this construct belongs to no app.\nfix: create it inside charts() of defineApp(); in a cdk8s App of your own or a test, name one: Environment.provide(scope, environment, { app: 'shop' }).",
    ]);
  });
});
