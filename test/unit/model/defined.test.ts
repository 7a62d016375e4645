import { type Defined, defined } from '../../../src/model/defined';

it('leaves out what is undefined, and keeps the order and everything else', () => {
  const fields = { name: 'web', tag: undefined, digest: null, port: 0, list: [undefined] };
  expect(Object.entries(defined(fields))).toEqual([
    ['name', 'web'],
    ['digest', null],
    ['port', 0],
    ['list', [undefined]],
  ]);
});

it('makes what may be undefined optional, and nothing else', () => {
  const both: Defined<{ name: string; tag: string | undefined }> = { name: 'web' };
  // @ts-expect-error A field that always has a value stays required.
  const neither: Defined<{ name: string; tag: string | undefined }> = {};
  expect([both, neither]).toEqual([{ name: 'web' }, {}]);
});
