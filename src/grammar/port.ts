import { wrongInteger } from './integer';

export const FIRST_PORT = 1;
export const LAST_PORT = 65_535;
const LONGEST_NAME = 15;

const NAME = '([0-9]-?)*[a-z](-?[a-z0-9])*';
/** For schemas, in which an empty text means that the port has no name. */
export const PORT_NAME_SCHEMA = { pattern: `^(${NAME})?$`, maxLength: LONGEST_NAME };
const FITS = new RegExp(`^${NAME}$`);

/** What a field that refers to a port accepts. */
export const PORT_REFERENCE = `${FIRST_PORT} to ${LAST_PORT}, or a name of at most ${LONGEST_NAME} characters`;

/** Why a number cannot be a port, as a part of a sentence; undefined when it can. */
export function wrongPort(port: number): string | undefined {
  return wrongInteger(port, FIRST_PORT, LAST_PORT);
}

/**
 * Why a container's port cannot have a name, as a part of a sentence; undefined when it can.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go (IsValidPortName)
 */
export function wrongPortName(name: string): string | undefined {
  if (name.length <= LONGEST_NAME && FITS.test(name)) return undefined;
  if (name === '') return 'it is empty';
  if (name.length > LONGEST_NAME) return `it has ${name.length} characters, and ${LONGEST_NAME} fit`;
  if (/^\d+$/.test(name)) return 'it is a number in quotes, and a name has a letter';
  return 'only lower-case letters, digits and single inner hyphens fit, with at least one letter';
}

/** Why two numbers are not the first and the last port of a range, as a part of a sentence. */
export function wrongPortRange(first: number, last: number): string | undefined {
  if (last < first) return 'it ends before it begins';
  return wrongPort(last) === undefined ? undefined : `it ends beyond ${LAST_PORT}`;
}

/** Why a number or name in a field cannot refer to a port; values of other types are not judged. */
export function wrongPortReference(port: unknown): string | undefined {
  if (typeof port === 'string') return wrongPortName(port);
  return typeof port === 'number' && Number.isInteger(port) ? wrongPort(port) : undefined;
}
