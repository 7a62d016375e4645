import { wrongManagedBy } from '../../../src/grammar/managed-by';

describe('the controller of a Job', () => {
  it('is a domain and a path', () => {
    expect(wrongManagedBy('kueue.x-k8s.io/multikueue')).toBeUndefined();
    expect(wrongManagedBy('example.com/a/b')).toBeUndefined();
    expect(wrongManagedBy('nodomain')).toBe('it has no domain before a slash');
    expect(wrongManagedBy('example.com/')).toBe('"" after the slash is not a path');
    expect(wrongManagedBy('/a')).toBe('"" before the slash is not a DNS name: it is empty');
    expect(wrongManagedBy(`example.com/${'a'.repeat(60)}`)).toBe('it has 72 characters, and 63 fit');
  });
});
