import { AlbIngressClass, ConfigFiles, ScheduledJob, StatefulService } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const local = kubernetesEnvironment();
const auto = eksEnvironment({ compute: { ...eksEnvironment().compute, autoMode: true } });

describe('other workloads', () => {
  const base = { image: 'a.example.com/b:1', resources: 'small' };

  it('keep state in claims of their own', () => {
    const objects = render(
      (scope) =>
        void new StatefulService(scope, 'db', {
          ...base,
          ports: [{ name: 'sql', containerPort: 5432 }],
          replicas: 3,
          claims: [{ name: 'data', size: '1Gi', storageClass: 'gp3' }],
          mounts: [{ path: '/data', claimTemplate: 'data' }],
        }),
    );
    expect(Object.keys(objects).sort()).toEqual([
      'PodDisruptionBudget db',
      'Service db',
      'ServiceAccount db',
      'StatefulSet db',
    ]);
    expect(at(objects['Service db'], 'spec', 'clusterIP')).toBe('None');
    expect(at(objects['StatefulSet db'], 'spec', 'volumeClaimTemplates')).toEqual([
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, storageClassName: 'gp3' },
      },
    ]);
  });

  it('run by the clock', () => {
    const objects = render(
      (scope) => void new ScheduledJob(scope, 'backup', { ...base, schedule: '0 3 * * *', timeZone: 'Europe/Berlin' }),
    );
    expect(objects['CronJob backup']?.['spec']).toMatchObject({
      schedule: '0 3 * * *',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      jobTemplate: { spec: { backoffLimit: 3, ttlSecondsAfterFinished: 3600 } },
    });
  });

  it('roll when their configuration changes, since its name holds a hash', () => {
    const name = (data: Record<string, string>) =>
      Object.keys(render((scope) => void new ConfigFiles(scope, 'settings', { data })))[0];
    expect(name({ a: '1', b: '2' })).toBe(name({ b: '2', a: '1' }));
    expect(name({ a: '2', b: '1' })).not.toBe(name({ a: '1', b: '2' }));
    expect(name({ a: '1' })).toMatch(/^ConfigMap settings-[0-9a-f]{10}$/);
  });

  it('get a class for load balancers from the platform', () => {
    const objects = render((scope) => void new AlbIngressClass(scope, 'alb', { params: {} }));
    expect(Object.keys(objects).sort()).toEqual(['IngressClass alb', 'IngressClassParams alb']);
    expect(
      at(render((scope) => void new AlbIngressClass(scope, 'alb'), auto)['IngressClass alb'], 'spec', 'controller'),
    ).toBe('eks.amazonaws.com/alb');
    expect(render((scope) => void new AlbIngressClass(scope, 'alb'), local)).toEqual({});
  });
});
