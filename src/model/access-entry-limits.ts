import { parseArn } from '../grammar/arn';
import { wrongTags } from '../grammar/aws-tag';
import {
  ACCESS_ENTRY_TYPES,
  type AccessEntryInput,
  type AccessEntryType,
  type AssociatedPolicy,
  RESERVED_PREFIXES,
  SESSION_NAME,
} from '../knowledge/aws/access-entries';
import type { FieldPath } from './json';
import { didYouMean } from './suggest';

/** What EKS refuses of an entry, and where in ACK's object it stands. */
export interface WrongEntry {
  /** Inside `spec`. */
  readonly path: FieldPath;
  readonly what: string;
  readonly fix: string;
}

/** A role or a user; a root user or a session cannot have an entry. */
const PRINCIPAL = /^(role|user)\/\S/;
const SERVICE_ROLE = /^role\/aws-service-role\//;

/** A namespace in which `*` stands for any characters. */
const NAMESPACE = /^[a-z0-9*]([a-z0-9*-]{0,61}[a-z0-9*])?$/;

/** All that EKS refuses of one entry, by hand or by a construct. */
export function wrongEntry(entry: AccessEntryInput): readonly WrongEntry[] {
  return [
    ...wrongPrincipal(entry),
    ...wrongType(entry),
    ...wrongNames(entry),
    ...wrongScopes(entry),
    ...wrongTagsOf(entry),
  ];
}

function wrongPrincipal({ principalArn }: AccessEntryInput): readonly WrongEntry[] {
  const path = ['principalARN'];
  const arn = parseArn(principalArn);
  if (arn?.service !== 'iam' || !PRINCIPAL.test(arn.resource)) {
    const what = `"${principalArn}" is not the ARN of an IAM role or user; EKS refuses the access entry.`;
    return [{ path, what, fix: 'write a role’s ARN, such as arn:aws:iam::<account>:role/<name>.' }];
  }
  if (!SERVICE_ROLE.test(arn.resource)) return [];
  const what = `${principalArn} is a service-linked role; EKS refuses an access entry for it.`;
  return [{ path, what, fix: 'name a role of your own.' }];
}

function wrongType(entry: AccessEntryInput): readonly WrongEntry[] {
  const { type = 'STANDARD', kubernetesGroups = [], username, accessPolicies = [] } = entry;
  if (!isType(type)) {
    const known = Object.keys(ACCESS_ENTRY_TYPES);
    const what = `"${type}" is not a type of access entry.${didYouMean(type, known)} EKS refuses it.`;
    return [{ path: ['type'], what, fix: `use one of ${known.join(', ')}.` }];
  }
  const takes = ACCESS_ENTRY_TYPES[type];
  const wrong: WrongEntry[] = [];
  const refuse = (path: string, given: string) =>
    wrong.push({
      path: [path],
      what: `an entry of type ${type} takes no ${given}, since EKS gives nodes what they need; EKS refuses it.`,
      fix: `leave the ${given} out, or use type STANDARD.`,
    });
  if (!takes.groups && kubernetesGroups.length > 0) refuse('kubernetesGroups', 'groups');
  if (!takes.groups && username !== undefined) refuse('username', 'username');
  if (!takes.policies && accessPolicies.length > 0) refuse('accessPolicies', 'access policies');
  const hasRights = kubernetesGroups.length + accessPolicies.length > 0 || username !== undefined;
  if (type === 'STANDARD' && !hasRights)
    wrong.push({
      path: [],
      what: 'it has no groups, no username and no access policies: the principal gets into the cluster and may do nothing there.',
      fix: 'give a group that a binding names, or an access policy.',
    });
  return wrong;
}

function wrongNames({ kubernetesGroups = [], username, principalArn }: AccessEntryInput): readonly WrongEntry[] {
  const wrong: WrongEntry[] = [];
  kubernetesGroups.forEach((group, i) => {
    const prefix = reservedPrefix(group);
    if (prefix === undefined) return;
    const what = `the group "${group}" begins with ${prefix}, which EKS keeps for itself and Kubernetes: it refuses the access entry.`;
    wrong.push({ path: ['kubernetesGroups', i], what, fix: bindInstead(group) });
  });
  const prefix = username === undefined ? undefined : reservedPrefix(username);
  if (prefix !== undefined) {
    const what = `the username "${username}" begins with ${prefix}, which EKS keeps for itself and Kubernetes: it refuses the access entry.`;
    wrong.push({ path: ['username'], what, fix: 'give a name of your own.' });
  }
  const isRole = parseArn(principalArn)?.resource.startsWith('role/') === true;
  const session = isRole && username !== undefined ? wrongUsername(username) : undefined;
  if (session !== undefined) wrong.push({ path: ['username'], ...session });
  return wrong;
}

/** A session's name is chosen by the caller of the role. Undefined where it can be nobody else's. */
export function wrongUsername(username: string): Pick<WrongEntry, 'what' | 'fix'> | undefined {
  const at = username.indexOf(SESSION_NAME);
  if (at < 0 || username.slice(0, at).includes(':')) return undefined;
  return {
    what: `the username "${username}" has no colon before ${SESSION_NAME}: a session could take anybody’s name, so it is refused.`,
    fix: `write a prefix of your own, such as team:${SESSION_NAME}.`,
  };
}

function bindInstead(group: string): string {
  return group === 'system:masters'
    ? 'use the access policy AmazonEKSClusterAdminPolicy, with a reason.'
    : 'name a group of your own, and bind it to the role.';
}

function wrongScopes({ accessPolicies = [] }: AccessEntryInput): readonly WrongEntry[] {
  return accessPolicies.flatMap(({ policyArn, accessScope }, i) => {
    const path = ['accessPolicies', i, 'accessScope'];
    const again = accessPolicies.findIndex((one) => one.policyArn === policyArn) < i;
    const twice: WrongEntry = {
      path: ['accessPolicies', i, 'policyARN'],
      what: `${nameOf(policyArn)} is given twice; EKS keeps one scope for each policy, the last one.`,
      fix: 'put their namespaces together.',
    };
    return [...(again ? [twice] : []), ...wrongScope(policyArn, accessScope, path)];
  });
}

function wrongScope(policyArn: string, scope: AssociatedPolicy['accessScope'], path: FieldPath): readonly WrongEntry[] {
  const { type, namespaces = [] } = scope;
  if (type === 'namespace' && namespaces.length === 0) {
    const what = `${nameOf(policyArn)} holds in namespaces, and none is given; EKS refuses it.`;
    return [{ path, what, fix: 'name the namespaces, or give it for the whole cluster.' }];
  }
  return namespaces.flatMap((namespace, i) => {
    if (NAMESPACE.test(namespace)) return [];
    const what = `"${namespace}" is not a namespace, nor a pattern of one; ${nameOf(policyArn)} would hold nowhere.`;
    return [{ path: [...path, 'namespaces', i], what, fix: 'write a namespace, with * for any characters.' }];
  });
}

function wrongTagsOf({ tags = {} }: AccessEntryInput): readonly WrongEntry[] {
  return wrongTags(tags).map(({ key, wrong }) => ({
    path: key === undefined ? ['tags'] : ['tags', key],
    what: `${key === undefined ? 'its tags' : `its tag "${key}"`} cannot be: ${wrong}; EKS refuses the access entry.`,
    fix: 'correct it, or leave it out.',
  }));
}

function isType(type: string): type is AccessEntryType {
  return Object.hasOwn(ACCESS_ENTRY_TYPES, type);
}

/** What a name begins with that EKS keeps for itself. */
export function reservedPrefix(name: string): string | undefined {
  return RESERVED_PREFIXES.find((prefix) => name.startsWith(prefix));
}

function nameOf(policyArn: string): string {
  return policyArn.split('/').at(-1) ?? policyArn;
}
