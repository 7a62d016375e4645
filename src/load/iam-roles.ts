import { isUtf8 } from 'node:buffer';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Problem, ToolError } from '../model/errors';
import { type IamRole, rolesIn } from '../model/iam/roles';
import type { JsonValue } from '../model/json';
import { byCodeUnit } from '../model/order';
import { messageOf } from '../model/thrown';
import { readRegularFile } from './regular-file';

/** An account's roles with their policies are some megabytes. */
const MAX_BYTES = 64 * 1024 * 1024;

const FIX =
  'write what `aws iam get-account-authorization-details --filter Role LocalManagedPolicy AWSManagedPolicy` or `aws iam get-role --role-name NAME` prints into the file.';

/**
 * The roles in files, and in the `*.json` of folders, as AWS's command line prints them.
 * @throws ToolError ARGUMENTS with every file that holds none
 */
export function loadIamRoles(paths: readonly string[]): readonly IamRole[] {
  const problems: Problem[] = [];
  const roles = paths.flatMap((path) => {
    try {
      return filesOf(path).flatMap((file) => rolesOf(file, problems));
    } catch (error) {
      problems.push({ message: `${path} cannot be read: ${messageOf(error)}.`, fix: 'correct the path.' });
      return [];
    }
  });
  if (problems.length > 0) throw new ToolError('ARGUMENTS', problems);
  return roles;
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.sort(byCodeUnit).map((name) => join(path, name));
}

function rolesOf(file: string, problems: Problem[]): readonly IamRole[] {
  const bytes = readRegularFile(resolve(file), MAX_BYTES);
  const refuse = (message: string): readonly IamRole[] => {
    problems.push({ message: `${file}: ${message}`, fix: FIX });
    return [];
  };
  if (!Buffer.isBuffer(bytes)) return refuse(bytes.message);
  let value: JsonValue;
  try {
    if (!isUtf8(bytes)) return refuse('the file is not UTF-8 text.');
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    return refuse(`the file is not JSON: ${messageOf(error)}.`);
  }
  const roles = rolesIn(value);
  return roles.length === 0 ? refuse('the file holds no role of IAM with its trust policy.') : roles;
}
