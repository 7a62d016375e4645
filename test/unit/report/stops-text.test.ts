import type { Stop } from '../../../src/model/errors';
import { stopsText } from '../../../src/report/stops-text';

const stop = (environment: string, more: Partial<Stop> = {}): Stop => ({
  code: 'APP_RENDER',
  place: { file: 'apps/shop.ts', line: 8, column: 5 },
  path: `${environment} › shop › shop/web`,
  message: `environment ${environment} has no size "smal".`,
  fix: 'use small.',
  ...more,
});

describe('what stops a run, as text', () => {
  it('8.2 tells one cause once, with all its places and the fix at the end', () =>
    expect(
      stopsText([stop('dev'), stop('prod'), stop('dev', { message: 'port is 0.' })]),
    ).toBe(`error APP_RENDER: apps/shop.ts:8:5 › dev › shop › shop/web: environment dev has no size "smal".
  also at apps/shop.ts:8:5 › prod › shop › shop/web
fix: use small.

error APP_RENDER: apps/shop.ts:8:5 › dev › shop › shop/web: port is 0.
fix: use small.`));

  it('8.2 begins with the counts where there are many', () => {
    const text = stopsText([...'abcdefghijk'].map((name) => stop(name)));
    expect(text.split('\n')).toEqual([
      '11 problems: 11 APP_RENDER',
      '',
      'error APP_RENDER: apps/shop.ts:8:5 › a › shop › shop/web: environment a has no size "smal".',
      ...[...'bcdefghi'].map((name) => `  also at apps/shop.ts:8:5 › ${name} › shop › shop/web`),
      '  … and at 2 more; --format json lists them all',
      'fix: use small.',
    ]);
  });

  it('8.2 keeps apart what has no place', () => {
    const message = 'there is no environment.';
    const text = stopsText([
      { code: 'ARGUMENTS', message },
      { code: 'SETTINGS', message },
    ]);
    expect(text).toBe(`error ARGUMENTS: ${message}\n\nerror SETTINGS: ${message}`);
  });
});
