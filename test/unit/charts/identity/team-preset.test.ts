import { TeamRbac, type TeamRbacProps } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

const subjects = [{ group: 'shop-team' }];
const make = (props: Omit<TeamRbacProps, 'subjects'>) =>
  render((chart) => new TeamRbac(chart, 'shop-team', { subjects, ...props }));

describe('TeamRbac with a preset', () => {
  it.each([
    ['viewer', 'view'],
    ['admin', 'admin'],
  ] as const)('binds a %s to the ClusterRole %s in each namespace', (level, role) => {
    const objects = make({ preset: { level, namespaces: ['shop'] } });
    expect(Object.keys(objects)).toEqual([`RoleBinding shop-team-${role}`]);
    expect(objects[`RoleBinding shop-team-${role}`]).toMatchObject({
      metadata: { namespace: 'shop' },
      roleRef: { kind: 'ClusterRole', name: role },
    });
  });

  it('lets a developer restart, delete Pods, run Jobs and forward ports, and read no Secrets', () => {
    const objects = make({ preset: { level: 'developer', namespaces: ['shop'] } });
    expect(Object.keys(objects).sort()).toEqual([
      'Role shop-team',
      'RoleBinding shop-team',
      'RoleBinding shop-team-view',
    ]);
    expect(objects['Role shop-team']?.['rules']).toEqual([
      { apiGroups: [''], resources: ['pods'], verbs: ['delete'] },
      { apiGroups: [''], resources: ['pods/portforward'], verbs: ['create'] },
      { apiGroups: ['apps'], resources: ['deployments', 'statefulsets', 'daemonsets'], verbs: ['patch'] },
      { apiGroups: ['batch'], resources: ['jobs'], verbs: ['create', 'delete'] },
    ]);
  });
});

describe('TeamRbac on the whole cluster', () => {
  it('grants URLs beside resources', () => {
    const objects = make({
      clusterWide: [
        { resources: ['nodes'], verbs: ['get'] },
        { nonResourceUrls: ['/metrics', '/healthz/*'], verbs: ['get'] },
        { nonResourceUrls: ['*'], verbs: ['get'], reason: 'the scanner reads every path' },
      ],
    });
    expect(at(objects['ClusterRole shop-team'], 'rules')).toEqual([
      { apiGroups: [''], resources: ['nodes'], verbs: ['get'] },
      { nonResourceURLs: ['/metrics', '/healthz/*'], verbs: ['get'] },
      { nonResourceURLs: ['*'], verbs: ['get'] },
    ]);
  });
});
