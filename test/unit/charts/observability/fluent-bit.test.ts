import { FluentBit, type FluentBitOptions, type TelemetryAccount, type TelemetryRole } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render, type TestEnvironment } from '../../../support/render';

const image = 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.34.0';
const least: FluentBitOptions = { image, retentionDays: 30 };

type Props = Partial<FluentBitOptions> & (Partial<TelemetryRole> | TelemetryAccount);

function make(props: Props = {}, environment: TestEnvironment = eksEnvironment()) {
  return render(
    (chart) =>
      new FluentBit(
        chart,
        'fluent-bit',
        'serviceAccount' in props ? { ...least, ...props } : { ...least, iamRole: 'carts', ...props },
      ),
    environment,
  );
}

/** The files, without the hash in the name of their ConfigMap. */
function files(props: Props = {}) {
  const [, config] = Object.entries(make(props)).find(([name]) => name.startsWith('ConfigMap ')) ?? [];
  return at(config, 'data');
}

const FILE = `[SERVICE]
    Flush 5
    Grace 30
    HTTP_Server On
    HTTP_Port 2020
    Health_Check On

[INPUT]
    Name tail
    Tag kube.*
    Path /var/log/containers/*.log
    multiline.parser cri
    DB /var/fluent-bit/state/containers.db
    Mem_Buf_Limit 50MB
    Skip_Long_Lines On
    Rotate_Wait 30

[FILTER]
    Name kubernetes
    Match kube.*
    Merge_Log On
    Labels Off
    Annotations Off

[OUTPUT]
    Name cloudwatch_logs
    Match kube.*
    region eu-west-1
    log_group_name /aws/containerinsights/test-cluster/application
    log_stream_prefix \${HOST_NAME}-
    auto_create_group true
    log_retention_days 30
`;

describe('FluentBit', () => {
  it('is a DaemonSet that reads the logs of its node, with a role and the right to read Pods', () => {
    const objects = make();
    expect(Object.keys(objects).map((name) => name.replace(/-[0-9a-f]{8,}$/, '-HASH'))).toEqual([
      'ConfigMap fluent-bit-config-HASH',
      'ServiceAccount fluent-bit',
      'DaemonSet fluent-bit',
      'ClusterRole shop-fluent-bit',
      'ClusterRoleBinding shop-fluent-bit',
    ]);
    expect(at(objects['ClusterRole shop-fluent-bit'], 'rules')).toEqual([
      { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] },
      { apiGroups: [''], resources: ['namespaces'], verbs: ['get', 'list', 'watch'] },
    ]);
    expect(at(objects['ServiceAccount fluent-bit'], 'metadata', 'annotations')).toEqual({
      'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/retail/carts',
    });
    expect(files()).toEqual({ 'fluent-bit.conf': FILE });
  });

  it('mounts its files and the folders of the node, and runs on every node', () => {
    const spec = at(make()['DaemonSet fluent-bit'], 'spec', 'template', 'spec');
    expect(spec).toMatchObject({
      serviceAccountName: 'fluent-bit',
      automountServiceAccountToken: true,
      tolerations: [{ operator: 'Exists' }],
      containers: [
        {
          name: 'fluent-bit',
          image,
          env: [{ name: 'HOST_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
          ports: [{ name: 'http', containerPort: 2020 }],
          livenessProbe: { httpGet: { path: '/', port: 'http' } },
          readinessProbe: { httpGet: { path: '/api/v1/health', port: 'http' } },
        },
      ],
    });
    expect(at(spec, 'volumes')).toEqual([
      expect.objectContaining({ configMap: { name: expect.stringMatching(/^fluent-bit-config-/) } }),
      expect.objectContaining({ hostPath: { path: '/var/log' } }),
      expect.objectContaining({ hostPath: { path: '/var/fluent-bit/state', type: 'DirectoryOrCreate' } }),
    ]);
    expect(at(spec, 'containers', 0, 'volumeMounts')).toEqual([
      expect.objectContaining({ mountPath: '/fluent-bit/etc', readOnly: true }),
      expect.objectContaining({ mountPath: '/var/log', readOnly: true }),
      { name: expect.any(String), mountPath: '/var/fluent-bit/state' },
    ]);
  });

  it('takes an existing ServiceAccount, labels, sizes and patches', () => {
    const objects = make({
      name: 'logs',
      labels: { team: 'platform' },
      serviceAccount: 'existing',
      resources: { cpu: '50m', memory: '100Mi' },
      everyNode: false,
      nodeSelector: { role: 'web' },
      updateStrategy: 'OnDelete',
      overrides: {
        daemonSet: { metadata: { annotations: { a: 'b' } } },
        container: { tty: true },
        configMap: { metadata: { annotations: { c: 'd' } } },
      },
    });
    expect(Object.keys(objects).some((name) => name.startsWith('ServiceAccount'))).toBe(false);
    expect(objects['DaemonSet logs']).toMatchObject({
      metadata: { annotations: { a: 'b' }, labels: { team: 'platform' } },
      spec: {
        updateStrategy: { type: 'OnDelete' },
        template: {
          spec: {
            serviceAccountName: 'existing',
            nodeSelector: { role: 'web' },
            containers: [
              {
                tty: true,
                resources: { requests: { cpu: '50m', memory: '100Mi' }, limits: { memory: '100Mi' } },
              },
            ],
          },
        },
      },
    });
    expect(at(objects['DaemonSet logs'], 'spec', 'template', 'spec', 'tolerations')).toBeUndefined();
  });

  it('makes nothing on a plain cluster, and is judged there all the same', () => {
    expect(make({}, kubernetesEnvironment())).toEqual({});
    expect(() => make({ logGroup: 'a b' }, kubernetesEnvironment())).toThrow('logGroup is "a b"');
  });
});
