import type { FluentSection } from '../grammar/fluent-bit';
import { REGION } from '../grammar/region';
import { FARGATE_LOG_NEEDS, LOG_RETENTION_DAYS } from '../knowledge/aws/fargate-logging';
import { wrongLogGroup } from '../knowledge/aws/log-groups';
import type { FieldVerdict } from './field-verdict';
import { didYouMean } from './suggest';

type Said = Omit<FieldVerdict, 'path'>;

/** What a key of Fluent Bit holds; it reads keys in any case. */
export function fluentValue({ entries }: FluentSection, key: string): string | undefined {
  return entries.find(([one]) => one.toLowerCase() === key)?.[1];
}

/** What is wrong with the options of an output, and where its logs would not go. */
export function judgeOutputOptions(section: FluentSection): readonly Said[] {
  return [
    ...missingOptions(section),
    ...judgeTwice(section),
    ...judgeRegion(section),
    ...judgeLogGroup(section),
    ...judgeHost(section),
    ...judgeRetention(section),
    ...judgeKeeping(section),
  ];
}

function missingOptions(section: FluentSection): readonly Said[] {
  const plugin = fluentValue(section, 'name') ?? '';
  return (FARGATE_LOG_NEEDS[plugin.toLowerCase()] ?? [])
    .filter((keys) => keys.every((key) => fluentValue(section, key) === undefined))
    .map((keys) => ({
      wanted: keys.join(' or '),
      what: `the output ${plugin} has no ${keys.join(' or ')}. Its logs go nowhere.`,
      fix: `give ${keys.join(' or ')}.`,
    }));
}

function judgeRetention(section: FluentSection): readonly Said[] {
  const days = fluentValue(section, 'log_retention_days');
  if (days === undefined || LOG_RETENTION_DAYS.some((one) => String(one) === days)) return [];
  return [
    {
      found: days,
      wanted: LOG_RETENTION_DAYS.join(', '),
      what: `log_retention_days is ${days}, and no log group of CloudWatch keeps logs for so many days: it keeps them for ever, or is not made.`,
      fix: `use one of: ${LOG_RETENTION_DAYS.join(', ')}.`,
    },
  ];
}

function judgeTwice({ entries }: FluentSection): readonly Said[] {
  return entries.flatMap(([key], index) => {
    const before = entries.slice(0, index).find(([other]) => other.toLowerCase() === key.toLowerCase());
    if (before === undefined) return [];
    const names = before[0] === key ? key : `${before[0]} and ${key}`;
    return [
      {
        found: names,
        what: `an output has ${names} twice: Fluent Bit reads keys in any case, and one of the values is lost.`,
        fix: 'leave one of them out.',
      },
    ];
  });
}

function judgeRegion(section: FluentSection): readonly Said[] {
  return ['region', 'aws_region'].flatMap((key) => {
    const region = fluentValue(section, key);
    if (region === undefined || REGION.test(region)) return [];
    const what = `${key} of an output is "${region}", which is not a region. Its logs go nowhere.`;
    return [{ found: region, what, fix: 'write a region such as eu-west-1.' }];
  });
}

function judgeLogGroup(section: FluentSection): readonly Said[] {
  const name = fluentValue(section, 'log_group_name');
  const wrong = name === undefined || name.includes('${') ? undefined : wrongLogGroup(name);
  if (name === undefined || wrong === undefined) return [];
  const what = `log_group_name is "${name}": ${wrong}. CloudWatch refuses every event.`;
  return [{ found: name, what, fix: 'write a name such as /eks/fargate.' }];
}

function judgeHost(section: FluentSection): readonly Said[] {
  const host = fluentValue(section, 'host');
  if (host === undefined || !/[\s/]/.test(host)) return [];
  const what = `the host of an output is "${host}", and a host has no scheme, path or blank. Its logs go nowhere.`;
  return [{ found: host, what, fix: 'write the host alone, such as search.example.com.' }];
}

/** A log group that exists keeps the days that it has. */
function judgeKeeping(section: FluentSection): readonly Said[] {
  const days = fluentValue(section, 'log_retention_days');
  const creates = fluentValue(section, 'auto_create_group')?.toLowerCase() ?? 'false';
  if (days === undefined || ['true', 'on', 'yes'].includes(creates)) return [];
  return [
    {
      found: days,
      severity: 'warning',
      what: `log_retention_days is ${days} without auto_create_group: Fluent Bit sets it for a group that it makes, and changes nothing of one that is there.`,
      fix: 'let it make the group (auto_create_group true, `create: true` of FargateLogging), or leave the days out.',
    },
  ];
}

/** @param parsers names that parsers.conf declares */
export function judgeFilterOptions(section: FluentSection, parsers: readonly string[]): readonly Said[] {
  const plugin = fluentValue(section, 'name')?.toLowerCase();
  if (plugin === 'rewrite_tag' && fluentValue(section, 'rule') === undefined)
    return [
      {
        severity: 'warning',
        what: 'the filter rewrite_tag has no Rule, so it rewrites nothing.',
        fix: 'give a Rule: key, expression, new tag, and whether the record is kept.',
      },
    ];
  const parser = plugin === 'parser' ? fluentValue(section, 'parser') : undefined;
  if (parser === undefined || parsers.includes(parser)) return [];
  return [
    {
      found: parser,
      severity: 'warning',
      what: `a filter parses with "${parser}", which parsers.conf does not declare: the text stays as it is.${didYouMean(parser, parsers)}`,
      fix: 'declare the parser.',
    },
  ];
}

export function judgeParserOptions(section: FluentSection): readonly Said[] {
  if (fluentValue(section, 'format')?.toLowerCase() !== 'regex' || fluentValue(section, 'regex') !== undefined)
    return [];
  const name = fluentValue(section, 'name') ?? '';
  const what = `parser ${name} is of format regex and has no Regex: Fluent Bit does not start, and new Pods on Fargate log nothing.`;
  return [{ found: name, wanted: 'Regex', what, fix: 'give its Regex.' }];
}
