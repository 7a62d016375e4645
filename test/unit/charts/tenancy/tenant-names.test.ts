import type { Chart } from 'cdk8s';
import { AppNamespace, TeamRbac, type TeamRbacProps, TenantNamespace } from 'cdk8s-eks';
import { mapAt } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';
import { messageOf } from '../../../support/thrown';

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

  it.each<[string, (scope: Chart) => unknown, string]>([
    [
      'a name that is none',
      (scope) => new AppNamespace(scope, 'x', { name: 'Shop' }),
      'no namespace can be called "Shop".\nfix: use at most 63 lower-case letters, digits and inner hyphens.',
    ],
    [
      'a count that is none',
      (scope) => new TenantNamespace(scope, 'x', { quota: { ...quota, pods: 1.5 } }),
      'quota.pods is 1.5.\nfix: use a whole number from 0.',
    ],
  ])('refuse %s', (_what, make, message) => {
    expect(messageOf(() => render((scope) => void make(scope)))).toBe(`test › shop › shop/x: ${message}`);
  });
});

describe('rights of a team', () => {
  const grants = [{ resources: ['pods'], verbs: ['get'] }];
  it.each<[string, TeamRbacProps, string]>([
    [
      'no subjects',
      { subjects: [], namespaced: { namespace: 'shop', grants } },
      'there are no subjects, so nobody gets the rights.\nfix: name a group, a user or a ServiceAccount.',
    ],
    [
      'no rights',
      { subjects: [{ group: 'a' }] },
      'there are no rights to give.\nfix: give namespaced, clusterWide, clusterRole or existingRoles.',
    ],
    [
      'an empty list',
      { subjects: [{ group: 'a' }], clusterWide: [] },
      'a list of grants is empty.\nfix: give at least one, or leave the list out.',
    ],
  ])('are refused with %s', (_what, props, message) => {
    expect(messageOf(() => render((scope) => void new TeamRbac(scope, 'team', props)))).toBe(
      `test › shop › shop/team: ${message}`,
    );
  });
});
