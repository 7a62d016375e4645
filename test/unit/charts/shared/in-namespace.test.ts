import { AppNamespace, ConfigFiles, inNamespace, TenantNamespace } from 'cdk8s-eks';
import { render } from '../../../support/render';

const files = (name: string) => ({ name, hash: false, data: { a: 'b' } });

describe('inNamespace', () => {
  it('stands beside the construct of the namespace itself, and is the same chart when it is asked for again', () => {
    const objects = render((chart) => {
      new AppNamespace(chart, 'carts', {});
      new ConfigFiles(inNamespace(chart, 'carts'), 'one', files('one'));
      new ConfigFiles(inNamespace(chart, 'carts'), 'two', files('two'));
    });
    expect(Object.values(objects).map(({ kind, metadata }) => [kind, metadata])).toEqual([
      ['Namespace', expect.objectContaining({ name: 'carts' })],
      ['ConfigMap', expect.objectContaining({ name: 'one', namespace: 'carts' })],
      ['ConfigMap', expect.objectContaining({ name: 'two', namespace: 'carts' })],
    ]);
  });

  it('is made before the construct of the namespace as well', () => {
    const objects = render((chart) => {
      new ConfigFiles(inNamespace(chart, 'carts'), 'one', files('one'));
      new TenantNamespace(chart, 'carts', { quota: false, defaults: false, network: false });
    });
    expect(Object.keys(objects).sort()).toEqual(['ConfigMap one', 'Namespace carts']);
  });
});
