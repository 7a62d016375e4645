import { JsonPatch } from 'cdk8s';
import { ConfigFiles, type ConfigFilesProps, override } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

const files = (props: ConfigFilesProps) =>
  Object.values(render((scope) => void new ConfigFiles(scope, 'conf', props)))[0];
const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };

describe('ConfigFiles', () => {
  it('is an immutable ConfigMap whose name holds a hash of the content', () => {
    expect(files({ data: { 'a.conf': 'x = 1\n' } })).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'conf-34759b9253', namespace: 'shop', labels },
      data: { 'a.conf': 'x = 1\n' },
      immutable: true,
    });
  });

  it('is a plain ConfigMap without the hash', () => {
    expect(
      files({ hash: false, name: 'plain', data: { a: '1' }, labels: { team: 'a' }, annotations: { note: 'b' } }),
    ).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'plain', namespace: 'shop', labels: { ...labels, team: 'a' }, annotations: { note: 'b' } },
      data: { a: '1' },
    });
  });

  it('tells text from binary content of the same bytes', () => {
    const name = (props: ConfigFilesProps) => at(files(props), 'metadata', 'name');
    expect(name({ binaryData: { a: 'QUJD' } })).not.toBe(name({ data: { a: 'QUJD' } }));
    expect(files({ binaryData: { a: 'QUJD' } })?.['binaryData']).toEqual({ a: 'QUJD' });
  });

  it('4.6 is named after the content that its override leaves', () => {
    const overridden = files({ data: { a: '0', b: '2' }, overrides: { configMap: { data: { a: '1', b: null } } } });
    const given = files({ data: { a: '1' } });
    expect(overridden).toEqual(given);
    const own = new Date(0);
    expect(() => files({ data: { a: '0' }, overrides: { configMap: { data: { a: own } } } })).toThrow(
      /is of class Date/,
    );
  });

  it('4.6 is not changed behind its name, whatever changes it', () => {
    const changed = (hash: boolean, change: (map: ConfigFiles['configMap']) => unknown) => () =>
      render((scope) => void change(new ConfigFiles(scope, 'conf', { data: { a: '1' }, hash }).configMap));
    const behind = /the content is changed behind the hash in the name conf-[0-9a-f]{10}/;
    expect(changed(true, (map) => override(map, { data: { a: '2' } }))).toThrow(behind);
    expect(changed(true, (map) => map.addJsonPatch(JsonPatch.add('/data/b', '2')))).toThrow(behind);
    expect(changed(true, (map) => override(map, { data: { a: '1' }, metadata: { labels: { a: 'b' } } }))).not.toThrow();
    expect(changed(true, (map) => override(map, { data: { a: '2' }, metadata: { name: 'mine' } }))).not.toThrow();
    expect(changed(false, (map) => override(map, { data: { a: '2' } }))).not.toThrow();
  });

  it('can be changed', () => {
    expect(files({ data: { a: '1' }, overrides: { configMap: { immutable: null } } })?.['immutable']).toBeUndefined();
  });
});
