import { TeamRbac } from 'cdk8s-eks';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };

describe('TeamRbac', () => {
  it('makes rights in a namespace and on the cluster', () => {
    const objects = render((scope) => {
      new TeamRbac(scope, 'team', {
        subjects: [{ group: 'devs' }, { serviceAccount: 'bot', namespace: 'ci' }],
        namespaced: { namespace: 'shop', grants: [{ resources: ['pods'], verbs: ['get'] }] },
        clusterWide: [{ resources: ['nodes'], verbs: ['list'] }],
        clusterRole: { name: 'view', namespace: 'shop' },
      });
    });
    expect(Object.keys(objects).sort()).toEqual([
      'ClusterRole team',
      'ClusterRoleBinding team',
      'Role team',
      'RoleBinding team',
      'RoleBinding team-view',
    ]);
    expect(objects['Role team']?.['rules']).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]);
    expect(objects['ClusterRoleBinding team']).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'team', labels },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'team' },
      subjects: [
        { kind: 'Group', name: 'devs', apiGroup: 'rbac.authorization.k8s.io' },
        { kind: 'ServiceAccount', name: 'bot', namespace: 'ci' },
      ],
    });
  });

  it('gives rights that let subjects take the rights of others where there is a reason', () => {
    const make = (reason: string) =>
      render(
        (scope) =>
          void new TeamRbac(scope, 'team', {
            subjects: [{ user: 'a' }],
            clusterWide: [{ resources: ['secrets'], verbs: ['*'], reason }],
          }),
      );
    expect(Object.keys(make('break-glass'))).toHaveLength(2);
  });
});
