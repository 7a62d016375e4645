import { WebService, type WebServiceProps } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import type { TestEnvironment } from '../../../support/render';
import { refusals } from './refusals';

const base = { image: 'example.com/app:1', port: 8080 };
const refused = (props: Partial<WebServiceProps>, environment?: TestEnvironment) =>
  refusals((scope) => void new WebService(scope, 'app', { ...base, ...props }), environment);

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
