import { type FluentSection, parseFluent } from '../grammar/fluent-bit';
import { FARGATE_LOG_FILES, FARGATE_LOG_REFUSED, FARGATE_LOGGING } from '../knowledge/aws/fargate-logging';
import { fluentValue, judgeFilterOptions, judgeOutputOptions, judgeParserOptions } from './fargate-log-options';
import type { FieldVerdict } from './field-verdict';
import { didYouMean } from './suggest';

const AFTER = 'EKS turns logging off, and new Pods on Fargate log nothing.';

type FileName = keyof typeof FARGATE_LOG_FILES;

/** What EKS refuses of the log router's ConfigMap. @param data its keys and their texts */
export function judgeFargateLogging(data: Readonly<Record<string, unknown>>): readonly FieldVerdict[] {
  const { most, ownLogs } = FARGATE_LOGGING;
  const files = Object.keys(FARGATE_LOG_FILES);
  const parsers = parserNames(data['parsers.conf']);
  const found: FieldVerdict[] = [];
  const count = Object.values(data).reduce<number>((sum, text) => sum + String(text).length, 0);
  if (count > most)
    found.push({
      path: ['data'],
      found: String(count),
      wanted: `at most ${most}`,
      what: `the configuration has ${count} characters, and Fargate's log router takes ${most}. ${AFTER}`,
      fix: 'leave out what has a default, or send the logs on to something that filters them.',
    });
  if (data['output.conf'] === undefined)
    found.push({ path: ['data'], what: `there is no output.conf. ${AFTER}`, fix: 'say where the logs go.' });
  for (const [key, value] of Object.entries(data)) {
    const path = ['data', key];
    if (isFile(key)) found.push(...judgeFile(key, String(value), parsers));
    else if (key !== ownLogs)
      found.push({
        path,
        found: key,
        what: `Fargate's log router reads no ${key}.${didYouMean(key, [...files, ownLogs])}`,
        fix: `use one of: ${[...files, ownLogs].join(', ')}.`,
      });
    else if (value !== 'true' && value !== 'false')
      found.push({
        path,
        found: String(value),
        what: `${ownLogs} is "${String(value)}". ${AFTER}`,
        fix: 'write "true" or "false".',
      });
  }
  return found;
}

function isFile(key: string): key is FileName {
  return Object.hasOwn(FARGATE_LOG_FILES, key);
}

/** Names that filters may parse with. */
function parserNames(text: unknown): readonly string[] {
  const { sections } = parseFluent(typeof text === 'string' ? text : '');
  return sections.flatMap((section) => fluentValue(section, 'name') ?? []);
}

function judgeFile(file: FileName, text: string, parsers: readonly string[]): readonly FieldVerdict[] {
  const { section } = FARGATE_LOG_FILES[file];
  const { sections, wrong } = parseFluent(text);
  const path = ['data', file];
  const found: FieldVerdict[] = [];
  if (wrong !== undefined)
    found.push({
      path,
      found: wrong,
      what: `"${wrong}" in ${file} is neither a section nor a key with a value. ${AFTER}`,
      fix: `write [${section}], and below it lines of a key and a value.`,
    });
  else if (sections.length === 0)
    found.push({ path, what: `${file} has no section. ${AFTER}`, fix: `write at least one [${section}].` });
  if (text.includes('${'))
    found.push({
      path,
      found: '${',
      what: `${file} reads a variable of the environment, and the log router has none. ${AFTER}`,
      fix: 'write the value.',
    });
  const options = sections.flatMap((one) => judgeOptions(one, parsers));
  return [...found, ...sections.flatMap((one) => judgeSection(one, file)), ...options.map((one) => ({ ...one, path }))];
}

function judgeOptions(section: FluentSection, parsers: readonly string[]): readonly Omit<FieldVerdict, 'path'>[] {
  if (section.name === 'OUTPUT') return judgeOutputOptions(section);
  if (section.name === 'FILTER') return judgeFilterOptions(section, parsers);
  return section.name === 'PARSER' ? judgeParserOptions(section) : [];
}

function judgeSection({ name, entries }: FluentSection, file: FileName): readonly FieldVerdict[] {
  const path = ['data', file];
  const { section, plugins } = FARGATE_LOG_FILES[file];
  if (name !== section)
    return [
      {
        path,
        found: `[${name}]`,
        wanted: `[${section}]`,
        what: `${file} holds a section [${name}], and only [${section}] may stand there. ${AFTER}`,
        fix: 'move it, or leave it out: EKS writes [SERVICE] and [INPUT] itself.',
      },
    ];
  const plugin = fluentValue({ name, entries }, 'name') ?? '';
  const refused = entries.filter(([key]) => FARGATE_LOG_REFUSED.some((start) => key.toLowerCase().startsWith(start)));
  const found: FieldVerdict[] = refused.map(([key]) => ({
    path,
    found: key,
    what: `${file} sets ${key}, which EKS sets itself. ${AFTER}`,
    fix: 'leave it out.',
  }));
  if (plugin === '')
    found.push({ path, what: `a section [${section}] in ${file} has no Name. ${AFTER}`, fix: 'name it.' });
  else if (plugins?.includes(plugin.toLowerCase()) === false)
    found.push({
      path,
      found: plugin,
      what: `Fargate's log router has no plugin ${plugin} for [${section}].${didYouMean(plugin, plugins)} ${AFTER}`,
      fix: `name one of: ${plugins.join(', ')}.`,
    });
  return found;
}
