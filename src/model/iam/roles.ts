import { at, isJsonObject, type JsonValue, listAt, textAt } from '../json';
import { type Statement, statementsOf } from './policy-document';

/** A role as IAM tells of it. */
export interface IamRole {
  readonly arn: string;
  /** Undefined where the document cannot be read. */
  readonly trust?: readonly Statement[];
  /** What it may do; undefined where not all of its policies are in the files. */
  readonly permissions?: readonly Statement[];
}

/**
 * The roles in what AWS's command line prints: get-role, list-roles or get-account-authorization-details. The last one has
 * the permissions too.
 */
export function rolesIn(value: JsonValue): readonly IamRole[] {
  const one = at(value, 'Role');
  const found = [...(one === undefined ? [] : [one]), ...listAt(value, 'Roles'), ...listAt(value, 'RoleDetailList')];
  const managed = managedIn(value);
  return found.flatMap((role) => {
    const arn = textAt(role, 'Arn');
    if (arn === undefined) return [];
    const trust = documentOf(at(role, 'AssumeRolePolicyDocument'));
    const permissions = permissionsOf(role, managed);
    return [{ arn, ...(trust === undefined ? {} : { trust }), ...(permissions === undefined ? {} : { permissions }) }];
  });
}

type Managed = ReadonlyMap<string, readonly Statement[]>;

/** Statements of the managed policies, by ARN. */
function managedIn(value: JsonValue): Managed {
  return new Map(
    listAt(value, 'Policies').flatMap((policy) => {
      const version = listAt(policy, 'PolicyVersionList').find((one) => at(one, 'IsDefaultVersion') === true);
      const statements = documentOf(at(version, 'Document'));
      const arn = textAt(policy, 'Arn');
      return arn === undefined || statements === undefined ? [] : [[arn, statements] as const];
    }),
  );
}

function permissionsOf(role: JsonValue, managed: Managed): readonly Statement[] | undefined {
  if (at(role, 'RolePolicyList') === undefined) return undefined;
  const all: Statement[] = [];
  for (const policy of listAt(role, 'RolePolicyList')) all.push(...(documentOf(at(policy, 'PolicyDocument')) ?? []));
  for (const attached of listAt(role, 'AttachedManagedPolicies')) {
    const statements = managed.get(textAt(attached, 'PolicyArn') ?? '');
    if (statements === undefined) return undefined;
    all.push(...statements);
  }
  return all;
}

/** IAM's API sends a document as text in the form of a URL; the command line has decoded it. */
function documentOf(value: JsonValue | undefined): readonly Statement[] | undefined {
  if (isJsonObject(value)) return statementsOf(value);
  if (typeof value !== 'string') return undefined;
  try {
    return statementsOf(JSON.parse(value.startsWith('%') ? decodeURIComponent(value) : value));
  } catch {
    return undefined;
  }
}
