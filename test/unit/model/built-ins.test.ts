import { ApiObject, App } from 'cdk8s';
import { replacedBuiltIns, watchBuiltIns } from '../../../src/model/built-ins';
import '../../../src/render/watched-classes';

const prototypeOf = (sample: object): object => Object.getPrototypeOf(sample);
const set = (holder: object, key: PropertyKey, value: unknown = () => ({ done: true })) =>
  void Reflect.set(holder, key, value);

/** What code of an app does, and what it is told to have changed. */
const CHANGES: readonly (readonly [name: string, holder: object, key: PropertyKey, change?: () => void])[] = [
  ['Array.prototype.map', Array.prototype, 'map'],
  ['Object.prototype.immutable', Object.prototype, 'immutable'],
  [
    'Object.prototype.get',
    Object.prototype,
    'get',
    () => Object.defineProperty(Object.prototype, 'get', { value: () => 1, configurable: true }),
  ],
  ['Array Iterator.next', prototypeOf([].values()), 'next'],
  ['Map Iterator.next', prototypeOf(new Map().keys()), 'next'],
  ['Set Iterator.next', prototypeOf(new Set().keys()), 'next'],
  ['String Iterator.next', prototypeOf(''[Symbol.iterator]()), 'next'],
  ['Map', globalThis, 'Map'],
  ['Set', globalThis, 'Set'],
  ['JSON', globalThis, 'JSON'],
  ['Array.prototype.toJSON', Array.prototype, 'toJSON'],
  ['ApiObject.prototype.toJson', ApiObject.prototype, 'toJson'],
  ['ApiObject.isApiObject', ApiObject, 'isApiObject'],
  [
    'Node.prototype.children',
    prototypeOf(new App().node),
    'children',
    () => Object.defineProperty(prototypeOf(new App().node), 'children', { get: () => [], configurable: true }),
  ],
];

describe('what all apps and this tool stand on', () => {
  const changes = CHANGES.map(
    ([name, holder, key, change = () => set(holder, key)]) => [name, holder, key, change] as const,
  );
  it.each(changes)('1.2 %s: told and put back', (name, holder, key, change) => {
    const before = Object.getOwnPropertyDescriptor(holder, key);
    const restore = watchBuiltIns();
    change();
    const { names } = restore();
    expect(names).toEqual([name]);
    expect(Object.getOwnPropertyDescriptor(holder, key)).toEqual(before);
    expect(watchBuiltIns()().names).toEqual([]);
  });

  it('1.2 what cannot be put back: told of the app that did it, and not of the next', () => {
    const restore = watchBuiltIns();
    Object.defineProperty(Math, 'cbrt', { value: () => 1, configurable: false });
    expect([restore().names, watchBuiltIns()().names]).toEqual([['Math.cbrt'], []]);
  });

  it('1.2 what is as it was when the app began: nothing is told, also within each other', () => {
    const { Set: real } = globalThis;
    set(globalThis, 'Set', class Faked {});
    const outer = watchBuiltIns();
    const { toJson } = ApiObject.prototype;
    ApiObject.prototype.toJson = () => 1;
    const inner = watchBuiltIns();
    set(BigInt.prototype, 'toJSON');
    set(String.prototype, 'red');
    expect(inner().names).toEqual([]);
    ApiObject.prototype.toJson = toJson;
    expect(outer().names).toEqual([]);
    globalThis.Set = real;
    Reflect.deleteProperty(BigInt.prototype, 'toJSON');
    Reflect.deleteProperty(String.prototype, 'red');
  });

  it.each([
    [1, 'A of JavaScript itself', 'JavaScript'],
    [0, 'A of cdk8s', 'cdk8s'],
  ])('1.2 is named with whose it is: %d', (ofJavaScript, whose, leave) =>
    expect(replacedBuiltIns({ names: ['A'], ofJavaScript })).toEqual({
      message: `the app changes ${whose}, on which every other app and cdk8s-eks stand: objects would be left out or changed in silence.`,
      fix: `write a function of your own, and leave those of ${leave} as they are.`,
    }),
  );

  it('1.2 is named with both where both are changed', () =>
    expect(replacedBuiltIns({ names: ['A', 'B'], ofJavaScript: 1 }).message).toContain(
      'the app changes A, B of JavaScript itself and cdk8s, on which',
    ));
});
