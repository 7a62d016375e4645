import { ConfigFiles, ScheduledJob, WebService } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

const props = { image: 'example.com/web:1.0', port: 8080 };
const ACCOUNT = { kind: 'ServiceAccount', name: 'web', namespace: 'shop' };
const GROUP = 'rbac.authorization.k8s.io';
const READ = ['get', 'list', 'watch'];

describe('the rights of a workload', () => {
  it('are a Role and a RoleBinding of its ServiceAccount, and the token is mounted', () => {
    const objects = render((chart) => {
      const files = new ConfigFiles(chart, 'files', { name: 'files', hash: false, data: { a: 'b' } });
      new WebService(chart, 'web', props)
        .mayRead({ configmaps: [files, 'flags'], 'pods/log': 'all' })
        .mayWrite({ deployments: ['api'], 'scaledobjects.keda.sh': 'all' })
        .mayUse({ apiGroups: ['batch'], resources: ['jobs'], verbs: ['create'] });
    });
    expect(objects['Role web']?.['rules']).toEqual([
      { apiGroups: [''], resources: ['configmaps'], resourceNames: ['files', 'flags'], verbs: READ },
      { apiGroups: [''], resources: ['pods/log'], verbs: READ },
      {
        apiGroups: ['apps'],
        resources: ['deployments'],
        resourceNames: ['api'],
        verbs: [...READ, 'update', 'patch', 'delete'],
      },
      {
        apiGroups: ['keda.sh'],
        resources: ['scaledobjects'],
        verbs: [...READ, 'create', 'update', 'patch', 'delete'],
      },
      { apiGroups: ['batch'], resources: ['jobs'], verbs: ['create'] },
    ]);
    expect(at(objects['Role web'], 'metadata', 'namespace')).toBe('shop');
    expect(objects['RoleBinding web']).toMatchObject({
      metadata: { name: 'web', namespace: 'shop' },
      roleRef: { apiGroup: GROUP, kind: 'Role', name: 'web' },
      subjects: [ACCOUNT],
    });
    expect(at(objects['Deployment web'], 'spec', 'template', 'spec', 'automountServiceAccountToken')).toBe(true);
    expect(at(objects['ServiceAccount web'], 'automountServiceAccountToken')).toBe(false);
  });

  it('hold in another namespace, and on the whole cluster, where they are asked for', () => {
    const objects = render((chart) => {
      new WebService(chart, 'web', props)
        .mayRead({ nodes: 'all' }, { clusterWide: true })
        .mayRead({ secrets: 'all' }, { namespace: 'shop-jobs', reason: 'it copies them' });
    });
    expect(objects['ClusterRole shop-web']?.['rules']).toEqual([
      { apiGroups: [''], resources: ['nodes'], verbs: READ },
    ]);
    expect(objects['ClusterRoleBinding shop-web']).toMatchObject({
      roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name: 'shop-web' },
      subjects: [ACCOUNT],
    });
    expect(objects['Role shop-web']).toMatchObject({ metadata: { namespace: 'shop-jobs' } });
    expect(objects['RoleBinding shop-web']).toMatchObject({
      metadata: { namespace: 'shop-jobs' },
      roleRef: { apiGroup: GROUP, kind: 'Role', name: 'shop-web' },
      subjects: [ACCOUNT],
    });
    expect(objects['Role web']).toBeUndefined();
  });

  it('are those of an existing ServiceAccount, where the Pods run as one, and mount the token of a CronJob’s Pods', () => {
    const objects = render((chart) => {
      new ScheduledJob(chart, 'report', {
        image: 'example.com/report:1.0',
        schedule: '0 3 * * *',
        serviceAccount: 'reports',
      }).mayElectLeader('report-lock');
    });
    expect(objects['RoleBinding report']).toMatchObject({ subjects: [{ ...ACCOUNT, name: 'reports' }] });
    expect(objects['Role report']?.['rules']).toEqual([
      {
        apiGroups: ['coordination.k8s.io'],
        resources: ['leases'],
        resourceNames: ['report-lock'],
        verbs: [...READ, 'update', 'patch', 'delete'],
      },
      { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
    ]);
    const pod = at(objects['CronJob report'], 'spec', 'jobTemplate', 'spec', 'template', 'spec');
    expect(at(pod, 'automountServiceAccountToken')).toBe(true);
  });
});
