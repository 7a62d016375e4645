import { Size } from 'cdk8s';
import { WebService, type WebServiceProps } from 'cdk8s-eks';
import { PROFILE_METADATA } from '../../../charts/workload/security';
import { at } from '../../../src/model/json';
import { eksEnvironment } from '../../support/environment';
import { render, type TestEnvironment } from '../../support/render';
import { refusals } from './refusals';

const base = { image: 'example.com/app:1', port: 8080 };
const app = (props: Partial<WebServiceProps>, environment?: TestEnvironment) =>
  render((scope) => void new WebService(scope, 'app', { ...base, ...props }), environment);
const podOf = (props: Partial<WebServiceProps>, environment?: TestEnvironment) =>
  at(app(props, environment)['Deployment app'], 'spec', 'template', 'spec');
const mainOf = (props: Partial<WebServiceProps>, environment?: TestEnvironment) =>
  at(podOf(props, environment), 'containers', 0);
const refused = (props: Partial<WebServiceProps>, environment?: TestEnvironment) =>
  refusals((scope) => void new WebService(scope, 'app', { ...base, ...props }), environment);

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

  it('gives init containers and sidecars the context of its profile, where they say nothing themselves', () => {
    const image = 'example.com/other:1';
    const pod = podOf({
      initContainers: [{ name: 'first', image, restartPolicy: 'Always' }],
      sidecars: [{ name: 'beside', image, securityContext: { readOnlyRootFilesystem: false, runAsUser: 7 } }],
    });
    const secure = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
    expect([at(pod, 'initContainers'), at(pod, 'containers', 1)]).toEqual([
      [{ name: 'first', image, restartPolicy: 'Always', securityContext: { ...secure, readOnlyRootFilesystem: true } }],
      { name: 'beside', image, securityContext: { ...secure, readOnlyRootFilesystem: false, runAsUser: 7 } },
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
      serviceAnnotations: { scrape: 'no' },
      podLabels: { 'app.kubernetes.io/part-of': 'other' },
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
      labels: { 'app.kubernetes.io/name': 'app', 'app.kubernetes.io/part-of': 'shop', team: 'a' },
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

describe('the properties of a Pod', () => {
  it('are all judged before one error tells of them', () => {
    expect(refused({ image: 'Bad Image', user: { uid: 0 }, resources: 'smal' })).toEqual([
      'user.uid is 0: profile restricted refuses root, and no Pod would start.\nfix: give the image’s own user id, or use profile { level: "baseline", reason }.',
      'the image "Bad Image" of container app is no image reference: its Pods would stay in InvalidImageName.\nfix: write it as host/path:tag or host/path:tag@sha256:<64 hex digits>, in lower case.',
      'environment test has no size "smal". Did you mean "small"?\nfix: use one of: small, medium, or give { cpu, memory }.',
    ]);
  });

  it.each<[string, Partial<WebServiceProps>, string, TestEnvironment?]>([
    [
      'the group of root',
      { user: { uid: 5, gid: 0 } },
      'user.gid is 0, the group of root: what root’s group may write, the container could write.\nfix: give the image’s own group id, or use profile { level: "baseline", reason }.',
    ],
    ['half a user', { user: { uid: 1.5 } }, 'user.uid is 1.5.\nfix: use a whole number from 1 to 2147483647.'],
    [
      'a user below root',
      { user: { uid: -1 }, profile: { level: 'baseline', reason: 'r' } },
      'user.uid is -1.\nfix: use a whole number from 0 to 2147483647.',
    ],
    [
      'a capability beyond baseline',
      { addCapabilities: ['NET_ADMIN'], profile: { level: 'baseline', reason: 'r' } },
      'capability NET_ADMIN is not allowed by profile baseline.\nfix: leave it out; these may be added: NET_BIND_SERVICE, AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT.',
    ],
    [
      'a port that no Service can have',
      { servicePort: 0 },
      'the Service’s port for http is 0.\nfix: use a whole number from 1 to 65535.',
    ],
    [
      'a long port name',
      { port: undefined, ports: [{ name: 'prometheus-metrics', containerPort: 9090 }] },
      'port name "prometheus-metrics" is refused by the server.\nfix: use at most 15 lower-case letters, digits and single inner hyphens, with a letter.',
    ],
    [
      'a port name twice',
      {
        port: undefined,
        ports: [
          { name: 'http', containerPort: 1 },
          { name: 'http', containerPort: 2 },
        ],
      },
      'two ports are called "http".\nfix: give each its own name.',
    ],
    [
      'a Service port twice',
      {
        port: undefined,
        ports: [
          { name: 'http', containerPort: 8080, servicePort: 80 },
          { name: 'admin', containerPort: 8081, servicePort: 80 },
        ],
      },
      'ports http and admin are both TCP port 80 of the Service; the server refuses it.\nfix: give one another servicePort, or servicePort: false.',
    ],
    [
      'no port for the Service',
      { port: undefined, ports: [{ name: 'http', containerPort: 8080, servicePort: false }] },
      'every port has servicePort: false, and a Service without ports is refused by the server.\nfix: leave one port on the Service.',
    ],
    [
      'no ports at all',
      { port: undefined, ports: [], readiness: { exec: ['true'] } },
      'ports is empty.\nfix: give at least one.',
    ],
    [
      'port and ports',
      { ports: [{ name: 'a', containerPort: 1 }] },
      'port and ports are both given.\nfix: put the port into ports.',
    ],
    [
      'a probe of a port that is not there',
      { liveness: { tcp: 'htp' } },
      'liveness asks port "htp", which the container does not declare: the probe would always fail. Did you mean "http"?\nfix: name one of the container’s ports, or give its number.',
    ],
    ['a probe of no path', { readiness: { http: 'ready' } }, 'readiness asks path "ready".\nfix: start it with /.'],
    [
      'a probe that never asks',
      { startup: { tcp: 1, periodSeconds: 0 } },
      'startup.periodSeconds is 0.\nfix: use a whole number from 1.',
    ],
    [
      'a liveness probe of several successes',
      { liveness: { tcp: 1, successThreshold: 2 } },
      'liveness.successThreshold is 2; the server takes only 1 there.\nfix: leave it out.',
    ],
    [
      'a variable name',
      { env: { 'A=B': 'c' } },
      'the variable name "A=B" is refused by the server.\nfix: use printable ASCII without "=".',
    ],
    [
      'variables of an ExternalSecret',
      { envFrom: [{ kind: 'ExternalSecret', name: 'db' }] },
      'envFrom names ExternalSecret db; variables come from a ConfigMap or a Secret only.\nfix: give { secretRef: { name } } with the name of the Secret it makes.',
    ],
    [
      'memory in thousandths',
      { resources: { cpu: '1', memory: '128m' } },
      'memory is 128m, which is thousandths of a byte: the container would be killed at once.\nfix: write 128Mi.',
    ],
    [
      'a limit below the request',
      { resources: { cpu: '0.5', cpuLimit: '250m', memory: '1Gi' } },
      'cpuLimit 250m is below cpu 0.5; the server refuses it.\nfix: raise cpuLimit, or leave it out.',
    ],
    [
      'a size where there is none',
      { resources: 'small' },
      'environment test has no size "small".\nfix: declare `sizes` in environments/defaults.yaml, or give { cpu, memory }.',
      eksEnvironment({ sizes: {} }),
    ],
    [
      'two volumes with one name',
      { writable: ['/etc/a'], mounts: [{ path: '/etc-a', configMap: 'a' }] },
      '/etc/a and /etc-a are two volumes with the one name "etc-a".\nfix: give one of them a name of its own.',
    ],
    ['a path that is not absolute', { writable: ['tmp'] }, 'mount path "tmp" is not absolute.\nfix: start it with /.'],
    [
      'a claim template of nobody',
      { mounts: [{ path: '/data', claimTemplate: 'data' }] },
      '/data mounts the claim template "data", which this workload does not have.\nfix: declare it in the claims of a StatefulService.',
    ],
    [
      'a folder of the node',
      { mounts: [{ path: '/host', volume: { name: 'host', hostPath: { path: '/' } } }] },
      '/host is a folder of the node, which profile restricted refuses.\nfix: use a claim, or profile { level: "baseline", reason } in a namespace that is privileged.',
    ],
    [
      'a name of two containers',
      { sidecars: [{ name: 'app', image: 'a' }] },
      'two containers are called "app".\nfix: give each its own name.',
    ],
    [
      'a sidecar without an image',
      { sidecars: [{ name: 'beside' }] },
      'the image "" of container beside is no image reference: its Pods would stay in InvalidImageName.\nfix: write it as host/path:tag or host/path:tag@sha256:<64 hex digits>, in lower case.',
    ],
    [
      'an init container that never ends where it has to',
      { initContainers: [{ name: 'proxy', image: 'a', restartPolicy: 'Always' }] },
      'init container proxy is to run beside the others, which Kubernetes does since 1.29; environment test has 1.28, where the Pod would wait for its end.\nfix: put it into sidecars.',
      eksEnvironment({ kubernetesVersion: '1.28' }),
    ],
    [
      'a sleep of half a second',
      { preStopSeconds: 0.5 },
      'preStopSeconds is 0.5.\nfix: use whole seconds from 0 to 3600.',
    ],
    ['half a replica', { replicas: 1.5 }, 'replicas is 1.5.\nfix: use a whole number from 0.'],
    [
      'an autoscaler that never scales',
      { autoscaling: { maxReplicas: 3, cpuUtilization: 0 } },
      'autoscaling.cpuUtilization is 0.\nfix: use a whole number from 1.',
    ],
  ])('refuse %s', (_what, props, message, ...[environment]) => {
    expect(refused(props, environment)).toEqual([message]);
  });
});
