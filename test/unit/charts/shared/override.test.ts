import { ApiObject, Testing } from 'cdk8s';
import { mergePatch, override } from '../../../../charts/shared/override';
import { messageOf } from '../../../support/thrown';

const configMap = (data: Record<string, unknown>) =>
  new ApiObject(Testing.chart(), 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, ...data });

describe('mergePatch', () => {
  // The table of RFC 7386, appendix A.
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j patched with %j is %j', (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result);
  });

  it('leaves what it was given as it was', () => {
    const target = { a: { b: 1 } };
    mergePatch(target, { a: { b: 2 } });
    expect(target).toEqual({ a: { b: 1 } });
  });

  it('sees a key that every object inherits as absent', () => {
    expect(mergePatch({}, { constructor: { a: 1 } })).toEqual({ constructor: { a: 1 } });
  });
});

describe('override', () => {
  it('adds up, in the order it is called', () => {
    const object = configMap({ data: { a: '1', b: '2' } });
    override(override(object, { data: { a: 'x', b: null } }), { data: { a: 'y', c: 'z' } });
    expect(object.toJson().data).toEqual({ a: 'y', c: 'z' });
  });

  it('does nothing without a patch', () => {
    expect(override(configMap({ data: { a: '1' } }), undefined).toJson().data).toEqual({ a: '1' });
  });

  it('starts inside a list where `at` says so, and leaves its neighbours alone', () => {
    const object = configMap({ list: [{ a: 1 }, { a: 2, b: 3 }] });
    override(object, { b: null, c: 4 }, ['list', 1]);
    expect(object.toJson().list).toEqual([{ a: 1 }, { a: 2, c: 4 }]);
  });

  it.each([
    [['spec', 'x'], 'the override at spec.x leads nowhere: the object has no spec.'],
    [['list', 1, 'a'], 'the override at list.1.a leads nowhere: the object has no list.1.'],
    [['list', 'a'], 'the override at list.a leads nowhere: the object has no list.a.'],
  ])('stops at a place that is not there: %j', (at, message) => {
    const object = override(configMap({ list: [{}] }), { a: 1 }, at);
    expect(messageOf(() => object.toJson())).toBe(
      `${object.node.path}: ${message}\nfix: correct the path, or patch the field above it.`,
    );
  });
});
