import fc from 'fast-check';

/**
 * Every code point that a text can hold. What fast-check has for it, `unit: 'binary'`, first makes a map of them all,
 * which takes a second in each test file.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xd7ff }) },
    { weight: 2, arbitrary: fc.integer({ min: 0xe000, max: 0x10ffff }) },
  )
  .map((code) => String.fromCodePoint(code));
