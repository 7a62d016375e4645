import { applicationLogGroup } from '../../src/knowledge/aws/log-groups';
import type { EksEnvironment } from '../../src/model/environment';
import type { Given } from '../shared/without';
import type { FieldParser, FluentBitProps, LogFilter, LogParser, MultilineParser } from './fluent-bit-props';

/** Folder of the node in which Fluent Bit remembers how far it has read. */
export const STATE = '/var/fluent-bit/state';

type Lines = readonly (readonly [key: string, value: string | number | undefined])[];

/**
 * The files of Fluent Bit, in its classic form, which all versions read.
 * @see https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/classic-mode/configuration-file
 */
export function fluentBitFiles(props: Given<FluentBitProps>, environment: EksEnvironment): Record<string, string> {
  const sections = [service(props), tail(props), ...multilineFilter(props), kubernetes(props)];
  const filters = (props.filters ?? []).flatMap(filterSections);
  const parsers = [
    ...(props.parsers ?? []).map(parserSection),
    ...(props.multiline ?? []).flatMap((one) => (typeof one === 'string' ? [] : [multilineSection(one)])),
  ];
  return {
    'fluent-bit.conf': [...sections, ...filters, output(props, environment)].join('\n'),
    ...(parsers.length === 0 ? {} : { 'parsers.conf': parsers.join('\n') }),
  };
}

/** Whether there is anything for a file of parsers. */
function hasParsers({ parsers = [], multiline = [] }: Given<FluentBitProps>): boolean {
  return parsers.length > 0 || multiline.some((one) => typeof one !== 'string');
}

function section(kind: string, lines: Lines): string {
  const given = lines.filter(([, value]) => value !== undefined);
  return `[${kind}]\n${given.map(([key, value]) => `    ${key} ${value}\n`).join('')}`;
}

function service(props: Given<FluentBitProps>): string {
  return section('SERVICE', [
    ['Flush', props.flushSeconds ?? 5],
    ['Grace', 30],
    ['Log_Level', props.logLevel],
    ['Parsers_File', hasParsers(props) ? 'parsers.conf' : undefined],
    ['HTTP_Server', 'On'],
    ['HTTP_Port', 2020],
    ['Health_Check', 'On'],
  ]);
}

/** The runtime’s own form is taken off, and lines that it split are joined. */
function tail({ excludeNamespaces = [], memoryBuffer = '50MB' }: Given<FluentBitProps>): string {
  const excluded = excludeNamespaces.map((namespace) => `/var/log/containers/*_${namespace}_*.log`).join(',');
  return section('INPUT', [
    ['Name', 'tail'],
    ['Tag', 'kube.*'],
    ['Path', '/var/log/containers/*.log'],
    ['Exclude_Path', excluded === '' ? undefined : excluded],
    ['multiline.parser', 'cri'],
    ['DB', `${STATE}/containers.db`],
    ['Mem_Buf_Limit', memoryBuffer],
    ['Skip_Long_Lines', 'On'],
    ['Rotate_Wait', 30],
  ]);
}

function multilineFilter({ multiline = [] }: Given<FluentBitProps>): readonly string[] {
  if (multiline.length === 0) return [];
  const names = multiline.map((one) => (typeof one === 'string' ? one : one.name)).join(',');
  return [
    section('FILTER', [
      ['Name', 'multiline'],
      ['Match', 'kube.*'],
      ['multiline.key_content', 'log'],
      ['multiline.parser', names],
    ]),
  ];
}

function kubernetes({ podLabels = false, mergeJson = true }: Given<FluentBitProps>): string {
  return section('FILTER', [
    ['Name', 'kubernetes'],
    ['Match', 'kube.*'],
    ['Merge_Log', mergeJson ? 'On' : 'Off'],
    ['Labels', podLabels ? 'On' : 'Off'],
    ['Annotations', 'Off'],
  ]);
}

function filterSections({ drop, keep, add, remove, parse }: LogFilter): readonly string[] {
  const filter = (name: string, lines: Lines) => section('FILTER', [['Name', name], ['Match', 'kube.*'], ...lines]);
  return [
    ...(drop === undefined ? [] : [filter('grep', conditions('Exclude', drop))]),
    ...(keep === undefined ? [] : [filter('grep', conditions('Regex', keep))]),
    ...(add === undefined ? [] : [filter('record_modifier', conditions('Record', add))]),
    ...(remove === undefined
      ? []
      : [
          filter(
            'record_modifier',
            remove.map((field) => ['Remove_key', field] as const),
          ),
        ]),
    ...(parse === undefined ? [] : [filter('parser', parsing(parse))]),
  ];
}

function parsing({ field, parser }: FieldParser): Lines {
  return [
    ['Key_Name', field],
    ['Parser', parser],
    ['Reserve_Data', 'On'],
  ];
}

function conditions(key: string, map: Readonly<Record<string, string>>): Lines {
  return Object.entries(map).map(([field, text]) => [key, `${field} ${text}`] as const);
}

function parserSection({ name, format, regex, timeKey, timeFormat }: LogParser): string {
  return section('PARSER', [
    ['Name', name],
    ['Format', format],
    ['Regex', regex],
    ['Time_Key', timeKey],
    ['Time_Format', timeFormat],
  ]);
}

function multilineSection({ name, firstLine, nextLines }: MultilineParser): string {
  return section('MULTILINE_PARSER', [
    ['Name', name],
    ['Type', 'regex'],
    ['Flush_Timeout', 1000],
    ['Rule', `"start_state" "/${firstLine}/" "next"`],
    ['Rule', `"next" "/${nextLines}/" "next"`],
  ]);
}

function output(props: Given<FluentBitProps>, { region, clusterName }: EksEnvironment): string {
  const { retentionDays, streamPrefix } = props;
  return section('OUTPUT', [
    ['Name', 'cloudwatch_logs'],
    ['Match', 'kube.*'],
    ['region', region],
    ['log_group_name', props.logGroup ?? applicationLogGroup(clusterName)],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Fluent Bit puts the variable in
    ['log_stream_prefix', streamPrefix ?? '${HOST_NAME}-'],
    ['auto_create_group', retentionDays === 'external' ? 'false' : 'true'],
    ['log_retention_days', retentionDays === 'external' ? undefined : retentionDays],
  ]);
}
