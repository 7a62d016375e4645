import { readFileSync } from 'node:fs';
import { codeOf, messageOf, textOf, withPath } from '../../../src/model/thrown';

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

it('reads an error of the file system', () => {
  const error = thrownBy(() => readFileSync('/nowhere/at-all'));
  expect([messageOf(error), codeOf(error), textOf(error, 'path')]).toEqual([
    "ENOENT: no such file or directory, open '/nowhere/at-all'",
    'ENOENT',
    '/nowhere/at-all',
  ]);
});

it.each([
  ['an error without a code', new Error('no'), 'no'],
  ['text', 'no', 'no'],
  ['nothing', undefined, 'undefined'],
  ['null', null, 'null'],
  ['an object whose fields are not text', { message: 1, code: 2, toString: (): string => 'odd' }, 'odd'],
])('takes whatever was thrown: %s', (_what, thrown, message) => {
  expect([messageOf(thrown), codeOf(thrown)]).toEqual([message, undefined]);
});

it('adds the path to an error and passes everything else on', () => {
  const error = new Error('no');
  expect(withPath(error, 'a/b')).toBe(error);
  expect([textOf(error, 'path'), withPath('no', 'a/b')]).toEqual(['a/b', 'no']);
});
