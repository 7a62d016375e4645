import { FluentBit, type FluentBitOptions } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

/** The files, whatever the hash in the name of their ConfigMap. */
function files(props: Partial<FluentBitOptions>) {
  const image = 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.34.0';
  const objects = render(
    (chart) => new FluentBit(chart, 'fluent-bit', { image, iamRole: 'carts', retentionDays: 30, ...props }),
  );
  const [, config] = Object.entries(objects).find(([name]) => name.startsWith('ConfigMap ')) ?? [];
  return at(config, 'data');
}

describe('the files of FluentBit', () => {
  it('writes everything that people set', () => {
    expect(
      files({
        retentionDays: 'external',
        logGroup: '/shop/logs',
        streamPrefix: 'shop-',
        excludeNamespaces: ['kube-system', 'argocd'],
        podLabels: true,
        mergeJson: false,
        multiline: ['java', { name: 'steps', firstLine: '^step', nextLines: '^ +' }],
        parsers: [
          { name: 'level', format: 'regex', regex: '^(?<level>\\w+)' },
          { name: 'timed', format: 'json', timeKey: 'time', timeFormat: '%s' },
        ],
        filters: [
          { drop: { log: '^GET /healthz', "$kubernetes['host']": 'a' } },
          { keep: { log: '.' } },
          { add: { cluster: 'shop' } },
          { remove: ['stream', '_p'] },
          { parse: { field: 'log', parser: 'level' } },
        ],
        memoryBuffer: '20MB',
        flushSeconds: 1,
        logLevel: 'warn',
      }),
    ).toEqual({
      'fluent-bit.conf': `[SERVICE]
    Flush 1
    Grace 30
    Log_Level warn
    Parsers_File parsers.conf
    HTTP_Server On
    HTTP_Port 2020
    Health_Check On

[INPUT]
    Name tail
    Tag kube.*
    Path /var/log/containers/*.log
    Exclude_Path /var/log/containers/*_kube-system_*.log,/var/log/containers/*_argocd_*.log
    multiline.parser cri
    DB /var/fluent-bit/state/containers.db
    Mem_Buf_Limit 20MB
    Skip_Long_Lines On
    Rotate_Wait 30

[FILTER]
    Name multiline
    Match kube.*
    multiline.key_content log
    multiline.parser java,steps

[FILTER]
    Name kubernetes
    Match kube.*
    Merge_Log Off
    Labels On
    Annotations Off

[FILTER]
    Name grep
    Match kube.*
    Exclude log ^GET /healthz
    Exclude $kubernetes['host'] a

[FILTER]
    Name grep
    Match kube.*
    Regex log .

[FILTER]
    Name record_modifier
    Match kube.*
    Record cluster shop

[FILTER]
    Name record_modifier
    Match kube.*
    Remove_key stream
    Remove_key _p

[FILTER]
    Name parser
    Match kube.*
    Key_Name log
    Parser level
    Reserve_Data On

[OUTPUT]
    Name cloudwatch_logs
    Match kube.*
    region eu-west-1
    log_group_name /shop/logs
    log_stream_prefix shop-
    auto_create_group false
`,
      'parsers.conf': `[PARSER]
    Name level
    Format regex
    Regex ^(?<level>\\w+)

[PARSER]
    Name timed
    Format json
    Time_Key time
    Time_Format %s

[MULTILINE_PARSER]
    Name steps
    Type regex
    Flush_Timeout 1000
    Rule "start_state" "/^step/" "next"
    Rule "next" "/^ +/" "next"
`,
    });
  });
});
