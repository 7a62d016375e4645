import fc from 'fast-check';
import { utf8Bytes } from '../../../../src/checks/schema/text-bytes';
import { anyCharacter } from '../../../support/any-character';

it('counts what is written as UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(utf8Bytes(text)).toBe(Buffer.byteLength(text, 'utf8'));
    }),
  );
});

it('counts half a pair as the three bytes that stand for it', () => {
  expect(['\ud800', '\udc00a', 'a\ud800é'].map(utf8Bytes)).toEqual([3, 4, 6]);
});
