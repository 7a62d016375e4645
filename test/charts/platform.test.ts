import type { Chart } from 'cdk8s';
import {
  AlbIngress,
  AlbIngressClass,
  type AlbIngressProps,
  allowFrom,
  ConfigFiles,
  EbsStorageClass,
  EfsStorageClass,
  FargateNamespace,
  IrsaServiceAccount,
  ScheduledJob,
  StatefulService,
  storageClassFor,
  TeamRbac,
  TenantNamespace,
  WebService,
} from 'cdk8s-eks';
import { at, mapAt } from '../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../support/environment';
import { render, type TestEnvironment } from '../support/render';
import { messageOf } from '../support/thrown';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const backend = { service: 'web', port: 80 };
const local = kubernetesEnvironment();
const auto = eksEnvironment({ compute: { ...eksEnvironment().compute, autoMode: true } });

describe('AlbIngress', () => {
  const ingress = (props: Partial<AlbIngressProps>, environment?: TestEnvironment) =>
    render((scope) => new AlbIngress(scope, 'web', { scheme: 'internal', backend, ...props }), environment)[
      'Ingress web'
    ];

  it('redirects to HTTPS with the environment’s certificate, targets Pods, and asks the readiness path', () => {
    const objects = render((scope) => {
      const web = new WebService(scope, 'web', {
        image: 'a.example.com/b:1',
        port: 8080,
        readiness: { http: '/ready' },
      });
      new AlbIngress(scope, 'ingress', { name: 'web', host: 'shop', scheme: 'internet-facing', backend: web });
    });
    expect(objects['Ingress web']).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name: 'web',
        namespace: 'shop',
        labels,
        annotations: {
          'alb.ingress.kubernetes.io/certificate-arn':
            'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
          'alb.ingress.kubernetes.io/healthcheck-path': '/ready',
          'alb.ingress.kubernetes.io/listen-ports': '[{"HTTP":80},{"HTTPS":443}]',
          'alb.ingress.kubernetes.io/scheme': 'internet-facing',
          'alb.ingress.kubernetes.io/ssl-policy': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
          'alb.ingress.kubernetes.io/ssl-redirect': '443',
          'alb.ingress.kubernetes.io/target-type': 'ip',
        },
      },
      spec: {
        ingressClassName: 'alb',
        rules: [
          {
            host: 'shop.test.example.com',
            http: {
              paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }],
            },
          },
        ],
      },
    });
  });

  it('is an Ingress of the environment’s class without annotations on a plain cluster', () => {
    const made = ingress({ host: 'shop', group: { name: 'g' } }, local);
    expect(at(made, 'metadata', 'annotations')).toBeUndefined();
    expect([at(made, 'spec', 'ingressClassName'), at(made, 'spec', 'rules', 0, 'host')]).toEqual([
      'nginx',
      'shop.localtest.example.com',
    ]);
  });

  it('writes maps with commas escaped and keys sorted', () => {
    const annotations = mapAt(ingress({ tags: { b: 'x,y', a: '1' } }), 'metadata', 'annotations');
    expect(annotations['alb.ingress.kubernetes.io/tags']).toBe('a=1,b=x\\,y');
  });

  it.each<[string, Partial<AlbIngressProps>, string, TestEnvironment?]>([
    [
      'a host no certificate covers',
      { host: 'shop.elsewhere.example.org' },
      'no certificate of environment test covers shop.elsewhere.example.org; the controller would stop at "no certificate found" for the whole load balancer.\nfix: declare one under `certificates` in environment.yaml, give certificateArns, or set tls: false.',
    ],
    [
      'an unknown annotation',
      { annotations: { 'target-typ': 'ip' } },
      'the load balancer controller knows no annotation "target-typ" and would ignore it without a word. Did you mean "target-type"?\nfix: correct or remove it.',
    ],
    [
      'a wildcard in a prefix',
      { backend: undefined, paths: [{ path: '/a*', backend }] },
      'path "/a*" holds a wildcard, which Prefix does not allow; the controller would stop for the whole group.\nfix: use pathType ImplementationSpecific.',
    ],
    [
      'a group order out of range',
      { group: { name: 'shop', order: 2000 } },
      'group order 2000 is outside −1000 to 1000.\nfix: choose one inside.',
    ],
    [
      'a long name',
      { loadBalancerName: 'x'.repeat(33) },
      `loadBalancerName "${'x'.repeat(33)}" is no name for a load balancer.\nfix: use at most 32 letters, digits and inner hyphens.`,
    ],
    ['no backend', { backend: undefined }, 'there is neither backend nor paths.\nfix: say where requests go.'],
    [
      'a group annotation on Auto Mode',
      { group: { name: 'shop' } },
      'EKS Auto Mode does not read group.name.\nfix: set it in the IngressClassParams of the class.',
      auto,
    ],
  ])('refuses %s', (_what, props, message, ...[environment]) => {
    expect(messageOf(() => ingress(props, environment))).toBe(`test › shop › shop/web: ${message}`);
  });
});

describe('storage classes', () => {
  it('make encrypted volumes in the zone of their Pod, kept in production', () => {
    expect(
      render((scope) => new EbsStorageClass(scope, 'gp3', { iops: 4000, tags: { team: 'a' } }))['StorageClass gp3'],
    ).toEqual({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'gp3', labels },
      provisioner: 'ebs.csi.aws.com',
      parameters: {
        type: 'gp3',
        encrypted: 'true',
        iops: '4000',
        kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-666666666666',
        tagSpecification_1: 'team=a',
      },
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
    });
    expect(at(render((scope) => new EbsStorageClass(scope, 'gp3'), auto)['StorageClass gp3'], 'provisioner')).toBe(
      'ebs.csi.eks.amazonaws.com',
    );
    expect(
      render(
        (scope) => new EfsStorageClass(scope, 'efs', { fileSystem: 'shared' }),
        eksEnvironment({ tier: 'staging' }),
      )['StorageClass efs'],
    ).toEqual({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'efs', labels },
      provisioner: 'efs.csi.aws.com',
      parameters: { provisioningMode: 'efs-ap', fileSystemId: 'fs-0123456789abcdef0', directoryPerms: '700' },
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'Immediate',
    });
  });

  it('are the declared classes on a plain cluster, where nothing is rendered', () => {
    let names: string[] = [];
    const objects = render((scope) => {
      names = [
        new EbsStorageClass(scope, 'gp3').storageClassName,
        new EfsStorageClass(scope, 'efs', { fileSystem: 'x' }).storageClassName,
        storageClassFor(scope, 'block', 'gp3'),
      ];
    }, local);
    expect([objects, names]).toEqual([{}, ['standard', 'standard', 'standard']]);
  });

  it.each<[string, (scope: Chart) => unknown, string]>([
    [
      'both kinds of iops',
      (s) => new EbsStorageClass(s, 'x', { iops: 3000, iopsPerGB: 3 }),
      'iops and iopsPerGB are both given; the driver refuses that.\nfix: leave one out.',
    ],
    [
      'iops out of range',
      (s) => new EbsStorageClass(s, 'x', { type: 'io1', iops: 70000 }),
      'iops is 70000; io1 takes 100 to 64000.\nfix: choose one inside.',
    ],
    [
      'throughput of another type',
      (s) => new EbsStorageClass(s, 'x', { type: 'io2', throughput: 200 }),
      'type io2 takes no throughput.\nfix: use gp3, or leave throughput out.',
    ],
    [
      'an unknown file system',
      (s) => new EfsStorageClass(s, 'x', { fileSystem: 'shred' }),
      'environment test declares no EFS file system "shred". Did you mean "shared"?\nfix: declare it under storage.efsFileSystems in environment.yaml.',
    ],
    [
      'an unknown key',
      (s) => new EbsStorageClass(s, 'x', { kmsKey: 'disks' }),
      'environment test declares no KMS key "disks".\nfix: declare it under storage.kmsKeys, or use one of: ebs.',
    ],
  ])('refuse %s', (_what, make, message) => {
    expect(messageOf(() => render((scope) => void make(scope)))).toBe(`test › shop › shop/x: ${message}`);
  });
});

describe('IrsaServiceAccount', () => {
  const make = (iamRole: string, environment?: TestEnvironment) => {
    let subject = '';
    const objects = render((scope) => {
      subject = new IrsaServiceAccount(scope, 'carts', { iamRole }).subject;
    }, environment);
    return { account: objects['ServiceAccount carts'], subject };
  };

  it('names the role of the environment’s account, and the subject its trust policy needs', () => {
    expect(make('carts')).toEqual({
      subject: 'system:serviceaccount:shop:carts',
      account: {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: {
          name: 'carts',
          namespace: 'shop',
          labels,
          annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/retail/carts' },
        },
        automountServiceAccountToken: false,
      },
    });
  });

  it('is a plain ServiceAccount on a plain cluster', () => {
    expect(at(make('carts', local).account, 'metadata', 'annotations')).toBeUndefined();
  });

  it('refuses an unknown role, and an environment of Pod Identity, naming the fix', () => {
    expect(messageOf(() => make('crats'))).toBe(
      'test › shop › shop/carts: environment test declares no IAM role "crats". Did you mean "carts"?\nfix: declare it under identity.iamRoles in environment.yaml.',
    );
    const podIdentity = eksEnvironment({ identity: { mode: 'podIdentity', iamRoles: {} } });
    expect(messageOf(() => make('carts', podIdentity))).toBe(
      'test › shop › shop/carts: environment test uses EKS Pod Identity, where a role comes from an association and not from an annotation; the annotation would win and the association be ignored.\nfix: use a plain ServiceAccount here and create the Pod Identity association, or set identity.mode: irsa.',
    );
  });
});

describe('TeamRbac', () => {
  it('makes rights in a namespace and on the cluster', () => {
    const objects = render((scope) => {
      new TeamRbac(scope, 'team', {
        subjects: [{ group: 'devs' }, { serviceAccount: 'bot', namespace: 'ci' }],
        namespaced: { namespace: 'shop', grants: [{ resources: ['pods'], verbs: ['get'] }] },
        clusterWide: [{ resources: ['nodes'], verbs: ['list'] }],
        clusterRole: { name: 'view', namespace: 'shop' },
      });
    });
    expect(Object.keys(objects).sort()).toEqual([
      'ClusterRole team',
      'ClusterRoleBinding team',
      'Role team',
      'RoleBinding team',
      'RoleBinding team-view',
    ]);
    expect(objects['Role team']?.['rules']).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]);
    expect(objects['ClusterRoleBinding team']).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'team', labels },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'team' },
      subjects: [
        { kind: 'Group', name: 'devs', apiGroup: 'rbac.authorization.k8s.io' },
        { kind: 'ServiceAccount', name: 'bot', namespace: 'ci' },
      ],
    });
  });

  it('refuses rights that let people become somebody else, unless a reason is given', () => {
    const make = (reason?: string) =>
      render(
        (scope) =>
          void new TeamRbac(scope, 'team', {
            subjects: [{ user: 'a' }],
            clusterWide: [{ resources: ['secrets'], verbs: ['*'], ...(reason === undefined ? {} : { reason }) }],
          }),
      );
    expect(messageOf(() => make())).toBe(
      'test › shop › shop/team: a grant on secrets covers verb * and all Secrets: whoever has it can become somebody else.\nfix: grant less (resourceNames for Secrets), or give the grant a reason.',
    );
    expect(Object.keys(make('break-glass'))).toHaveLength(2);
  });
});

describe('namespaces', () => {
  const security = (level: string) => ({
    ...labels,
    'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled',
    'pod-security.kubernetes.io/audit': 'restricted',
    'pod-security.kubernetes.io/audit-version': 'v1.34',
    'pod-security.kubernetes.io/enforce': level,
    'pod-security.kubernetes.io/enforce-version': 'v1.34',
    'pod-security.kubernetes.io/warn': 'restricted',
    'pod-security.kubernetes.io/warn-version': 'v1.34',
  });

  it('of a tenant come with quota, defaults, and a network that is closed but for DNS, itself and load balancers', () => {
    const objects = render(
      (scope) => void new TenantNamespace(scope, 'shop', { quota: { cpu: '4', memory: '8Gi', pods: 20 } }),
    );
    expect(objects['Namespace shop']).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop', labels: security('restricted') },
    });
    expect(objects['ResourceQuota tenant']?.['spec']).toEqual({
      hard: { 'requests.cpu': '4', 'requests.memory': '8Gi', 'limits.memory': '8Gi', pods: '20' },
    });
    expect(objects['LimitRange tenant']?.['spec']).toEqual({
      limits: [{ type: 'Container', defaultRequest: { cpu: '50m', memory: '64Mi' }, default: { memory: '64Mi' } }],
    });
    expect(objects['NetworkPolicy default-deny']?.['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    expect(objects['NetworkPolicy allow-dns']?.['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
              podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
            },
          ],
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 53, protocol: 'TCP' },
          ],
        },
      ],
    });
    expect(objects['NetworkPolicy allow-same-namespace']?.['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: {} }] }],
      egress: [{ to: [{ podSelector: {} }] }],
    });
    expect(objects['NetworkPolicy allow-load-balancers']?.['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ ipBlock: { cidr: '10.10.0.0/16' } }] }],
    });
  });

  it('on Fargate need a profile that selects them; on a plain cluster they are plain', () => {
    expect(render((scope) => void new FargateNamespace(scope, 'serverless'))['Namespace serverless']).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'serverless', labels: security('restricted') },
    });
    expect(messageOf(() => render((scope) => void new FargateNamespace(scope, 'games')))).toBe(
      'test › shop › shop/games: no Fargate profile of environment test selects namespace games; its Pods would run on nodes or stay Pending. The profiles are: serverless (serverless).\nfix: add a selector to a profile, and declare it under compute.fargateProfiles.',
    );
    expect(Object.keys(render((scope) => void new FargateNamespace(scope, 'games'), local))).toEqual([
      'Namespace games',
    ]);
  });

  it('open to each other at both ends of a call', () => {
    const objects = render(
      (scope) =>
        void allowFrom(scope, 'a-to-b', {
          from: { namespace: 'a', pods: { app: 'a' } },
          to: { namespace: 'b' },
          ports: ['http'],
        }),
    );
    const peer = (namespace: string, podSelector: object) => ({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
      podSelector,
    });
    expect(objects['NetworkPolicy a-to-b-ingress']).toMatchObject({
      metadata: { namespace: 'b' },
      spec: {
        podSelector: {},
        ingress: [{ from: [peer('a', { matchLabels: { app: 'a' } })], ports: [{ port: 'http' }] }],
      },
    });
    expect(objects['NetworkPolicy a-to-b-egress']).toMatchObject({
      metadata: { namespace: 'a' },
      spec: {
        podSelector: { matchLabels: { app: 'a' } },
        egress: [{ to: [peer('b', {})], ports: [{ port: 'http' }] }],
      },
    });
  });
});

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

  it('run by the clock, and refuse a clock that is none', () => {
    const objects = render(
      (scope) => void new ScheduledJob(scope, 'backup', { ...base, schedule: '0 3 * * *', timeZone: 'Europe/Berlin' }),
    );
    expect(objects['CronJob backup']?.['spec']).toMatchObject({
      schedule: '0 3 * * *',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      jobTemplate: { spec: { backoffLimit: 3, ttlSecondsAfterFinished: 3600 } },
    });
    expect(
      messageOf(() =>
        render((scope) => void new ScheduledJob(scope, 'backup', { ...base, schedule: 'TZ=UTC 0 3 * * *' })),
      ),
    ).toBe(
      'test › shop › shop/backup: the schedule "TZ=UTC 0 3 * * *" is not five fields of cron.\nfix: write minute, hour, day of month, month and day of week; a zone goes into timeZone.',
    );
  });

  it('roll when their configuration changes, since its name holds a hash', () => {
    const name = (data: Record<string, string>) =>
      Object.keys(render((scope) => void new ConfigFiles(scope, 'settings', { data })))[0];
    expect(name({ a: '1', b: '2' })).toBe(name({ b: '2', a: '1' }));
    expect(name({ a: '2', b: '1' })).not.toBe(name({ a: '1', b: '2' }));
    expect(name({ a: '1' })).toMatch(/^ConfigMap settings-[0-9a-f]{10}$/);
  });

  it('get a class for load balancers from the platform', () => {
    const objects = render((scope) => void new AlbIngressClass(scope, 'alb', { params: { scheme: undefined } }));
    expect(Object.keys(objects).sort()).toEqual(['IngressClass alb', 'IngressClassParams alb']);
    expect(
      at(render((scope) => void new AlbIngressClass(scope, 'alb'), auto)['IngressClass alb'], 'spec', 'controller'),
    ).toBe('eks.amazonaws.com/alb');
    expect(render((scope) => void new AlbIngressClass(scope, 'alb'), local)).toEqual({});
  });
});
