import type { PodSecurityContext, SecurityContext } from '../../imports/k8s';
import type { Problems } from '../problems';

/** The user a container runs as. Ids are numbers from 1; 0 is root. */
export interface ContainerUser {
  /** `@default` 65532 */
  readonly uid?: number;
  /** `@default` the uid */
  readonly gid?: number;
  /** Group that mounted volumes belong to. `@default` the gid */
  readonly fsGroup?: number;
}

/**
 * Pod Security level. `restricted` unless the image cannot run that way; then `baseline` with the reason.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export type SecurityProfile = 'restricted' | { readonly level: 'baseline'; readonly reason: string };

const NOBODY = 65532;

export function podSecurityContext(user: ContainerUser | undefined, profile: SecurityProfile): PodSecurityContext {
  if (profile !== 'restricted') {
    const { uid, gid, fsGroup } = user ?? {};
    return { runAsUser: uid, runAsGroup: gid, fsGroup, seccompProfile: { type: 'RuntimeDefault' } };
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
  if (profile !== 'restricted') return { allowPrivilegeEscalation: false };
  return {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'], ...(addCapabilities.length === 0 ? {} : { add: [...addCapabilities] }) },
  };
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
    return;
  }
  for (const [name, id] of Object.entries(user ?? {})) {
    problems.unless(
      id !== 0,
      `user.${name} is 0: profile restricted refuses root, and no Pod would start.`,
      'give the image’s own user id, or use profile { level: "baseline", reason }.',
    );
  }
  for (const capability of addCapabilities) {
    problems.unless(
      capability === 'NET_BIND_SERVICE',
      `capability ${capability} is not allowed by profile restricted.`,
      'leave it out; only NET_BIND_SERVICE may be added.',
    );
  }
}
