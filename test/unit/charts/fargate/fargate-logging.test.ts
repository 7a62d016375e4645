import type { Chart } from 'cdk8s';
import { FargateLogging, type FargateLoggingProps } from 'cdk8s-eks';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const logging = (props: FargateLoggingProps) => (chart: Chart) => void new FargateLogging(chart, 'logging', props);
const toCloudWatch: FargateLoggingProps = { outputs: [{ cloudWatch: { logGroup: '/eks/fargate' } }] };

describe('logging of Fargate', () => {
  it('is a namespace with its label and a ConfigMap that EKS reads', () => {
    const objects = render(logging(toCloudWatch));
    expect(Object.keys(objects)).toEqual(['Namespace aws-observability', 'ConfigMap aws-logging']);
    expect(objects['Namespace aws-observability']?.['metadata']).toMatchObject({
      name: 'aws-observability',
      labels: { ...labels, 'aws-observability': 'enabled' },
    });
    expect(objects['ConfigMap aws-logging']).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'aws-logging', namespace: 'aws-observability', labels },
      data: {
        'output.conf': [
          '[OUTPUT]',
          '    Name cloudwatch_logs',
          '    Match *',
          '    region eu-west-1',
          '    log_group_name /eks/fargate',
          '    log_stream_prefix fargate-',
          '',
        ].join('\n'),
      },
    });
  });

  it('sends to each output what it matches, through filters and parsers, with everything set', () => {
    const objects = render(
      logging({
        outputs: [
          {
            match: 'kube.*shop*',
            region: 'us-east-1',
            cloudWatch: { logGroup: '/shop', streamPrefix: 'a-', create: true, retentionDays: 30, logKey: 'log' },
          },
          { firehose: { deliveryStream: 'logs' } },
          { kinesis: { stream: 'logs' }, options: { partition_key: 'container_id' } },
          { openSearch: { host: 'search-logs.eu-west-1.es.amazonaws.com', index: 'shop' } },
        ],
        filters: [
          { plugin: 'kubernetes' },
          { plugin: 'kubernetes', match: 'kube.a*', options: { Keep_Log: false } },
          { plugin: 'grep', options: { Exclude: ['log healthz', 'log readyz'] } },
          { plugin: 'parser', options: { Key_name: 'log', Parser: 'crio' } },
        ],
        parsers: [{ name: 'crio', format: 'regex', options: { Regex: '^(?<log>.*)$' } }],
        routerLogs: true,
        overrides: {
          namespace: { metadata: { labels: { team: 'platform' } } },
          configMap: { metadata: { annotations: { note: 'a' } } },
        },
      }),
    );
    expect(objects['Namespace aws-observability']?.['metadata']).toMatchObject({ labels: { team: 'platform' } });
    expect(objects['ConfigMap aws-logging']?.['metadata']).toMatchObject({ annotations: { note: 'a' } });
    expect(objects['ConfigMap aws-logging']?.['data']).toEqual({
      flb_log_cw: 'true',
      'output.conf': `[OUTPUT]
    Name cloudwatch_logs
    Match kube.*shop*
    region us-east-1
    log_group_name /shop
    log_stream_prefix a-
    auto_create_group On
    log_retention_days 30
    log_key log

[OUTPUT]
    Name kinesis_firehose
    Match *
    region eu-west-1
    delivery_stream logs

[OUTPUT]
    Name kinesis
    Match *
    region eu-west-1
    stream logs
    partition_key container_id

[OUTPUT]
    Name es
    Match *
    Host search-logs.eu-west-1.es.amazonaws.com
    Port 443
    Index shop
    AWS_Auth On
    AWS_Region eu-west-1
    tls On
`,
      'filters.conf': `[FILTER]
    Name kubernetes
    Match kube.*
    Merge_Log On
    Buffer_Size 0
    Kube_Meta_Cache_TTL 30m

[FILTER]
    Name kubernetes
    Match kube.a*
    Keep_Log Off

[FILTER]
    Name grep
    Match *
    Exclude log healthz
    Exclude log readyz

[FILTER]
    Name parser
    Match *
    Key_name log
    Parser crio
`,
      'parsers.conf': `[PARSER]
    Name crio
    Format regex
    Regex ^(?<log>.*)$
`,
    });
  });

  it('is nothing where there is no Fargate', () => {
    const { compute } = eksEnvironment();
    expect(render(logging(toCloudWatch), kubernetesEnvironment())).toEqual({});
    expect(render(logging(toCloudWatch), eksEnvironment({ compute: { ...compute, fargateProfiles: [] } }))).toEqual({});
  });
});
