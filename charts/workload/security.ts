import type { PodSecurityContext, SecurityContext } from '../../imports/k8s';
import { ADDABLE_CAPABILITIES } from '../../src/knowledge/kubernetes/capabilities';
import { defined } from '../../src/model/defined';
import type { HasMetadata } from '../../src/model/environment-context';
import type { Problems } from '../shared/problems';
import type { ContainerProps } from './container-props';
import type { PodProps } from './pod-props';
import type { ContainerUser, SecurityProfile } from './security-profile';

/** Key of the construct metadata that carries a lower profile and its reason. */
export const PROFILE_METADATA = 'cdk8s-eks.security-profile';

export const NOBODY = 65532;
const LARGEST_ID = 2 ** 31 - 1;

/** What of a Pod's properties goes into its security context. */
export type PodSecurityInput = Pick<
  PodProps,
  'user' | 'profile' | 'supplementalGroups' | 'supplementalGroupsPolicy' | 'fsGroupChangePolicy' | 'sysctls'
>;

export function podSecurityContext(props: PodSecurityInput): PodSecurityContext {
  const profile = props.profile ?? 'restricted';
  const { supplementalGroups, supplementalGroupsPolicy, fsGroupChangePolicy, sysctls } = props;
  return {
    ...(profile === 'restricted' ? { runAsNonRoot: true } : {}),
    ...userIds(props.user, profile),
    seccompProfile: { type: 'RuntimeDefault' },
    ...defined({
      supplementalGroups: supplementalGroups && [...supplementalGroups],
      supplementalGroupsPolicy,
      fsGroupChangePolicy,
      sysctls: sysctls && [...sysctls],
    }),
  };
}

/** Under `restricted` nobody in particular; under `baseline` the image's user. */
function userIds(user: PodProps['user'], profile: SecurityProfile) {
  if (user === 'image') return {};
  const isRestricted = profile === 'restricted';
  const uid = user?.uid ?? (isRestricted ? NOBODY : undefined);
  const gid = user?.gid ?? (isRestricted ? uid : undefined);
  const fsGroup = user?.fsGroup ?? (isRestricted ? gid : undefined);
  return defined({ runAsUser: uid, runAsGroup: gid, fsGroup: fsGroup === 'none' ? undefined : fsGroup });
}

/** A root image keeps the runtime's capabilities, because its start-up changes owners and drops to its user. */
export function containerSecurityContext(
  profile: SecurityProfile,
  { addCapabilities = [], security = {} }: Pick<ContainerProps, 'addCapabilities' | 'security'>,
): SecurityContext {
  const { readOnlyRootFilesystem = profile === 'restricted', ...rest } = security;
  const add = addCapabilities.length === 0 ? {} : { add: [...addCapabilities] };
  const drop = profile === 'restricted' ? { drop: ['ALL'] } : {};
  const capabilities = { ...drop, ...add };
  return {
    allowPrivilegeEscalation: false,
    ...(readOnlyRootFilesystem ? { readOnlyRootFilesystem } : {}),
    ...(Object.keys(capabilities).length === 0 ? {} : { capabilities }),
    ...defined(rest),
  };
}

/** Keeps the reason for a lower profile with the construct, where reports can find it. */
export function recordProfile(construct: HasMetadata, profile: SecurityProfile | undefined): void {
  if (profile !== undefined && profile !== 'restricted') construct.node.addMetadata(PROFILE_METADATA, { ...profile });
}

export function securityProblems(props: PodSecurityInput, problems: Problems): void {
  const profile = props.profile ?? 'restricted';
  if (profile !== 'restricted') {
    problems.unless(
      profile.reason.trim() !== '',
      'profile baseline needs a reason.',
      'say in a sentence why the image cannot run as restricted.',
    );
  }
  if (props.user !== undefined && props.user !== 'image') userProblems(props.user, profile, problems);
  for (const group of props.supplementalGroups ?? []) problems.integer('supplementalGroups', group, 1, LARGEST_ID);
}

/** @param of the container, where it is not the main one */
export function containerSecurityProblems(
  { addCapabilities = [], security = {} }: Pick<ContainerProps, 'addCapabilities' | 'security'>,
  profile: SecurityProfile,
  of: string,
  problems: Problems,
): void {
  const level = profile === 'restricted' ? 'restricted' : 'baseline';
  const allowed = ADDABLE_CAPABILITIES[level];
  for (const capability of addCapabilities) {
    problems.unless(
      allowed.includes(capability),
      `capability ${capability}${of} is not allowed by profile ${level}.`,
      level === 'restricted'
        ? 'leave it out; only NET_BIND_SERVICE may be added.'
        : `leave it out; these may be added: ${allowed.join(', ')}.`,
    );
  }
  const lowest = profile === 'restricted' ? 1 : 0;
  for (const name of ['runAsUser', 'runAsGroup'] as const)
    problems.integer(`security.${name}${of}`, security[name], lowest, LARGEST_ID);
}

function userProblems(user: ContainerUser, profile: SecurityProfile, problems: Problems): void {
  const lowest = profile === 'restricted' ? 1 : 0;
  for (const name of ['uid', 'gid', 'fsGroup'] as const) {
    const id = user[name];
    if (id === undefined || id === 'none') continue;
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
