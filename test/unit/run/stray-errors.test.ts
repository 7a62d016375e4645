import { renderedObject } from '../../../src/model/rendered-object';
import { placeStrays, rememberSecrets, strayError } from '../../../src/run/threads/stray-errors';

const told = (error: unknown) => strayError(error)?.message.split('\n')[0];
const LATE = 'an app left something running that nobody waits for, and it failed:';

describe('an error that nobody waits for', () => {
  it('5.1 does not print what a Secret of an app holds, nor does its cause', () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, stringData: { a: 'tell nobody' } };
    const error = new Error('no tell nobody', { cause: new Error('tell nobody') });
    expect(told(error)).toBeUndefined();
    placeStrays(() => undefined);
    rememberSecrets([renderedObject(secret, { environment: 'prod', app: 'shop' })]);
    expect(told(error)).toBe(`${LATE} no (hidden): (hidden)`);
    expect(strayError(error)?.cause).toBeUndefined();
    expect(told('tell nobody')).toBe(`${LATE} (hidden)`);
    placeStrays(() => undefined);
    expect(told(error)).toBe(`${LATE} no tell nobody: tell nobody`);
  });
});
