import { fargateProfileFor, matchesFargate } from '../../knowledge/aws/fargate';
import type { FargateProfile } from '../../model/environment';
import type { FargateProfileFacts } from '../../model/facts';
import { byCodeUnit } from '../../model/order';
import { labelsText } from './labels-text';
import { type Judged, ok, type PreflightCheck, type PreflightContext, problem, settingsOf } from './preflight-check';

export const fargateProfiles: PreflightCheck = {
  id: 'fargate-profiles',
  asks: 'The Fargate profiles that the settings name exist, and take the same Pods.',
  needs: ['fargateProfiles'],
  fine: 'the Fargate profiles are those of the settings.',
  judge(context) {
    const declared = context.environment.compute.fargateProfiles;
    const live = context.facts.fargateProfiles ?? [];
    const file = settingsOf(context.environment);
    const others = live
      .filter(({ name }) => !declared.some((one) => one.name === name))
      .map(({ name }) =>
        problem(
          `Fargate profile ${name}`,
          `the cluster has it, and the settings do not name it: Pods of ${namespacesOf(live, name)} run on Fargate unseen by every check.`,
          `list it under compute.fargateProfiles in ${file}.`,
        ),
      );
    return [...declared.flatMap((profile) => judgeProfile(profile, live, context)), ...others];
  },
};

function namespacesOf(profiles: readonly FargateProfileFacts[], name: string): string {
  const found = profiles.find((one) => one.name === name)?.selectors ?? [];
  return [...new Set(found.map(({ namespace }) => namespace))].sort(byCodeUnit).join(', ');
}

function judgeProfile(
  profile: FargateProfile,
  live: readonly FargateProfileFacts[],
  context: PreflightContext,
): readonly Judged[] {
  const subject = `Fargate profile ${profile.name}`;
  const found = live.find(({ name }) => name === profile.name);
  const counted = countingOn(profile, context);
  const who = counted.length === 0 ? 'Pods that it should take' : `Pods of ${counted.join(', ')}`;
  const file = settingsOf(context.environment);
  if (found === undefined)
    return [
      problem(
        subject,
        `the settings name it, and the cluster does not have it: ${who} look for a node instead, or stay Pending.`,
        `make the profile, or remove it from ${file}.`,
      ),
    ];
  const [says, is] = [selectors(profile), selectors(found)];
  if (says !== is)
    return [
      problem(
        subject,
        `it takes ${says} by the settings, and ${is} on the cluster: ${who} run elsewhere than they are checked for.`,
        `write its selectors as they are in ${file}, or make a new profile; EKS does not change one.`,
      ),
    ];
  return counted.length === 0 ? [] : [ok(subject, `namespaces that count on it: ${counted.join(', ')}.`)];
}

/** Namespaces with Pods that the profile takes by the settings. */
function countingOn({ name, selectors: list }: FargateProfile, { index, environment }: PreflightContext) {
  const taken = index.templates.filter(({ owner, labels }) => {
    const namespace = owner.namespace ?? '';
    return (
      list.some((one) => matchesFargate(one.namespace, namespace)) &&
      fargateProfileFor(environment.compute.fargateProfiles, namespace, labels)?.name === name
    );
  });
  return [...new Set(taken.map(({ owner }) => owner.namespace ?? ''))].sort(byCodeUnit);
}

function selectors({ selectors: list }: Pick<FargateProfile, 'selectors'>): string {
  const texts = list.map(({ namespace, labels }) => {
    const rest = labelsText(labels);
    return rest === 'none' ? namespace : `${namespace} with ${rest}`;
  });
  return texts.sort(byCodeUnit).join('; ');
}
