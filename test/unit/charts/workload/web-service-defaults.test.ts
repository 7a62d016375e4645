import { Size } from 'cdk8s';
import { override, WebService, type WebServiceProps } from 'cdk8s-eks';
import { at, mapAt } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import type { Loose } from '../../../support/loose';
import { render, type TestEnvironment } from '../../../support/render';

const web = (props: Loose<WebServiceProps> = {}, environment?: TestEnvironment) =>
  render(
    (scope) => new WebService(scope, 'web', { image: 'example.com/web:1', port: 8080, ...props } as WebServiceProps),
    environment,
  );

const selector = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/part-of': 'shop' };
const metadata = {
  name: 'web',
  namespace: 'shop',
  labels: { ...selector, 'app.kubernetes.io/managed-by': 'cdk8s-eks' },
};

describe('WebService', () => {
  it('makes Deployment, Service, ServiceAccount and PodDisruptionBudget by default', () => {
    const objects = web();
    expect(Object.keys(objects).sort()).toEqual([
      'Deployment web',
      'PodDisruptionBudget web',
      'Service web',
      'ServiceAccount web',
    ]);
    expect(objects['ServiceAccount web']).toEqual({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata,
      automountServiceAccountToken: false,
    });
    expect(objects['Service web']).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { ports: [{ name: 'http', port: 80, targetPort: 'http' }], selector },
    });
    expect(objects['PodDisruptionBudget web']).toEqual({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: { maxUnavailable: 1, selector: { matchLabels: selector }, unhealthyPodEvictionPolicy: 'AlwaysAllow' },
    });
    const spread = (topologyKey: string) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: selector },
      matchLabelKeys: ['pod-template-hash'],
    });
    expect(objects['Deployment web']).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 2,
        revisionHistoryLimit: 3,
        selector: { matchLabels: selector },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
        template: {
          metadata: { labels: selector },
          spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            serviceAccountName: 'web',
            securityContext: {
              runAsNonRoot: true,
              runAsUser: 65532,
              runAsGroup: 65532,
              fsGroup: 65532,
              seccompProfile: { type: 'RuntimeDefault' },
            },
            topologySpreadConstraints: [spread('topology.kubernetes.io/zone'), spread('kubernetes.io/hostname')],
            containers: [
              {
                name: 'web',
                image: 'example.com/web:1',
                ports: [{ name: 'http', containerPort: 8080 }],
                resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
                readinessProbe: { tcpSocket: { port: 'http' } },
                lifecycle: { preStop: { sleep: { seconds: 10 } } },
                securityContext: {
                  allowPrivilegeEscalation: false,
                  readOnlyRootFilesystem: true,
                  capabilities: { drop: ['ALL'] },
                },
              },
            ],
          },
        },
      },
    });
  });

  it('leaves replicas to the autoscaler, and its metrics in the order the server keeps', () => {
    const objects = web({ autoscaling: { maxReplicas: 5, memoryUtilization: 80, cpuUtilization: 60 } });
    expect(at(objects['Deployment web'], 'spec', 'replicas')).toBeUndefined();
    const target = (name: string, averageUtilization: number) => ({
      type: 'Resource',
      resource: { name, target: { type: 'Utilization', averageUtilization } },
    });
    expect(objects['HorizontalPodAutoscaler web']?.['spec']).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      minReplicas: 2,
      maxReplicas: 5,
      metrics: [target('memory', 80), target('cpu', 60)],
    });
  });

  it('runs alone without a budget and without spread', () => {
    expect(Object.keys(web({ replicas: 1 })).sort()).toEqual(['Deployment web', 'Service web', 'ServiceAccount web']);
    expect(Object.keys(web({ disruptionBudget: false })).sort()).toEqual([
      'Deployment web',
      'Service web',
      'ServiceAccount web',
    ]);
  });

  it('sleeps with the image’s own sleep where the kubelet cannot yet', () => {
    const deployment = web({}, eksEnvironment({ kubernetesVersion: '1.29' }))['Deployment web'];
    expect(JSON.stringify(deployment)).toContain('"lifecycle":{"preStop":{"exec":{"command":["sleep","10"]}}}');
  });

  it('lets any field be overridden, left out, or added', () => {
    const objects = render((scope) => {
      const made = new WebService(scope, 'web', {
        image: 'example.com/web:1',
        port: 8080,
        overrides: {
          deployment: { spec: { strategy: null, futureField: { a: 1 } } },
          service: { metadata: { annotations: { a: 'b' } } },
        },
      });
      override(made.deployment, { spec: { revisionHistoryLimit: 7 } });
    });
    const spec = mapAt(objects['Deployment web'], 'spec');
    expect([spec['strategy'], spec['futureField'], spec['revisionHistoryLimit']]).toEqual([undefined, { a: 1 }, 7]);
    expect(at(objects['Service web'], 'metadata', 'annotations')).toEqual({ a: 'b' });
  });

  it('takes numbers, sizes, folders and files', () => {
    const text = JSON.stringify(
      web({
        resources: { cpu: '1', memory: Size.gibibytes(2), ephemeralStorage: '1Gi' },
        writable: ['/tmp', { path: '/var/cache', medium: 'Memory', sizeLimit: '8Mi' }],
        mounts: [{ path: '/etc/web', configMap: 'settings', items: { 'a.conf': 'a.conf' }, mode: 0o444 }],
      })['Deployment web'],
    );
    expect(text).toContain('"requests":{"cpu":"1","ephemeral-storage":"1Gi","memory":"2Gi"}');
    expect(text).toContain(
      '"volumes":[{"emptyDir":{"sizeLimit":"64Mi"},"name":"tmp"},{"emptyDir":{"medium":"Memory","sizeLimit":"8Mi"},"name":"var-cache"},{"configMap":{"defaultMode":292,"items":[{"key":"a.conf","path":"a.conf"}],"name":"settings"},"name":"etc-web"}]',
    );
  });

  it('keeps a root image’s capabilities only with a reason', () => {
    const deployment = JSON.stringify(
      web({ profile: { level: 'baseline', reason: 'starts as root' } })['Deployment web'],
    );
    expect(deployment).toContain('"securityContext":{"allowPrivilegeEscalation":false}');
    expect(deployment).toContain('"securityContext":{"seccompProfile":{"type":"RuntimeDefault"}}');
  });
});
