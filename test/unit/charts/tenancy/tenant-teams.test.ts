import { PriorityClass, TenantNamespace } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

const closed = { quota: false, defaults: false, network: false } as const;

describe('a tenant’s namespace', () => {
  it('gives each of several teams rights under its name', () => {
    let made: TenantNamespace | undefined;
    const objects = render((chart) => {
      made = new TenantNamespace(chart, 'shop', {
        ...closed,
        team: { subjects: [{ group: 'shop-team' }] },
        teams: [
          { name: 'data', subjects: [{ group: 'data-team' }], grants: [{ resources: ['pods'], verbs: ['get'] }] },
          { name: 'support', subjects: [{ group: 'support-team' }], clusterRole: 'view' },
        ],
      });
    });
    expect(Object.keys(objects).sort()).toEqual([
      'Namespace shop',
      'Role data',
      'RoleBinding data',
      'RoleBinding support-view',
      'RoleBinding team-edit',
    ]);
    expect(at(objects['RoleBinding data'], 'roleRef', 'name')).toBe('data');
    expect(at(objects['RoleBinding data'], 'subjects', 0, 'name')).toBe('data-team');
    expect(made?.teams.length).toBe(3);
    expect(made?.team).toBe(made?.teams[0]);
  });

  it('calls the one team as it is named', () => {
    const team = { name: 'shop', subjects: [{ group: 'shop-team' }] };
    const objects = render((chart) => void new TenantNamespace(chart, 'shop', { ...closed, team }));
    expect(Object.keys(objects).sort()).toEqual(['Namespace shop', 'RoleBinding shop-edit']);
  });

  it('bounds some Pods and claims beside all of them', () => {
    const objects = render((chart) => {
      new TenantNamespace(chart, 'shop', {
        ...closed,
        quota: { cpu: '8', memory: '32Gi' },
        scopedQuotas: [
          {
            name: 'urgent',
            priorityClasses: [new PriorityClass(chart, 'urgent', { value: 100 }), 'critical'],
            cpu: '4',
            memory: '8Gi',
            pods: 5,
            hard: { 'limits.memory': '16Gi' },
          },
          { name: 'jobs', scopes: ['Terminating'], exceptPriorityClasses: ['urgent'], pods: 20 },
          { name: 'classes', priorityClasses: 'any', hard: { pods: 3 } },
          { name: 'claims', volumeAttributesClasses: ['fast'], storage: '1Ti' },
        ],
        overrides: { scopedQuotas: { jobs: { spec: { hard: { pods: '21' } } } } },
      });
    });
    const spec = (name: string) => objects[`ResourceQuota ${name}`]?.['spec'];
    expect(spec('tenant')).toEqual({
      hard: { 'requests.cpu': '8', 'requests.memory': '32Gi', 'limits.memory': '32Gi' },
    });
    expect(objects['ResourceQuota urgent']?.['metadata']).toMatchObject({ name: 'urgent', namespace: 'shop' });
    expect(spec('urgent')).toEqual({
      hard: { 'requests.cpu': '4', 'requests.memory': '8Gi', 'limits.memory': '16Gi', pods: '5' },
      scopeSelector: {
        matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['urgent', 'critical'] }],
      },
    });
    expect(spec('jobs')).toEqual({
      hard: { pods: '21' },
      scopes: ['Terminating'],
      scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'NotIn', values: ['urgent'] }] },
    });
    expect(spec('classes')).toEqual({
      hard: { pods: '3' },
      scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'Exists' }] },
    });
    expect(spec('claims')).toEqual({
      hard: { 'requests.storage': '1Ti' },
      scopeSelector: { matchExpressions: [{ scopeName: 'VolumeAttributesClass', operator: 'In', values: ['fast'] }] },
    });
  });
});
