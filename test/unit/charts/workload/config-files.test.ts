import { ConfigFiles, type ConfigFilesProps } from 'cdk8s-eks';
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

  it('can be changed', () => {
    expect(files({ data: { a: '1' }, overrides: { configMap: { immutable: null } } })?.['immutable']).toBeUndefined();
  });
});
