import { AppNamespace, TenantNamespace } from 'cdk8s-eks';
import { mapAt } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const auto = eksEnvironment({ compute: { ...eksEnvironment().compute, autoMode: true } });
const quota = { cpu: '4', memory: '8Gi' };

describe('tenants', () => {
  it('of another name than the construct have everything in the namespace of that name', () => {
    const objects = render((scope) => {
      new TenantNamespace(scope, 'tenant', { name: 'shop', quota });
    });
    expect(Object.keys(objects)).toContain('Namespace shop');
    for (const [name, object] of Object.entries(objects)) {
      if (name !== 'Namespace shop') expect([name, mapAt(object, 'metadata')['namespace']]).toEqual([name, 'shop']);
    }
  });

  it('on Auto Mode carry the label that its load balancing looks for', () => {
    const objects = render((scope) => {
      new AppNamespace(scope, 'shop');
    }, auto);
    const labels = Object.keys(mapAt(objects['Namespace shop'], 'metadata', 'labels'));
    expect(labels.filter((label) => label.includes('readiness-gate'))).toEqual([
      'eks.amazonaws.com/pod-readiness-gate-inject',
    ]);
  });
});
