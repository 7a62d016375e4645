import { wrongSchedule } from '../../grammar/cron';
import { integerWords, wrongInteger } from '../../grammar/integer';
import { wrongTimeZone } from '../../grammar/time-zone';
import {
  type AnyTriggerRow,
  type TriggerSetting,
  triggerOfType,
  UNCACHED_TRIGGERS,
} from '../../knowledge/keda/triggers';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, type JsonObject, listAt, mapAt, textAt } from '../json';
import { didYouMean } from '../suggest';
import { judgeTogether } from './judge-together';

/** What is wrong with the triggers of a ScaledObject or ScaledJob. KEDA reads their text only while it runs. */
export function judgeTriggers(value: unknown): readonly FieldVerdict[] {
  const names = new Set<string>();
  return listAt(value, 'spec', 'triggers').flatMap((trigger, index) => {
    const path: FieldPath = ['spec', 'triggers', index];
    const name = textAt(trigger, 'name');
    const found: FieldVerdict[] = [];
    if (name !== undefined && names.has(name))
      found.push({
        path: [...path, 'name'],
        found: name,
        what: `two triggers are called "${name}"; KEDA refuses it.`,
        fix: 'give each a name of its own.',
      });
    if (name !== undefined) names.add(name);
    return [...found, ...judgeTrigger(trigger, path)];
  });
}

function judgeTrigger(trigger: unknown, path: FieldPath): readonly FieldVerdict[] {
  const type = textAt(trigger, 'type') ?? '';
  const found: FieldVerdict[] = [];
  if (at(trigger, 'useCachedMetrics') === true && UNCACHED_TRIGGERS.includes(type))
    found.push({
      path: [...path, 'useCachedMetrics'],
      found: 'true',
      what: `metrics of a ${type} trigger cannot be kept; KEDA refuses it.`,
      fix: 'leave useCachedMetrics out.',
    });
  const row = triggerOfType(type);
  if (row === undefined) return found;
  const metadata = mapAt(trigger, 'metadata');
  const at_: FieldPath = [...path, 'metadata'];
  for (const setting of Object.values(row.settings)) found.push(...judgeSetting(type, setting, metadata, at_));
  found.push(...judgeUnknown(row, metadata, at_), ...judgeTogether(type, metadata, at_));
  if (row.aws && at(trigger, 'authenticationRef') === undefined && metadata['identityOwner'] !== 'operator')
    found.push({
      path,
      found: type,
      what: `the ${type} trigger has no authentication, so KEDA asks AWS as nobody ("awsAccessKeyID not found") and never scales.`,
      fix: 'name a TriggerAuthentication.',
    });
  return found;
}

function judgeSetting(type: string, setting: TriggerSetting, metadata: JsonObject, path: FieldPath): FieldVerdict[] {
  const { key, required, fromEnv } = setting;
  const text = metadata[key];
  if (text === undefined) {
    if (!required || (fromEnv && metadata[`${key}FromEnv`] !== undefined)) return [];
    return [
      {
        path,
        found: 'nothing',
        wanted: key,
        what: `the ${type} trigger has no ${key}, and KEDA cannot do without: nothing is ever scaled.`,
        fix: `give ${key}.`,
      },
    ];
  }
  // What is not text is the schema's finding.
  const wrong = typeof text === 'string' ? wrongText(setting, text) : undefined;
  if (wrong === undefined) return [];
  return [
    {
      path: [...path, key],
      found: String(text),
      what: `${key} of the ${type} trigger is "${String(text)}": ${wrong}; KEDA cannot use it, and nothing is ever scaled.`,
      fix: `correct ${key}.`,
    },
  ];
}

function wrongText({ form, min = 0, above, choices }: TriggerSetting, text: string): string | undefined {
  if (choices !== undefined && !choices.includes(text)) return `it is not one of ${choices.join(', ')}`;
  switch (form) {
    case 'integer':
      return /^\d+$/.test(text) ? wrongInteger(Number(text), min) : `it is not ${integerWords(min)}`;
    case 'number':
      return wrongNumber(text, above ? min : undefined);
    case 'flag':
      return text === 'true' || text === 'false' ? undefined : 'it is neither true nor false';
    case 'schedule':
      return wrongSchedule(text);
    case 'timeZone':
      return wrongTimeZone(text);
    default:
      return text === '' ? 'it is empty' : undefined;
  }
}

function wrongNumber(text: string, above: number | undefined): string | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(number)) return 'it is not a number';
  return above !== undefined && number <= above ? `it is not above ${above}` : undefined;
}

/** KEDA passes over keys that it does not know. A newer one may know them. */
function judgeUnknown(row: AnyTriggerRow, metadata: JsonObject, path: FieldPath): FieldVerdict[] {
  const own = Object.values(row.settings).map(({ key }) => key);
  const known = [...own, ...row.others];
  return Object.keys(metadata).flatMap((key) => {
    if (known.includes(key.replace(/FromEnv$/, ''))) return [];
    return [
      {
        path: [...path, key],
        found: key,
        severity: 'warning',
        what: `KEDA 2.20 knows no ${key} of a ${row.type} trigger, and passes over it in silence.${didYouMean(key, known)}`,
        fix: 'correct the key, or leave it out.',
      },
    ];
  });
}
