import { Size } from 'cdk8s';
import { WebService, type WebServiceOptions } from 'cdk8s-eks';
import { PROFILE_METADATA } from '../../../../charts/workload/security';
import { at } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { render, type TestEnvironment } from '../../../support/render';

const base = { image: 'example.com/app:1', port: 8080 };
const app = (props: Partial<WebServiceOptions>, environment?: TestEnvironment) =>
  render((scope) => void new WebService(scope, 'app', { ...base, ...props }), environment);
const podOf = (props: Partial<WebServiceOptions>, environment?: TestEnvironment) =>
  at(app(props, environment)['Deployment app'], 'spec', 'template', 'spec');
const mainOf = (props: Partial<WebServiceOptions>, environment?: TestEnvironment) =>
  at(podOf(props, environment), 'containers', 0);

describe('the Pod of a workload', () => {
  it('asks with all kinds of probes', () => {
    const container = mainOf({
      readiness: { http: '/ready', port: 'http', scheme: 'HTTPS', periodSeconds: 5 },
      liveness: { grpc: 9090, service: 'health' },
      startup: { exec: ['check', '--fast'], failureThreshold: 30 },
    });
    expect([at(container, 'readinessProbe'), at(container, 'livenessProbe'), at(container, 'startupProbe')]).toEqual([
      { httpGet: { path: '/ready', port: 'http', scheme: 'HTTPS' }, periodSeconds: 5 },
      { grpc: { port: 9090, service: 'health' } },
      { exec: { command: ['check', '--fast'] }, failureThreshold: 30 },
    ]);
  });

  it('keeps variables in their order, from every source', () => {
    const container = mainOf({
      env: {
        B: 'text',
        A: '$(B)',
        NODE: { fieldRef: { fieldPath: 'spec.nodeName' } },
        KEY: { secretKeyRef: { name: 'db', key: 'password', optional: true } },
      },
      envFrom: [
        { secretRef: { name: 'all' }, prefix: 'DB_' },
        { kind: 'Secret', name: 'more' },
      ],
    });
    expect([at(container, 'env'), at(container, 'envFrom')]).toEqual([
      [
        { name: 'B', value: 'text' },
        { name: 'A', value: '$(B)' },
        { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
        { name: 'KEY', valueFrom: { secretKeyRef: { name: 'db', key: 'password', optional: true } } },
      ],
      [{ prefix: 'DB_', secretRef: { name: 'all' } }, { secretRef: { name: 'more' } }],
    ]);
  });

  it('lies where its nodes are wanted', () => {
    const pod = podOf({
      nodeSelector: { 'kubernetes.io/arch': 'arm64' },
      tolerations: [{ key: 'spot', operator: 'Exists' }],
      affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } },
      priorityClassName: 'high',
      terminationGracePeriodSeconds: 90,
    });
    expect(pod).toMatchObject({
      nodeSelector: { 'kubernetes.io/arch': 'arm64' },
      tolerations: [{ key: 'spot', operator: 'Exists' }],
      affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } },
      priorityClassName: 'high',
      terminationGracePeriodSeconds: 90,
    });
  });

  it('writes sizes in the largest unit without a fraction', () => {
    const memory = (size: Size) =>
      at(mainOf({ resources: { cpu: '1', memory: size } }), 'resources', 'requests', 'memory');
    expect([Size.gibibytes(2), Size.mebibytes(1536), Size.kibibytes(500)].map(memory)).toEqual([
      '2Gi',
      '1536Mi',
      '500Ki',
    ]);
  });

  it('makes init containers and sidecars in the same way as the main one', () => {
    const image = 'example.com/other:1';
    const pod = podOf({
      initContainers: [{ name: 'first', image, command: ['migrate'] }],
      sidecars: [
        { name: 'proxy', image, ports: [{ name: 'admin', containerPort: 9901 }], readiness: { http: '/ready' } },
        { name: 'beside', image, native: false, resources: 'none', security: { readOnlyRootFilesystem: false } },
      ],
    });
    const small = { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } };
    const secure = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
    const securityContext = { ...secure, readOnlyRootFilesystem: true };
    expect([at(pod, 'initContainers'), at(pod, 'containers', 1)]).toEqual([
      [
        {
          name: 'proxy',
          image,
          ports: [{ name: 'admin', containerPort: 9901 }],
          readinessProbe: { httpGet: { path: '/ready', port: 9901 } },
          resources: small,
          restartPolicy: 'Always',
          securityContext,
        },
        { name: 'first', image, command: ['migrate'], resources: small, securityContext },
      ],
      { name: 'beside', image, securityContext: secure },
    ]);
  });

  it('keeps folders of containers apart, and shares what is one thing', () => {
    const image = 'example.com/other:1';
    const shared = { path: '/etc/app', configMap: 'settings' } as const;
    const pod = podOf({
      writable: ['/tmp'],
      mounts: [shared, { path: '/run/app', name: 'sockets', emptyDir: { medium: 'Memory' } }],
      sidecars: [
        {
          name: 'log',
          image,
          writable: ['/tmp'],
          mounts: [
            { ...shared, path: '/config' },
            { path: '/run/app', name: 'sockets', emptyDir: { medium: 'Memory' } },
          ],
        },
      ],
    });
    expect([at(pod, 'volumes'), at(pod, 'initContainers', 0, 'volumeMounts')]).toEqual([
      [
        { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
        { name: 'etc-app', configMap: { name: 'settings' } },
        { name: 'sockets', emptyDir: { sizeLimit: '64Mi', medium: 'Memory' } },
        { name: 'log-tmp', emptyDir: { sizeLimit: '64Mi' } },
      ],
      [
        { name: 'log-tmp', mountPath: '/tmp' },
        { name: 'etc-app', mountPath: '/config' },
        { name: 'sockets', mountPath: '/run/app' },
      ],
    ]);
  });

  it('shares a volume between mounts of one thing under one name', () => {
    const pod = podOf({
      mounts: [
        { path: '/a', name: 'shared', claim: 'data', subPath: 'a' },
        { path: '/b', name: 'shared', claim: 'data', readOnly: true },
        { path: '/c', volume: { name: 'token', projected: { sources: [] } } },
      ],
    });
    expect([at(pod, 'volumes'), at(pod, 'containers', 0, 'volumeMounts')]).toEqual([
      [
        { name: 'shared', persistentVolumeClaim: { claimName: 'data' } },
        { name: 'token', projected: { sources: [] } },
      ],
      [
        { name: 'shared', mountPath: '/a', subPath: 'a' },
        { name: 'shared', mountPath: '/b', readOnly: true },
        { name: 'token', mountPath: '/c' },
      ],
    ]);
  });

  it('carries further labels and annotations on everything, and always those that select it', () => {
    const objects = app({
      labels: { team: 'a', 'app.kubernetes.io/name': 'other' },
      annotations: { docs: 'here' },
      service: { annotations: { scrape: 'no' } },
      podLabels: { tier: 'b', 'app.kubernetes.io/part-of': 'shop' },
    });
    const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop', team: 'a' };
    expect(Object.values(objects).map((object) => at(object, 'metadata', 'labels', 'team'))).toEqual(
      Array(4).fill('a'),
    );
    expect(at(objects['Service app'], 'metadata')).toEqual({
      name: 'app',
      namespace: 'shop',
      labels: { ...labels, 'app.kubernetes.io/name': 'other' },
      annotations: { docs: 'here', scrape: 'no' },
    });
    expect(at(objects['Deployment app'], 'spec', 'template', 'metadata')).toEqual({
      labels: { 'app.kubernetes.io/name': 'app', 'app.kubernetes.io/part-of': 'shop', team: 'a', tier: 'b' },
    });
  });

  it('takes over Pods that run already by the labels that select them', () => {
    const objects = app({ component: 'legacy', selectorLabels: { run: 'legacy' } });
    const selector = { run: 'legacy' };
    expect([
      at(objects['Deployment legacy'], 'spec', 'selector', 'matchLabels'),
      at(objects['Deployment legacy'], 'spec', 'template', 'metadata', 'labels'),
      at(objects['Service legacy'], 'spec', 'selector'),
      at(objects['PodDisruptionBudget legacy'], 'spec', 'selector', 'matchLabels'),
      at(objects['Deployment legacy'], 'spec', 'template', 'spec', 'topologySpreadConstraints', 0, 'labelSelector'),
    ]).toEqual([
      selector,
      { 'app.kubernetes.io/name': 'legacy', 'app.kubernetes.io/part-of': 'shop', run: 'legacy' },
      selector,
      selector,
      { matchLabels: selector },
    ]);
  });

  it('on Fargate is not spread, and is limited to the CPU that is billed', () => {
    const fargate = eksEnvironment({
      compute: {
        ...eksEnvironment().compute,
        fargateProfiles: [{ name: 'quick', selectors: [{ namespace: 'sh?p', labels: { run: 'fargate' } }] }],
      },
    });
    const onNodes = podOf({}, fargate);
    const onFargate = podOf({ podLabels: { run: 'fargate' } }, fargate);
    const limits = (pod: typeof onNodes) => at(pod, 'containers', 0, 'resources', 'limits');
    expect([limits(onNodes), limits(onFargate)]).toEqual([{ memory: '128Mi' }, { cpu: '100m', memory: '128Mi' }]);
    expect(at(onNodes, 'topologySpreadConstraints')).toHaveLength(2);
    expect(at(onFargate, 'topologySpreadConstraints')).toBeUndefined();
  });

  it('keeps the reason for a lower profile with the construct', () => {
    const profile = { level: 'baseline' as const, reason: 'starts as root' };
    let found: unknown[] = [];
    render((scope) => {
      const { node } = new WebService(scope, 'app', { ...base, profile });
      found = node.metadata.filter(({ type }) => type === PROFILE_METADATA).map(({ data }) => data);
    });
    expect(found).toEqual([profile]);
  });

  it('has its main container changed by itself, whatever stands beside it', () => {
    const container = mainOf({
      sidecars: [{ name: 'beside', image: 'example.com/other:1' }],
      overrides: { container: { tty: true, lifecycle: null, resources: { limits: { memory: '1Gi' } } } },
    });
    expect(container).toMatchObject({ name: 'app', tty: true, resources: { limits: { memory: '1Gi' } } });
    expect(at(container, 'lifecycle')).toBeUndefined();
  });
});
