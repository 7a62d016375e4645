import { cpuOf, durationOf, quantityOf, sizeOf } from 'cdk8s-eks';
import { messageOf } from '../../../support/thrown';

describe('text that is known when the app is rendered', () => {
  it('is handed on where it is what it must be', () => {
    expect([
      cpuOf('250m'),
      cpuOf('1.5'),
      sizeOf('512Mi'),
      sizeOf('5k'),
      quantityOf('100'),
      durationOf('1h30m'),
    ]).toEqual(['250m', '1.5', '512Mi', '5k', '100', '1h30m']);
  });

  it.each([
    [() => cpuOf('2 cores'), '"2 cores" is not an amount of CPU such as 250m or 1.5: what reads it would be refused.'],
    [() => sizeOf('512MB'), '"512MB" is not a size with its unit, such as 512Mi: what reads it would be refused.'],
    [() => sizeOf('128m'), '"128m" is not a size with its unit, such as 512Mi: what reads it would be refused.'],
    [() => sizeOf('512'), '"512" is not a size with its unit, such as 512Mi: what reads it would be refused.'],
    [() => quantityOf('many'), '"many" is not a quantity such as 100, 500m or 64Mi: what reads it would be refused.'],
    [() => durationOf('30'), '"30" is not a duration such as 30s or 1h30m: what reads it would be refused.'],
    [() => cpuOf(undefined), 'There is no text: what reads it would be refused.'],
  ])('is refused otherwise', (read, message) => {
    expect(messageOf(read)).toContain(message);
  });
});
