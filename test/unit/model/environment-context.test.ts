import { App } from 'cdk8s';
import { appNameOf, environmentOf } from '../../../src/model/environment-context';
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
      'this construct belongs to no environment.\nfix: create it inside the charts() callback of defineApp(), or in a test inside the app that renderForTest() of cdk8s-eks/testing renders.',
    ]);
  });

  it('is refused with what to do, where it asks for its app', () => {
    expect(refused(() => appNameOf({ node }))).toEqual([
      'APP_RENDER',
      'this construct belongs to no app.\nfix: create it inside the charts() callback of defineApp().',
    ]);
  });
});
