import { AppNamespace, TenantNamespace, type TenantNamespaceProps, type TenantTeam } from 'cdk8s-eks';
import { at, mapAt } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const auto = eksEnvironment({ compute: { ...eksEnvironment().compute, autoMode: true } });
const quota = { cpu: '4', memory: '8Gi' } as const;

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

  it('leave out what is set to false, and change what overrides name', () => {
    const open = { quota: false, defaults: false, network: false } as const;
    const kinds = (props: TenantNamespaceProps) =>
      Object.keys(render((scope) => void new TenantNamespace(scope, 'shop', props)));
    expect(kinds(open)).toEqual(['Namespace shop']);
    const objects = render(
      (scope) =>
        void new TenantNamespace(scope, 'shop', {
          quota,
          network: { denyAll: false, dns: false, sameNamespace: false, albIngress: false, callers: ['monitoring'] },
          overrides: {
            quota: { spec: { scopes: ['NotTerminating'] } },
            limitRange: { metadata: { labels: { a: 'b' } } },
          },
        }),
    );
    expect(Object.keys(objects).sort()).toEqual([
      'LimitRange tenant',
      'Namespace shop',
      'NetworkPolicy allow-callers',
      'ResourceQuota tenant',
    ]);
    expect(at(objects['ResourceQuota tenant'], 'spec', 'scopes')).toEqual(['NotTerminating']);
    expect(at(objects['LimitRange tenant'], 'metadata', 'labels', 'a')).toBe('b');
    expect(at(objects['NetworkPolicy allow-callers'], 'spec', 'ingress')).toEqual([
      {
        from: [
          { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } }, podSelector: {} },
        ],
      },
    ]);
  });

  it('give the team the role edit, another one, or rights of its own', () => {
    const bindings = (team: Omit<TenantTeam, 'subjects'>) =>
      Object.entries(
        render(
          (scope) =>
            void new TenantNamespace(scope, 'shop', {
              quota: false,
              network: false,
              defaults: false,
              team: { subjects: [{ group: 'shop-team' }], ...team },
            }),
        ),
      )
        .filter(([name]) => name.startsWith('RoleBinding'))
        .map(([name, object]) => [name, at(object, 'roleRef', 'kind'), at(object, 'roleRef', 'name')]);
    expect(bindings({})).toEqual([['RoleBinding team-edit', 'ClusterRole', 'edit']]);
    expect(bindings({ clusterRole: 'view' })).toEqual([['RoleBinding team-view', 'ClusterRole', 'view']]);
    expect(bindings({ grants: [{ resources: ['pods'], verbs: ['get'] }] })).toEqual([
      ['RoleBinding team', 'Role', 'team'],
    ]);
  });

  it('say where their Pods run, and leave policies out where a Fargate profile takes all of them', () => {
    const made = (labels: Record<string, string>) => {
      const { compute } = eksEnvironment();
      const fargateProfiles = [{ name: 'shops', selectors: [{ namespace: 'sh?p', labels }] }];
      let tenant: TenantNamespace | undefined;
      const objects = render(
        (scope) => {
          tenant = new TenantNamespace(scope, 'shop', { quota });
        },
        eksEnvironment({ compute: { ...compute, fargateProfiles } }),
      );
      const policies = Object.keys(objects).filter((name) => name.startsWith('NetworkPolicy ')).length;
      return [tenant?.runsOn, tenant?.fargateProfile, tenant?.podLabels, policies];
    };
    expect(made({})).toEqual(['fargate', 'shops', {}, 0]);
    expect(made({ run: 'fargate' })).toEqual(['fargate', 'shops', { run: 'fargate' }, 4]);
    expect(made({ run: 'f*' })).toEqual(['nodes', undefined, {}, 4]);
  });
});
