import { diffObjects } from '../../../src/model/object-diff';

describe('differences of two objects', () => {
  it('name the field, with what was and what is there', () =>
    expect(
      diffObjects(
        { spec: { replicas: 2, paused: true, template: { metadata: { annotations: { 'a.b/c': 'x' } } } } },
        { spec: { replicas: 3, template: { metadata: { annotations: { 'a.b/c': 'y' } } }, strategy: {} } },
      ),
    ).toEqual([
      { field: 'spec.paused', before: true },
      { field: 'spec.replicas', before: 2, after: 3 },
      { field: 'spec.strategy', after: {} },
      { field: 'spec.template.metadata.annotations["a.b/c"]', before: 'x', after: 'y' },
    ]));

  it('match named items by name, so that one inserted container is one difference', () =>
    expect(
      diffObjects(
        { containers: [{ name: 'web', image: 'a' }] },
        {
          containers: [
            { name: 'proxy', image: 'p' },
            { name: 'web', image: 'b' },
          ],
        },
      ),
    ).toEqual([
      { field: 'containers.proxy', after: { name: 'proxy', image: 'p' } },
      { field: 'containers.web.image', before: 'a', after: 'b' },
    ]));

  it('tell when named items only change places, which Kubernetes notices for variables', () =>
    expect(
      diffObjects(
        { env: [{ name: 'A' }, { name: 'B', value: '$(A)' }] },
        { env: [{ name: 'B', value: '$(A)' }, { name: 'A' }] },
      ),
    ).toEqual([{ field: 'env (order)', before: ['A', 'B'], after: ['B', 'A'] }]));

  it('match rules, paths and tolerations by their keys, and take verbs for a set', () => {
    const rule = (resource: string, ...verbs: string[]) => ({ apiGroups: ['apps'], resources: [resource], verbs });
    expect(
      diffObjects(
        { rules: [rule('deployments', 'get')], tolerations: [{ key: 'a', effect: 'NoSchedule' }] },
        {
          rules: [rule('jobs', 'get'), rule('deployments', 'list', 'get')],
          tolerations: [{ key: 'b' }, { key: 'a', effect: 'NoSchedule' }],
        },
      ),
    ).toEqual([
      { field: 'rules["apps jobs"]', after: rule('jobs', 'get') },
      { field: 'rules["apps deployments"].verbs', before: ['get'], after: ['list', 'get'] },
      { field: 'tolerations.b', after: { key: 'b' } },
    ]);
  });

  it('match items without distinct names by their position', () =>
    expect(diffObjects({ args: ['a', 'b', 'c'] }, { args: ['a', 'c'] })).toEqual([
      { field: 'args[1]', before: 'b', after: 'c' },
      { field: 'args[2]', before: 'c' },
    ]));

  it('take a change of kind for one difference', () =>
    expect(diffObjects({ a: { b: 1 } }, { a: [1] })).toEqual([{ field: 'a', before: { b: 1 }, after: [1] }]));

  it('see only what an object has of its own', () =>
    expect(diffObjects({}, JSON.parse('{ "toString": 1, "__proto__": 2 }'))).toEqual([
      { field: '__proto__', after: 2 },
      { field: 'toString', after: 1 },
    ]));
});
