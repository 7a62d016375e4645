import { Size } from 'cdk8s';
import { ConfigFiles, ScheduledJob, StatefulService, WebService } from 'cdk8s-eks';
import * as plus from 'cdk8s-plus-28';
import * as plus33 from 'cdk8s-plus-33';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

const image = 'example.com/web:1';
const selector = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/part-of': 'shop' };

describe.each([
  ['cdk8s-plus-28', plus],
  ['cdk8s-plus-33', plus33 as unknown as typeof plus],
])('values of %s given to our workloads', (_version, library) => {
  it('objects are referred to by the names they get, hashed or not', () => {
    const names: string[] = [];
    const objects = render((scope) => {
      const account = new library.ServiceAccount(scope, 'account');
      const config = new library.ConfigMap(scope, 'config', { data: { a: '1' } });
      const secret = new library.Secret(scope, 'secret', { metadata: { name: 'given' } });
      const claim = new library.PersistentVolumeClaim(scope, 'claim', { storage: Size.gibibytes(1) });
      names.push(account.name, config.name, claim.name);
      new ScheduledJob(scope, 'job', {
        image,
        schedule: '@daily',
        serviceAccount: account,
        // @ts-expect-error cdk8s-plus is compiled without exactOptionalPropertyTypes: its own classes do not fit its interfaces.
        envFrom: [config, secret, library.Env.fromConfigMap(config, 'P_')],
        mounts: [
          { path: '/config', configMap: config },
          { path: '/secret', secret },
          { path: '/claim', claim },
        ],
      });
    });
    const [account, config, claim] = names;
    const pod = at(objects['CronJob job'], 'spec', 'jobTemplate', 'spec', 'template', 'spec');
    expect(Object.keys(objects).filter((key) => key.startsWith('ServiceAccount'))).toEqual([
      `ServiceAccount ${account}`,
    ]);
    expect([at(pod, 'serviceAccountName'), at(pod, 'containers', 0, 'envFrom'), at(pod, 'volumes')]).toEqual([
      account,
      [
        { configMapRef: { name: config } },
        { secretRef: { name: 'given' } },
        { configMapRef: { name: config }, prefix: 'P_' },
      ],
      [
        { name: 'config', configMap: { name: config } },
        { name: 'secret', secret: { secretName: 'given' } },
        { name: 'claim', persistentVolumeClaim: { claimName: claim } },
      ],
    ]);
  });

  it('Volume, Probe, EnvValue, Cpu and Size describe our containers', () => {
    const objects = render((scope) => {
      const secret = library.Secret.fromSecretName(scope, 'secret', 'db');
      new StatefulService(scope, 'web', {
        image,
        ports: [{ name: 'http', containerPort: 8080 }],
        mounts: [
          {
            path: '/scratch',
            volume: library.Volume.fromEmptyDir(scope, 'volume', 'scratch', { sizeLimit: Size.mebibytes(5) }),
          },
        ],
        readiness: library.Probe.fromHttpGet('/ready'),
        liveness: library.Probe.fromTcpSocket({ port: 9000 }),
        startup: library.Probe.fromCommand(['true']),
        env: {
          FIELD: library.EnvValue.fromFieldRef(library.EnvFieldPaths.NODE_NAME),
          SECRET: library.EnvValue.fromSecretValue({ secret, key: 'key' }),
        },
        resources: { cpu: library.Cpu.units(2), memory: Size.gibibytes(1), cpuLimit: library.Cpu.millis(2500) },
      });
    });
    const pod = at(objects['StatefulSet web'], 'spec', 'template', 'spec');
    expect(at(pod, 'volumes')).toEqual([{ name: 'scratch', emptyDir: { sizeLimit: '5Mi' } }]);
    expect(at(pod, 'containers', 0)).toMatchObject({
      readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
      livenessProbe: { tcpSocket: { port: 9000 } },
      startupProbe: { exec: { command: ['true'] } },
      env: [
        { name: 'FIELD', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
        { name: 'SECRET', valueFrom: { secretKeyRef: { name: 'db', key: 'key' } } },
      ],
      resources: { requests: { cpu: '2', memory: '1Gi' }, limits: { cpu: '2500m', memory: '1Gi' } },
    });
  });

  it('its policies, Services, Ingresses and bindings take our workloads', () => {
    const objects = render((scope) => {
      const web = new WebService(scope, 'web', { image, port: 8080 });
      const db = new StatefulService(scope, 'db', { image, ports: [{ name: 'sql', containerPort: 5432 }] });
      const policy = new library.NetworkPolicy(scope, 'policy', {
        metadata: { name: 'policy' },
        selector: db.asPodSelector(),
      });
      policy.addIngressRule(web.asPodSelector(), [library.NetworkPolicyPort.tcp(5432)]);
      new library.Service(scope, 'service', {
        metadata: { name: 'second' },
        selector: web.asPodSelector(),
        ports: [{ port: 81, targetPort: 8080 }],
      });
      const ingress = new library.Ingress(scope, 'ingress', { metadata: { name: 'db' } });
      ingress.addRule('/', library.IngressBackend.fromService(db.asPlusService()));
      const role = new library.ClusterRole(scope, 'role', { metadata: { name: 'reader' } });
      role.allowRead(library.ApiResource.NODES);
      role.bind(web.asSubject());
    });
    expect(objects['NetworkPolicy policy']?.['spec']).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/part-of': 'shop' } },
      ingress: [{ from: [{ podSelector: { matchLabels: selector } }], ports: [{ port: 5432, protocol: 'TCP' }] }],
      policyTypes: ['Ingress'],
    });
    expect(at(objects['Service second'], 'spec', 'selector')).toEqual(selector);
    expect(at(objects['Ingress db'], 'spec', 'rules', 0, 'http', 'paths', 0, 'backend')).toEqual({
      service: { name: 'db', port: { number: 5432 } },
    });
    const binding = Object.entries(objects).find(([key]) => key.startsWith('ClusterRoleBinding'))?.[1];
    expect(binding?.['subjects']).toEqual([{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }]);
  });

  it('its workloads take our files and ServiceAccount by their names', () => {
    const objects = render((scope) => {
      const files = new ConfigFiles(scope, 'files', { name: 'files', hash: false, data: { a: '1' } });
      const web = new WebService(scope, 'web', { image, port: 8080 });
      new library.Deployment(scope, 'deployment', {
        metadata: { name: 'theirs' },
        serviceAccount: library.ServiceAccount.fromServiceAccountName(scope, 'account', web.serviceAccountName),
        containers: [
          {
            image,
            envFrom: [library.Env.fromConfigMap(library.ConfigMap.fromConfigMapName(scope, 'map', files.name))],
          },
        ],
      });
    });
    const pod = at(objects['Deployment theirs'], 'spec', 'template', 'spec');
    expect([at(pod, 'serviceAccountName'), at(pod, 'containers', 0, 'envFrom')]).toEqual([
      'web',
      [{ configMapRef: { name: 'files' } }],
    ]);
  });
});
