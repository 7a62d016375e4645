import type { Reason } from './compare';
import type { Result } from './written';

const ratio = ({ typescript, yaml }: Result): number => typescript / yaml;

/** Of lines of TypeScript to lines of YAML. */
export function median(results: readonly Result[]): number {
  const sorted = results.map(ratio).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

function table(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const { original, objects, yaml, typescript, differences } = result;
    return `| ${original} | ${objects} | ${yaml} | ${typescript} | ${ratio(result).toFixed(2)} | ${differences.length} |`;
  });
  const head = '| workload | objects | lines of YAML | lines of TypeScript | ratio | fields that differ |';
  return [head, '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n');
}

const cell = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

export function pageText(published: readonly Result[], chosen: readonly Result[], reasons: readonly Reason[]): string {
  const all = [...published, ...chosen];
  const why = [...new Set(reasons.map((reason) => reason.why))].map((text) => {
    const fields = reasons.filter((reason) => reason.why === text).map(({ field }) => cell(field));
    return `| ${text} | ${fields.join(', ')} |`;
  });
  return `# Workloads of others, written with this library

Written by \`UPDATE_CASES=1 npm run test:contract -- workloads\`, which renders every module of \`test/contract/workloads/apps\` and
compares it with its original, object by object and field by field. A difference without a reason fails, and so does a reason
without a difference. No module uses a raw object or an override.

Blank lines, comments and separators do not count, and on both sides files of text (scripts, configuration) do not. A module
counts with all that it imports from beside itself, so what several share is counted in each.

${all.length} workloads; the median is ${median(all).toFixed(2)} lines of TypeScript for a line of YAML.

## Published

${table(published)}

## Chosen from public examples

The originals are written anew, in \`test/contract/workloads/originals\`.

${table(chosen)}

## Why fields differ

| reason | fields |
| --- | --- |
${why.join('\n')}
`;
}
