import type { Chart } from 'cdk8s';
import { render, type TestEnvironment } from '../../../support/render';
import { messageOf } from '../../../support/thrown';

/** What a construct called `app` refuses, one entry per problem, without the place they share. */
export function refusals(charts: (scope: Chart) => void, environment?: TestEnvironment): readonly string[] {
  const place = 'test › shop › shop/app: ';
  return messageOf(() => render(charts, environment))
    .split('\n\n')
    .map((text) => (text.startsWith(place) ? text.slice(place.length) : `elsewhere: ${text}`));
}
