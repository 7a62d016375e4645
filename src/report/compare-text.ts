import { oneLine } from '../grammar/visible-text';
import { type ComparedField, type Comparison, EXPLANATIONS, type Explanation } from '../model/comparison/comparison';
import { describeIdentity } from '../model/identity';
import { count } from './summary';
import { valueText } from './value-text';

const MARK = { removed: '-', added: '+', changed: '~' } as const;

/** What a group of differences is, as its heading. */
export const GROUP_TEXT: Readonly<Record<Explanation, string>> = {
  left: 'left: neither settings nor a promotion explain it',
  pin: 'pin: one of the two is held at another revision',
  settings: 'settings: they differ, and stay',
  promotion: 'promotion: it would go',
};

/** The groups, what is left first; in each, app → object → field. */
export function compareText(comparison: Comparison): string {
  const groups = EXPLANATIONS.flatMap((explanation) => {
    const fields = comparison.fields.filter((one) => one.explanation === explanation);
    return fields.length === 0 ? [] : [`${GROUP_TEXT[explanation]}\n${fieldsText(fields)}`];
  });
  return [...groups, notesText(comparison), `${outcomeOf(comparison)}\n`].filter((part) => part !== '').join('\n');
}

/** Fields of one group. Each ends with a line break. */
export function fieldsText(fields: readonly ComparedField[]): string {
  let app: string | undefined;
  let object: string | undefined;
  const lines = fields.flatMap((one) => {
    const name = `${MARK[one.kind]} ${describeIdentity(one.object)}`;
    const head = [...(one.app === app ? [] : [one.app]), ...(one.app === app && name === object ? [] : [`  ${name}`])];
    app = one.app;
    object = name;
    const causes = one.causes.join(', ');
    if (one.field !== '') return [...head, `      ${fieldText(one)}  (${causes})`];
    return [...head.slice(0, -1), `${head.at(-1) ?? `  ${name}`}  (${causes})`];
  });
  return `${lines.map(oneLine).join('\n')}\n`;
}

function fieldText({ field, before, after }: ComparedField): string {
  return `${field}: ${valueText(before)} → ${valueText(after)}`;
}

/** What was not compared, each with the reason. */
export function notesText({ leftOut, unknown }: Comparison): string {
  const lines = [
    ...unknown.map(({ app, message }) => `unknown: ${app} cannot be compared: ${message}`),
    ...leftOut.map(({ app, message }) => `note: ${app} is not compared: ${message}`),
  ];
  return lines.length === 0 ? '' : `${lines.map(oneLine).join('\n')}\n`;
}

/** `staging → prod: 1 difference is left, 12 by settings, 2 by a promotion` */
export function outcomeOf({ from, to, fields, unknown }: Comparison): string {
  const of = (explanation: Explanation) => fields.filter((one) => one.explanation === explanation).length;
  const parts = [
    `${count(of('left'), 'difference')} left`,
    ...(of('pin') > 0 ? [`${of('pin')} by the pin`] : []),
    `${of('settings')} by settings`,
    `${of('promotion')} by a promotion`,
    ...(unknown.length > 0 ? [`${count(unknown.length, 'app')} unknown`] : []),
  ];
  return `${from} → ${to}: ${parts.join(', ')}`;
}
