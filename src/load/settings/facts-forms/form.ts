import { wrongCidr } from '../../../grammar/cidr';
import { integerWords, wrongInteger } from '../../../grammar/integer';
import type { Path } from '../plain-data';

/** A value of `facts.json` that EKS does not give. */
export interface WrongFact {
  readonly path: Path;
  readonly message: string;
}

/** Why a value is wrong, as a part of a sentence; undefined where it may be right. */
type Why = (text: string) => string | undefined;

/** What is wrong at one place; nothing where there is no value, which was not read then. */
export function at(path: Path, value: string | undefined, why: Why): readonly WrongFact[] {
  const reason = value === undefined ? undefined : why(value);
  return reason === undefined ? [] : [{ path, message: `${JSON.stringify(value)} ${reason}.` }];
}

/** The same of each item of a list. */
export function each(path: Path, values: readonly string[] | undefined, why: Why): readonly WrongFact[] {
  return (values ?? []).flatMap((value, index) => at([...path, index], value, why));
}

export const matches =
  (form: RegExp, what: string): Why =>
  (text) =>
    form.test(text) ? undefined : `is not ${what}`;

export const minorVersion = matches(/^\d{1,2}\.\d{1,3}$/, 'a version of Kubernetes, such as "1.34"');
export const subnetId = matches(/^subnet-[0-9a-z]+$/, 'the id of a subnet, which begins with subnet-');
export const securityGroupId = matches(/^sg-[0-9a-z]+$/, 'the id of a security group, which begins with sg-');
export const vpcId = matches(/^vpc-[0-9a-z]+$/, 'the id of a VPC, which begins with vpc-');

export const cidr: Why = (text) => {
  const reason = wrongCidr(text);
  return reason && `is not a block of addresses: ${reason}`;
};

/** A day of the calendar, as `2026-12-02`. */
export const day: Why = (text) => {
  const [, year, month, date] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return 'is not a day, such as "2026-12-02"';
  const last = month === 2 && year % 4 === 0 ? 29 : DAYS[month - 1];
  return last !== undefined && date >= 1 && date <= last ? undefined : 'is not a day of the calendar';
};

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A number that is a whole one, and not below the least. */
export function whole(path: Path, value: number | undefined, least: number): readonly WrongFact[] {
  if (value === undefined || wrongInteger(value, least) === undefined) return [];
  return [{ path, message: `${value} is not ${integerWords(least)} on.` }];
}

/** Items that say the same of themselves: EKS names each once. */
export function twice<T>(path: Path, list: readonly T[] | undefined, nameOf: (item: T) => string) {
  const seen = new Map<string, number>();
  return (list ?? []).flatMap((item, index): readonly WrongFact[] => {
    const name = nameOf(item);
    const before = seen.get(name);
    if (before === undefined) {
      seen.set(name, index);
      return [];
    }
    return [
      { path: [...path, index], message: `${name} is there twice; item ${before} is the same. EKS has it once.` },
    ];
  });
}
