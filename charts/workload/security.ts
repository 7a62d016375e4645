import type { Container, PodSecurityContext, SecurityContext } from '../../imports/k8s';
import { ADDABLE_CAPABILITIES } from '../../src/knowledge/kubernetes/capabilities';
import { defined } from '../../src/model/defined';
import type { HasMetadata } from '../../src/model/environment-context';
import type { Problems } from '../shared/problems';

/** The user a container runs as. Ids are whole numbers from 1 to 2147483647; 0 is root. */
export interface ContainerUser {
  /** The user's id. `@default` 65532 */
  readonly uid?: number;
  /** The id of the user's group. `@default` the uid */
  readonly gid?: number;
  /** Group that mounted volumes belong to. `@default` the gid */
  readonly fsGroup?: number;
}

/**
 * Pod Security level. `restricted` unless the image cannot run that way; then `baseline` with the reason.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export type SecurityProfile = 'restricted' | { readonly level: 'baseline'; readonly reason: string };

/** Key of the construct metadata that carries a lower profile and its reason. */
export const PROFILE_METADATA = 'cdk8s-eks.security-profile';

const NOBODY = 65532;
const LARGEST_ID = 2 ** 31 - 1;

export function podSecurityContext(user: ContainerUser | undefined, profile: SecurityProfile): PodSecurityContext {
  if (profile !== 'restricted') {
    const { uid, gid, fsGroup } = user ?? {};
    return { ...defined({ runAsUser: uid, runAsGroup: gid, fsGroup }), seccompProfile: { type: 'RuntimeDefault' } };
  }
  const uid = user?.uid ?? NOBODY;
  const gid = user?.gid ?? uid;
  return {
    runAsNonRoot: true,
    runAsUser: uid,
    runAsGroup: gid,
    fsGroup: user?.fsGroup ?? gid,
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** A root image keeps the runtime's capabilities, because its start-up changes owners and drops to its user. */
export function containerSecurityContext(
  profile: SecurityProfile,
  addCapabilities: readonly string[],
): SecurityContext {
  const add = addCapabilities.length === 0 ? {} : { add: [...addCapabilities] };
  if (profile !== 'restricted') {
    return { allowPrivilegeEscalation: false, ...(addCapabilities.length === 0 ? {} : { capabilities: add }) };
  }
  return {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'], ...add },
  };
}

/** A container given as Kubernetes writes it, with the same defaults where it says nothing itself. */
export function hardened(container: Container, profile: SecurityProfile): Container {
  return {
    ...container,
    securityContext: { ...containerSecurityContext(profile, []), ...container.securityContext },
  };
}

/** Keeps the reason for a lower profile with the construct, where reports can find it. */
export function recordProfile(construct: HasMetadata, profile: SecurityProfile | undefined): void {
  if (profile !== undefined && profile !== 'restricted') construct.node.addMetadata(PROFILE_METADATA, { ...profile });
}

export function securityProblems(
  user: ContainerUser | undefined,
  profile: SecurityProfile,
  addCapabilities: readonly string[],
  problems: Problems,
): void {
  if (profile !== 'restricted') {
    problems.unless(
      profile.reason.trim() !== '',
      'profile baseline needs a reason.',
      'say in a sentence why the image cannot run as restricted.',
    );
  }
  userProblems(user ?? {}, profile, problems);
  const level = profile === 'restricted' ? 'restricted' : 'baseline';
  const allowed = ADDABLE_CAPABILITIES[level];
  for (const capability of addCapabilities) {
    problems.unless(
      allowed.includes(capability),
      `capability ${capability} is not allowed by profile ${level}.`,
      level === 'restricted'
        ? 'leave it out; only NET_BIND_SERVICE may be added.'
        : `leave it out; these may be added: ${allowed.join(', ')}.`,
    );
  }
}

function userProblems(user: ContainerUser, profile: SecurityProfile, problems: Problems): void {
  const lowest = profile === 'restricted' ? 1 : 0;
  for (const name of ['uid', 'gid', 'fsGroup'] as const) {
    const id = user[name];
    if (id === undefined) continue;
    if (id === 0 && lowest === 1) {
      rootProblem(name, problems);
      continue;
    }
    problems.integer(`user.${name}`, id, lowest, LARGEST_ID);
  }
}

function rootProblem(name: keyof ContainerUser, problems: Problems): void {
  if (name === 'uid') {
    problems.add(
      'user.uid is 0: profile restricted refuses root, and no Pod would start.',
      'give the image’s own user id, or use profile { level: "baseline", reason }.',
    );
  } else {
    problems.add(
      `user.${name} is 0, the group of root: what root’s group may write, the container could write.`,
      'give the image’s own group id, or use profile { level: "baseline", reason }.',
    );
  }
}
