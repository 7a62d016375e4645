import { fargateProfileFor, matchesFargate } from '../../src/knowledge/aws/fargate';
import type { Environment, FargateProfile } from '../../src/model/environment';
import { byCodeUnit } from '../../src/model/order';
import type { Labels } from '../shared/labels';
import type { Problems } from '../shared/problems';
import { profilesText } from './profile-text';

/** Where the Pods of a namespace run. */
export interface NamespacePlace {
  /** The profile that catches the Pods; absent where they run on nodes. */
  readonly profile?: string;
  /** Labels that the profile asks of Pods, with those that they have anyway. */
  readonly podLabels: Labels;
  /** Whether a profile catches every Pod of the namespace, whatever its labels. */
  readonly isWhole: boolean;
}

/** Where the environment runs the Pods of a namespace: on Fargate where a profile selects it, else on its nodes. */
export function namespacePlace(
  namespace: string,
  podLabels: Labels,
  environment: Environment,
  problems: Problems,
): NamespacePlace {
  const onNodes = { podLabels, isWhole: false };
  if (environment.platform !== 'eks') return onNodes;
  const { compute } = environment;
  const profiles = compute.fargateProfiles;
  const wanted = { ...labelsToAdd(profiles, namespace, podLabels), ...podLabels };
  const profile = fargateProfileFor(profiles, namespace, wanted)?.name;
  if (profile !== undefined)
    return { profile, podLabels: wanted, isWhole: fargateProfileFor(profiles, namespace, {}) !== undefined };
  const groups = compute.managedNodeGroups.length + compute.selfManagedNodeGroups.length;
  const hasNodes = groups > 0 || compute.karpenter || compute.autoMode;
  problems.unless(
    hasNodes || profiles.length === 0,
    `environment ${environment.name} has no nodes, and no Fargate profile that takes Pods of namespace ${namespace}: they would stay Pending. ${profilesText(profiles)}`,
    'add a selector to a profile and declare it under compute.fargateProfiles, declare nodes, or give the labels that a profile asks for as podLabels.',
  );
  return onNodes;
}

/**
 * What Pods lack for the first selector, by name of its profile, that they can fulfil. Nobody knows which label a
 * pattern means, so that a selector with one in its labels is for Pods that have them anyway.
 */
function labelsToAdd(profiles: readonly FargateProfile[], namespace: string, podLabels: Labels): Labels {
  if (fargateProfileFor(profiles, namespace, podLabels) !== undefined) return {};
  const sorted = [...profiles].sort((a, b) => byCodeUnit(a.name, b.name));
  const selector = sorted
    .flatMap(({ selectors }) => selectors)
    .find(
      (one) =>
        matchesFargate(one.namespace, namespace) &&
        Object.entries(one.labels).every(
          ([key, value]) => !/[*?]/.test(`${key}${value}`) && (podLabels[key] ?? value) === value,
        ),
    );
  return selector?.labels ?? {};
}
