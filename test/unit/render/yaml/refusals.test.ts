import type { JsonObject } from '../../../../src/model/json';
import { stringifyYaml } from '../../../../src/render/yaml/stringify';
import { YamlError } from '../../../../src/render/yaml/yaml-error';
import { messageOf } from '../../../support/thrown';

const write = (value: unknown) => stringifyYaml(value as JsonObject);
const PLAIN = 'only plain maps, lists, strings, booleans and numbers can be written.';
const CHANGED = 'which some YAML reader refuses or changes.';
const SKIPPED = '"+argocd:skip-file-rendering", which makes Argo CD leave the object out without a word.';

class Quantity {}
const loop: { self?: unknown } = {};
loop.self = [loop];
const deep = JSON.parse(`${'{"a":'.repeat(102)}1${'}'.repeat(102)}`);

describe('what YAML cannot hold', () => {
  it.each<[string, unknown, string]>([
    ['a number that is none', { a: Number.NaN }, 'a is NaN, which JSON and so Kubernetes cannot hold.'],
    ['no end', { a: [-Infinity] }, 'a[0] is -Infinity, which JSON and so Kubernetes cannot hold.'],
    [
      'a number JavaScript cannot hold',
      { a: [9007199254740992] },
      'a[0] is 9007199254740992, which JavaScript can no longer hold exactly; give a bigint or a string.',
    ],
    [
      'an integer too large for Go',
      { a: [2n ** 64n] },
      'a[0] is 18446744073709551616, which Go reads as a float; integers go from -2^63 to 2^64 - 1. Give a string.',
    ],
    [
      'an integer too small for Go',
      { a: -(2n ** 63n) - 1n },
      'a is -9223372036854775809, which Go reads as a float; integers go from -2^63 to 2^64 - 1. Give a string.',
    ],
    ['an exponent', { a: 1e-7 }, 'a is 1e-7; write it without an exponent, as a string if need be.'],
    ['undefined', { spec: { a: [undefined] } }, `spec.a[0] is undefined inside a list; ${PLAIN}`],
    ['a hole', { a: Array(2) }, `a[0] is undefined inside a list; ${PLAIN}`],
    ['a function', { a: () => 1 }, `a is a function; ${PLAIN}`],
    ['a symbol', { a: Symbol('x') }, `a is a symbol; ${PLAIN}`],
    ['a date', { a: new Date(0) }, `a is of class Date; ${PLAIN}`],
    ['a map of JavaScript', { a: new Map() }, `a is of class Map; ${PLAIN}`],
    ['a set', { a: new Set() }, `a is of class Set; ${PLAIN}`],
    ['bytes', { a: [Buffer.from('x')] }, `a[0] is of class Buffer; ${PLAIN}`],
    ['a string in a box', { a: Object('x') }, `a is of class String; ${PLAIN}`],
    ['an object of a class', { a: [{ b: new Quantity() }] }, `a[0].b is of class Quantity; ${PLAIN}`],
    ['what inherits', { a: Object.create({ b: 1 }) }, `a is a map that inherits from another one; ${PLAIN}`],
    ['a class at the top', new Quantity(), `the object is of class Quantity; ${PLAIN}`],
    ['NUL', { a: 'x\u0000' }, `a holds U+0000, ${CHANGED}`],
    ['ESC', { a: '\u001b[0m' }, `a holds U+001B, ${CHANGED}`],
    ['NEL', { a: 'x\u0085y' }, `a holds U+0085, ${CHANGED}`],
    ['DEL in a key', { 'x\u007f': 'a' }, `["x\u007f"] holds U+007F, ${CHANGED}`],
    ['half a character', { a: '\ud800' }, `a holds U+D800, ${CHANGED}`],
    ['the other half', { a: ['x\udc00'] }, `a[0] holds U+DC00, ${CHANGED}`],
    ['what is no character', { a: '\uffff' }, `a holds U+FFFF, ${CHANGED}`],
    ['what is none far out', { a: 'x\u{1fffe}' }, `a holds U+1FFFE, ${CHANGED}`],
    ['what Unicode keeps for itself', { a: '\ufdd0' }, `a holds U+FDD0, ${CHANGED}`],
    ['words that hide the file from Argo CD', { a: 'x +argocd:skip-file-rendering' }, `a holds ${SKIPPED}`],
    ['the same inside one word', { a: ['x+argocd:skip-file-rendering'] }, `a[0] holds ${SKIPPED}`],
    ['the same in a script', { a: 'x\n# +argocd:skip-file-rendering\n' }, `a holds ${SKIPPED}`],
    [
      'the same in a key',
      { a: { 'x+argocd:skip-file-rendering': 1 } },
      `a["x+argocd:skip-file-rendering"] holds ${SKIPPED}`,
    ],
    [
      'a value that contains itself',
      { loop },
      'loop.self[0].self[0].self[0].self goes on for more than 100 levels below; it may contain itself.',
    ],
    [
      'more levels than any object has',
      deep,
      'a.a.a.a.a.a.a.a goes on for more than 100 levels below; it may contain itself.',
    ],
  ])('refuses %s, naming the field', (_what, value, message) => {
    expect(messageOf(() => write(value))).toBe(message);
    expect(() => write(value)).toThrow(YamlError);
  });
});
