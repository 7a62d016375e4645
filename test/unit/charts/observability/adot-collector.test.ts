import { AdotCollector, type AdotCollectorOptions, type CollectedData, type TelemetryAccount } from 'cdk8s-eks';
import { parse } from 'yaml';
import { at, textAt } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render, type TestEnvironment } from '../../../support/render';

const image = 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1';
const WORKSPACE = 'ws-01234567-89ab-cdef-0123-456789abcdef';

type Props = Partial<AdotCollectorOptions> & CollectedData & Partial<TelemetryAccount>;

function make(props: Props, environment: TestEnvironment = eksEnvironment()) {
  const { serviceAccount, ...rest } = props;
  const identity = serviceAccount === undefined ? { iamRole: 'carts' } : { serviceAccount };
  return render((chart) => new AdotCollector(chart, 'collector', { image, ...rest, ...identity }), environment);
}

function config(props: Props, environment?: TestEnvironment): unknown {
  const [, object] = Object.entries(make(props, environment)).find(([name]) => name.startsWith('ConfigMap ')) ?? [];
  return parse(textAt(at(object, 'data'), 'collector.yaml') ?? '');
}

const names = (props: Props) => Object.keys(make(props)).map((name) => name.replace(/-[0-9a-f]{8,}$/, '-HASH'));

const otlp = { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } };
const memory = { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 20 };

describe('AdotCollector', () => {
  it('takes traces by OTLP and gives them to X-Ray', () => {
    expect(names({ traces: 'xray' })).toEqual([
      'ConfigMap collector-config-HASH',
      'ServiceAccount collector',
      'Deployment collector',
      'Service collector',
    ]);
    expect(config({ traces: 'xray' })).toEqual({
      extensions: { health_check: { endpoint: '0.0.0.0:13133' } },
      receivers: { otlp },
      processors: { memory_limiter: memory, batch: {} },
      exporters: { awsxray: { region: 'eu-west-1' } },
      service: {
        extensions: ['health_check'],
        pipelines: { traces: { receivers: ['otlp'], processors: ['memory_limiter', 'batch'], exporters: ['awsxray'] } },
      },
    });
  });

  it('writes everything that people set', () => {
    const metrics = { amp: WORKSPACE, cloudWatch: { namespace: 'Shop', logGroup: '/metrics/shop' } };
    const scrape = [
      { job: 'carts', targets: ['carts.shop.svc:8080'], path: '/actuator/prometheus', interval: '30s' } as const,
    ];
    expect(config({ traces: 'xray', metrics, scrape, batchSeconds: 10 })).toEqual({
      extensions: {
        health_check: { endpoint: '0.0.0.0:13133' },
        sigv4auth: { region: 'eu-west-1', service: 'aps' },
      },
      receivers: {
        otlp,
        prometheus: {
          config: {
            scrape_configs: [
              {
                job_name: 'carts',
                metrics_path: '/actuator/prometheus',
                scrape_interval: '30s',
                static_configs: [{ targets: ['carts.shop.svc:8080'] }],
              },
            ],
          },
        },
      },
      processors: { memory_limiter: memory, batch: { timeout: '10s' } },
      exporters: {
        awsxray: { region: 'eu-west-1' },
        prometheusremotewrite: {
          endpoint: `https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/${WORKSPACE}/api/v1/remote_write`,
          auth: { authenticator: 'sigv4auth' },
        },
        awsemf: { region: 'eu-west-1', namespace: 'Shop', log_group_name: '/metrics/shop' },
      },
      service: {
        extensions: ['health_check', 'sigv4auth'],
        pipelines: {
          traces: { receivers: ['otlp'], processors: ['memory_limiter', 'batch'], exporters: ['awsxray'] },
          metrics: {
            receivers: ['otlp', 'prometheus'],
            processors: ['memory_limiter', 'batch'],
            exporters: ['prometheusremotewrite', 'awsemf'],
          },
        },
      },
    });
  });

  it('asks the endpoint of its own partition', () => {
    const china = eksEnvironment({ region: 'cn-north-1', partition: 'aws-cn' });
    expect(at(config({ metrics: { amp: WORKSPACE } }, china), 'exporters', 'prometheusremotewrite', 'endpoint')).toBe(
      `https://aps-workspaces.cn-north-1.amazonaws.com.cn/workspaces/${WORKSPACE}/api/v1/remote_write`,
    );
  });

  it('is a Deployment behind a Service that leads to the ports of OTLP', () => {
    const objects = make({ traces: 'xray' });
    expect(at(objects['Service collector'], 'spec', 'ports')).toEqual([
      { name: 'grpc', port: 4317, targetPort: 'grpc' },
      { name: 'http', port: 4318, targetPort: 'http' },
    ]);
    expect(at(objects['Deployment collector'], 'spec')).toMatchObject({
      replicas: 1,
      template: {
        spec: {
          serviceAccountName: 'collector',
          containers: [
            {
              args: ['--config=/etc/adot/collector.yaml'],
              ports: [
                { name: 'grpc', containerPort: 4317 },
                { name: 'http', containerPort: 4318 },
                { name: 'health', containerPort: 13133 },
              ],
              readinessProbe: { httpGet: { path: '/', port: 'health' } },
              livenessProbe: { httpGet: { path: '/', port: 'health' } },
              volumeMounts: expect.arrayContaining([expect.objectContaining({ mountPath: '/etc/adot' })]),
            },
          ],
        },
      },
    });
  });

  it('is a StatefulSet, or a DaemonSet with ports of its nodes', () => {
    expect(names({ traces: 'xray', mode: 'statefulSet', replicas: 2 })).toEqual([
      'ConfigMap collector-config-HASH',
      'ServiceAccount collector',
      'Service collector',
      'StatefulSet collector',
      'PodDisruptionBudget collector',
    ]);
    const agent = make({ traces: 'xray', mode: 'daemonSet' })['DaemonSet collector'];
    expect(at(agent, 'spec', 'template', 'spec', 'containers', 0, 'ports')).toEqual([
      { name: 'grpc', containerPort: 4317, hostPort: 4317 },
      { name: 'http', containerPort: 4318, hostPort: 4318 },
      { name: 'health', containerPort: 13133 },
    ]);
  });

  it('takes an existing ServiceAccount, and patches of what it makes', () => {
    const objects = make({
      serviceAccount: 'existing',
      traces: 'xray',
      overrides: {
        workload: { spec: { minReadySeconds: 5 } },
        container: { tty: true },
        service: { metadata: { annotations: { a: 'b' } } },
        configMap: { metadata: { annotations: { c: 'd' } } },
      },
    });
    expect(Object.keys(objects).some((name) => name.startsWith('ServiceAccount'))).toBe(false);
    expect(objects['Deployment collector']).toMatchObject({
      spec: {
        minReadySeconds: 5,
        template: { spec: { serviceAccountName: 'existing', containers: [{ tty: true }] } },
      },
    });
    expect(at(objects['Service collector'], 'metadata', 'annotations')).toEqual({ a: 'b' });
  });

  it('makes nothing on a plain cluster, and is judged there all the same', () => {
    expect(make({ traces: 'xray' }, kubernetesEnvironment())).toEqual({});
    // @ts-expect-error the compiler says it first
    expect(() => make({ metrics: {} }, kubernetesEnvironment())).toThrow('metrics has no amp, or cloudWatch');
  });
});
