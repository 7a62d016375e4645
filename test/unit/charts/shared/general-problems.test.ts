import { exclusiveNames } from '../../../../charts/shared/named-parts';
import { Problems } from '../../../../charts/shared/problems';

const construct = { node: { path: 'shop/web', tryGetContext: () => undefined } };

describe('what holds of any properties', () => {
  it('is left out where somebody says more of the same names', () => {
    const problems = new Problems(construct);
    problems.addGeneral(['http', 'tcp'], 'http and tcp exclude each other.', 'give one of them.');
    problems.add('the probe asks http and tcp, and the kubelet takes one.', 'leave tcp out.');
    expect(problems.error().message).toBe(
      'shop/web: the probe asks http and tcp, and the kubelet takes one.\nfix: leave tcp out.',
    );
  });

  it('takes nothing away where it says what was said already', () => {
    const problems = new Problems(construct);
    problems.add('http and tcp exclude each other.', 'give one of them.');
    problems.addGeneral(['http', 'tcp'], 'http and tcp exclude each other.', 'give one of them.');
    problems.add('http, tcp and grpc are too many.', 'give one of them.');
    expect(problems.error().problems.map(({ message }) => message)).toEqual([
      'http and tcp exclude each other.',
      'http, tcp and grpc are too many.',
    ]);
  });
});

describe('the members of a union', () => {
  const shape = (...names: string[]) => {
    return { keys: Object.fromEntries(names.map((name) => [name, null])), required: [] };
  };
  const pairs = [shape('a', 'b'), shape('b', 'c'), shape('a', 'c')];

  it('that fit only in pairs exclude each other when three are given', () => {
    expect(exclusiveNames(pairs, ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    expect(exclusiveNames(pairs, ['a', 'c'])).toBeUndefined();
  });

  it('that never fit are told without those that fit both', () => {
    expect(exclusiveNames([shape('path', 'http'), shape('path', 'tcp')], ['path', 'http', 'tcp'])).toEqual([
      'http',
      'tcp',
    ]);
  });
});
