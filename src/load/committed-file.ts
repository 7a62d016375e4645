import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseOutputPath, placeOf } from '../knowledge/argocd/parse-output-path';
import { type Problem, ToolError } from '../model/errors';
import { isOurs, MOST_FILE_BYTES } from '../model/file-spec';
import { isJsonObject, type JsonObject } from '../model/json';
import { type RenderedObject, renderedObject } from '../model/rendered-object';
import { messageOf } from '../model/thrown';
import { readCanonical } from './canonical-yaml';
import { GO_YAML } from './go-yaml';
import { readRegularFile } from './regular-file';

/** Only for what was edited by hand: loading it takes longer than reading what this tool wrote. */
const loadYaml = (): typeof import('yaml') => require('yaml');

/** A file of the committed output that does not say what Argo CD has from there. */
export interface UnreadOutput extends Pick<Problem, 'message'> {
  /** Relative to the output folder. */
  readonly path: string;
}

/** What a path of the committed output holds; undefined where nothing of ours would stand. */
export type CommittedFile = RenderedObject | UnreadOutput | undefined;

export function isUnread(file: CommittedFile): file is UnreadOutput {
  return file !== undefined && 'message' in file;
}

/** Links are not followed by any run, so what they lead to is not known; nothing for what Argo CD reads nothing from. */
export function linkedOutput(outDir: string, path: string): readonly UnreadOutput[] {
  const leadsToFolder = statSync(join(outDir, path), { throwIfNoEntry: false })?.isDirectory() === true;
  const message = 'it is not a regular file, and links are not followed';
  return leadsToFolder || READ_BY_ARGOCD.test(path) ? [{ path, message }] : [];
}

const READ_BY_ARGOCD = /\.(?:ya?ml|json)$/;

/** Reads files of the output as they lie there; undefined for what cannot be read. */
export function readCommittedValue(outDir: string): (path: string) => JsonObject | undefined {
  return (path) => {
    const bytes = readRegularFile(join(outDir, path), MOST_FILE_BYTES);
    return Buffer.isBuffer(bytes) ? committedValue(bytes.toString('utf8')) : undefined;
  };
}

export function readCommittedFile(outDir: string, path: string): CommittedFile {
  const { app, environment } = placeOf(path);
  const bytes = readRegularFile(join(outDir, path), MOST_FILE_BYTES);
  const value = Buffer.isBuffer(bytes) ? objectIn(bytes.toString('utf8')) : bytes.message.replace(/\.$/, '');
  if (typeof value !== 'string') return renderedObject(value, { app, environment });
  // Notes that somebody put beside are nobody's concern.
  return parseOutputPath(path) === undefined ? undefined : { path, message: value };
}

/** What a file of ours holds; undefined for a file of somebody else, and for one that a hand edit made unreadable. */
export function committedValue(text: string): JsonObject | undefined {
  const value = objectIn(text);
  return typeof value === 'string' ? undefined : value;
}

/** The object, or why there is no object. */
function objectIn(text: string): JsonObject | string {
  if (!isOurs(text)) return 'its first line is not the one that cdk8s-eks writes';
  const value = readCanonical(text) ?? parsed(text);
  if (typeof value === 'string') return value;
  const { name } = isJsonObject(value['metadata']) ? value['metadata'] : {};
  const isNamed = typeof value['kind'] === 'string' && typeof name === 'string';
  return isNamed ? value : 'it does not say the kind and the name of an object';
}

function parsed(text: string): JsonObject | string {
  try {
    const value: unknown = loadYaml().parse(text, GO_YAML);
    return isJsonObject(value) ? value : 'it does not hold an object';
  } catch (error) {
    // Behind a colon stands what was read, which may be a value of a Secret.
    const [first = ''] = messageOf(error).split(/:(?:\s|$)|\n/);
    return `it is not YAML: ${first}`;
  }
}

/**
 * What is not known of the output cannot be compared or judged with, and would seem not to be there.
 * @throws ToolError OUTPUT with each file
 */
export function requireReadOutput(unread: readonly UnreadOutput[]): void {
  if (unread.length === 0) return;
  const problems = unread.map(({ path, message }) => ({
    message: `${path} in the committed output cannot be read: ${message}. What Argo CD has from there is not known.`,
    fix: 'bring it back as it was committed, or move it out of the output and run `synth` for all apps.',
  }));
  throw new ToolError('OUTPUT', problems);
}
