import { WebService, type WebServiceProps } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import type { Loose } from '../../../support/loose';
import { render } from '../../../support/render';
import { messageOf } from '../../../support/thrown';

const base = { image: 'example.com/web:1', port: 8080 };
const web = (props: Loose<WebServiceProps>) =>
  render((scope) => void new WebService(scope, 'web', { ...base, ...props } as WebServiceProps));
const kinds = (props: Loose<WebServiceProps>) => Object.keys(web(props)).map((key) => key.split(' ')[0]);

describe('WebService', () => {
  it('is protected and spread where two Pods can run, even if one does', () => {
    const objects = web({ autoscaling: { minReplicas: 1, maxReplicas: 2 } });
    expect(Object.keys(objects)).toContain('PodDisruptionBudget web');
    expect(at(objects['Deployment web'], 'spec', 'template', 'spec', 'topologySpreadConstraints')).toHaveLength(2);
    expect(kinds({ autoscaling: { minReplicas: 1, maxReplicas: 1 } })).not.toContain('PodDisruptionBudget');
  });

  it('scales by CPU, up to what is allowed', () => {
    const labels = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/part-of': 'shop' };
    expect(web({ autoscaling: { maxReplicas: 5 } })['HorizontalPodAutoscaler web']).toEqual({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web', namespace: 'shop', labels: { ...labels, 'app.kubernetes.io/managed-by': 'cdk8s-eks' } },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        minReplicas: 2,
        maxReplicas: 5,
        metrics: [
          { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
        ],
      },
    });
  });

  it('leaves out each object that is not wanted', () => {
    expect(kinds({ disruptionBudget: false, autoscaling: false, serviceAccount: 'runner' })).toEqual([
      'Deployment',
      'Service',
    ]);
    expect(kinds({ replicas: 1, disruptionBudget: true })).toContain('PodDisruptionBudget');
  });

  it('stops before it starts again where it is to be alone', () => {
    expect(at(web({ strategy: 'Recreate' })['Deployment web'], 'spec', 'strategy')).toEqual({ type: 'Recreate' });
  });

  it('serves the ports that are for others, by name', () => {
    const ports = [
      { name: 'http', containerPort: 8080, servicePort: 80 },
      { name: 'dns', containerPort: 5353, protocol: 'UDP' as const },
      { name: 'metrics', containerPort: 9090, servicePort: false as const },
    ];
    const objects = web({ port: undefined, ports, service: { type: 'NodePort' } });
    expect(at(objects['Deployment web'], 'spec', 'template', 'spec', 'containers', 0, 'ports')).toEqual([
      { name: 'http', containerPort: 8080 },
      { name: 'dns', containerPort: 5353, protocol: 'UDP' },
      { name: 'metrics', containerPort: 9090 },
    ]);
    expect(objects['Service web']?.['spec']).toEqual({
      type: 'NodePort',
      ports: [
        { name: 'http', port: 80, targetPort: 'http' },
        { name: 'dns', port: 5353, protocol: 'UDP', targetPort: 'dns' },
      ],
      selector: { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/part-of': 'shop' },
    });
  });

  it('shows what it made', () => {
    let made: WebService | undefined;
    render((scope) => {
      made = new WebService(scope, 'web', { ...base, readiness: { http: '/ok' }, autoscaling: { maxReplicas: 4 } });
    });
    const objects = [made?.deployment, made?.service, made?.serviceAccount, made?.disruptionBudget, made?.autoscaler];
    expect(objects.map((object) => object?.kind)).toEqual([
      'Deployment',
      'Service',
      'ServiceAccount',
      'PodDisruptionBudget',
      'HorizontalPodAutoscaler',
    ]);
    expect([made?.name, made?.serviceAccountName, made?.healthPath, made?.servicePort(), made?.namespace]).toEqual([
      'web',
      'web',
      '/ok',
      80,
      'shop',
    ]);
    expect(messageOf(() => made?.servicePort('grpc'))).toBe(
      'shop/web: Service web has no port grpc.\nfix: name one of the Service’s ports.',
    );
  });

  it('runs as many Pods as the environment wants at least', () => {
    const environment = eksEnvironment({ minReplicas: 3 });
    const objects = render((scope) => {
      new WebService(scope, 'web', base);
      new WebService(scope, 'scaled', { ...base, autoscaling: { maxReplicas: 9 } });
    }, environment);
    expect([
      at(objects['Deployment web'], 'spec', 'replicas'),
      at(objects['HorizontalPodAutoscaler scaled'], 'spec', 'minReplicas'),
    ]).toEqual([3, 3]);
  });

  it('lets every object it makes be changed', () => {
    const note = { metadata: { annotations: { changed: 'yes' } } };
    const objects = web({
      autoscaling: { maxReplicas: 4 },
      overrides: { deployment: note, service: note, serviceAccount: note, disruptionBudget: note, autoscaler: note },
    });
    expect(Object.values(objects).map((object) => at(object, 'metadata', 'annotations', 'changed'))).toEqual(
      Array(5).fill('yes'),
    );
  });

  it('makes further Services, of sidecars’ ports too', () => {
    const sidecars = [
      { name: 'exporter', image: 'example.com/e:1', ports: [{ name: 'metrics', containerPort: 9100 }] },
    ] as const;
    const services = { peers: { headless: true, publishNotReadyAddresses: true }, metrics: { ports: ['metrics'] } };
    const objects = web({ sidecars, services });
    expect([objects['Service web'], objects['Service web-peers'], objects['Service web-metrics']]).toMatchObject([
      { spec: { ports: [{ name: 'http', port: 80, targetPort: 'http' }] } },
      { spec: { clusterIP: 'None', publishNotReadyAddresses: true, ports: [{ name: 'http' }] } },
      { metadata: { name: 'web-metrics' }, spec: { ports: [{ name: 'metrics', port: 9100, targetPort: 'metrics' }] } },
    ]);
    expect(at(objects['Service web'], 'spec', 'ports')).toHaveLength(1);
  });

  it('leaves the number of Pods to somebody else, and keeps its budget', () => {
    const objects = web({ replicas: 'external' });
    expect([at(objects['Deployment web'], 'spec', 'replicas'), Object.keys(objects)]).toEqual([
      undefined,
      expect.arrayContaining(['PodDisruptionBudget web']),
    ]);
  });

  it('leaves every default out that it is told to', () => {
    const objects = web({
      replicas: 'external',
      strategy: 'none',
      revisionHistoryLimit: 'none',
      readiness: 'none',
      resources: 'none',
      user: 'image',
      enableServiceLinks: true,
      preStopSeconds: 0,
      spread: false,
      disruptionBudget: false,
      security: { readOnlyRootFilesystem: false },
      automountServiceAccountToken: true,
    });
    expect(at(objects['Deployment web'], 'spec')).toEqual({
      selector: expect.anything(),
      template: {
        metadata: expect.anything(),
        spec: {
          automountServiceAccountToken: true,
          containers: [
            {
              name: 'web',
              image: expect.anything(),
              ports: [{ name: 'http', containerPort: 8080 }],
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
            },
          ],
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          serviceAccountName: 'web',
        },
      },
    });
  });

  it('rolls out and is evicted as it is told', () => {
    const objects = web({
      replicas: 4,
      strategy: { maxSurge: 1, maxUnavailable: '25%' },
      minReadySeconds: 5,
      progressDeadlineSeconds: 120,
      revisionHistoryLimit: 1,
      paused: true,
      disruptionBudget: { minAvailable: '50%' },
      service: { trafficDistribution: 'PreferSameZone', sessionAffinity: { timeoutSeconds: 60 } },
      sidecars: [{ name: 'proxy', image: 'example.com/p:1' }],
      overrides: { containers: { proxy: { tty: true }, web: { stdin: true } } },
    });
    const spec = at(objects['Deployment web'], 'spec');
    expect(spec).toMatchObject({
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
      minReadySeconds: 5,
      progressDeadlineSeconds: 120,
      revisionHistoryLimit: 1,
      paused: true,
      template: {
        spec: { containers: [{ name: 'web', stdin: true }], initContainers: [{ name: 'proxy', tty: true }] },
      },
    });
    expect([objects['PodDisruptionBudget web'], objects['Service web']]).toMatchObject([
      { spec: { minAvailable: '50%' } },
      {
        spec: {
          trafficDistribution: 'PreferSameZone',
          sessionAffinity: 'ClientIP',
          sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } },
        },
      },
    ]);
  });
});
