import { wrongDnsLabel } from '../../src/grammar/dns';
import { wrongFluentBitSize } from '../../src/grammar/fluent-bit-size';
import { LOG_RETENTION_DAYS } from '../../src/knowledge/aws/fargate-logging';
import { wrongLogGroup } from '../../src/knowledge/aws/log-groups';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';
import type { Given } from '../shared/without';
import type { FluentBitProps, LogFilter, LogParser } from './fluent-bit-props';

const BUILT_IN = ['go', 'java', 'python', 'ruby'];
const NAME = /^[\w-]+$/;

export function judgeFluentBit(props: Given<FluentBitProps>, problems: Problems): void {
  const { iamRole, serviceAccount, logGroup, retentionDays, memoryBuffer, excludeNamespaces = [] } = props;
  problems.unless(
    (iamRole === undefined) !== (serviceAccount === undefined),
    iamRole === undefined
      ? 'neither iamRole nor serviceAccount is given: CloudWatch refuses what has no role.'
      : 'iamRole and serviceAccount are given both.',
    'give one of them.',
  );
  const wrong = logGroup === undefined ? undefined : wrongLogGroup(logGroup);
  problems.unless(
    wrong === undefined,
    `logGroup is "${logGroup}": ${wrong}. CloudWatch refuses every event.`,
    'write a name such as /aws/containerinsights/<cluster>/application.',
  );
  problems.unless(
    retentionDays === 'external' || LOG_RETENTION_DAYS.includes(retentionDays),
    `retentionDays is ${retentionDays}, which CloudWatch does not know: the group would keep its logs for ever, and bill them.`,
    `use one of ${LOG_RETENTION_DAYS.join(', ')}, or 'external'.`,
  );
  problems.integer('flushSeconds', props.flushSeconds, 1, 300);
  problems.unless(
    memoryBuffer === undefined || wrongFluentBitSize(memoryBuffer) === undefined,
    `memoryBuffer is "${memoryBuffer}", which is not a size of Fluent Bit: it would not start.`,
    'write a whole number and its unit, such as 50MB.',
  );
  for (const namespace of excludeNamespaces)
    problems.unless(
      wrongDnsLabel(namespace) === undefined,
      `excludeNamespaces has "${namespace}", which is not the name of a namespace: nothing would be left out.`,
      'write the name of a namespace.',
    );
  judgeTexts(props, problems);
  judgeParsers(props, problems);
  for (const filter of props.filters ?? []) judgeFilter(filter, props.parsers ?? [], problems);
}

/** A line of the file ends where the text has a line break. */
function judgeTexts(props: Given<FluentBitProps>, problems: Problems): void {
  const { streamPrefix, parsers, multiline, filters } = props;
  const texts = textsIn({ streamPrefix, parsers, multiline, filters });
  for (const text of texts)
    problems.unless(
      text.trim() === text && text !== '' && !/[\r\n]/.test(text),
      `a text of the configuration is ${JSON.stringify(text)}: Fluent Bit reads each on one line, without blanks around it.`,
      'write it on one line, with \\s for a blank at its end.',
    );
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function judgeParsers({ parsers = [], multiline = [] }: Given<FluentBitProps>, problems: Problems): void {
  const own = multiline.filter((one) => typeof one !== 'string');
  const names = [...parsers.map(({ name }) => name), ...own.map(({ name }) => name)];
  names.forEach((name, i) => {
    problems.unless(
      NAME.test(name) && !BUILT_IN.includes(name) && names.indexOf(name) === i,
      `the name "${name}" of a parser is ${nameTrouble(name)}.`,
      'give each parser a name of its own, of letters, digits, - and _.',
    );
  });
  for (const { name, firstLine, nextLines } of own)
    problems.unless(
      !`${firstLine}${nextLines}`.includes('"'),
      `an expression of multiline parser ${name} has a ", which ends it: Fluent Bit would not start.`,
      'write \\x22 instead.',
    );
  for (const parser of parsers) judgeParser(parser, problems);
}

function nameTrouble(name: string): string {
  if (!NAME.test(name)) return 'not one that Fluent Bit takes in a list';
  return BUILT_IN.includes(name) ? 'one that Fluent Bit has itself' : 'given twice';
}

function judgeParser({ name, format, regex, timeKey, timeFormat }: LogParser, problems: Problems): void {
  problems.unless(
    (format === 'regex') === (regex !== undefined),
    format === 'regex'
      ? `parser ${name} is of format regex and has no regex: Fluent Bit would not start.`
      : `parser ${name} is of format ${format} and has a regex, which is not read.`,
    format === 'regex' ? 'give its regex.' : 'leave regex out, or use format regex.',
  );
  problems.unless(
    regex === undefined || /\(\?<[A-Za-z_]\w*>/.test(regex),
    `the regex of parser ${name} has no named group, so no field comes of it.`,
    'name its groups, as in (?<level>\\w+).',
  );
  problems.unless(
    (timeKey === undefined) === (timeFormat === undefined),
    `parser ${name} has ${timeKey === undefined ? 'timeFormat without timeKey' : 'timeKey without timeFormat'}: the time of the event is not read.`,
    'give both, or neither.',
  );
}

function judgeFilter(filter: LogFilter, parsers: readonly LogParser[], problems: Problems): void {
  const given = Object.entries(filter).filter(([, what]) => what !== undefined);
  const kinds = given.map(([kind]) => kind);
  problems.unless(
    kinds.length === 1,
    kinds.length === 0
      ? 'a filter is empty, and does nothing.'
      : `a filter has ${kinds.join(' and ')}: in which order they happen would not be said.`,
    'give each filter one of drop, keep, add, remove and parse.',
  );
  for (const [kind, what] of given)
    problems.unless(
      Object.keys(what).length > 0,
      `a filter has an empty \`${kind}\`, and does nothing.`,
      'name a field, or leave the filter out.',
    );
  for (const field of Object.keys({ ...filter.drop, ...filter.keep, ...filter.add }))
    problems.unless(
      /^\S+$/.test(field),
      `a filter names the field "${field}", and Fluent Bit ends a field at its first blank: it would look for another one.`,
      'name a field without blanks.',
    );
  if (filter.parse === undefined) return;
  const { parser } = filter.parse;
  const names = parsers.map(({ name }) => name);
  problems.unless(
    names.includes(parser),
    `a filter parses with "${parser}", which is not among parsers: Fluent Bit would leave the field as it is.${didYouMean(parser, names)}`,
    'add it to parsers.',
  );
}
