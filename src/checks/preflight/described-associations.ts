import type { Association } from '../../knowledge/aws/pod-identity';
import { describeAssociations } from '../../model/cluster/describe-access';
import type { PodIdentityFacts } from '../../model/facts';
import { comparedParts } from './parts';
import { type PreflightCheck, problem, settingsOf } from './preflight-check';

export const describedAssociations: PreflightCheck = {
  id: 'described-associations',
  asks: 'The Pod Identity associations of the settings are there, with their roles.',
  needs: ['podIdentityAssociations'],
  fine: 'the associations of the settings are those of the cluster, or the settings name none.',
  judge({ environment, facts }) {
    return describeAssociations(environment).flatMap((one) => {
      const { namespace, serviceAccount } = one;
      const subject = `association of ${namespace}/${serviceAccount}`;
      const live = facts.podIdentityAssociations?.find(
        (found) => found.namespace === namespace && found.serviceAccount === serviceAccount,
      );
      if (live !== undefined) return comparedParts(environment, subject, partsOf(one, live), 'update the association');
      const message = `the settings name it with ${one.roleArn}, and the cluster does not have it: its Pods run without the role.`;
      const fix = `make the call that \`cdk8s-eks cluster ${environment.name} --format cli\` prints, or remove it from identity.podIdentityAssociations in ${settingsOf(environment)}.`;
      return [problem(subject, message, fix)];
    });
  },
};

function partsOf(asked: Association, live: PodIdentityFacts) {
  const after = 'Its Pods have other rights at AWS than were reviewed';
  return [
    { field: 'role', says: asked.roleArn, is: live.roleArn, after },
    { field: 'target role', says: asked.targetRoleArn ?? 'none', is: live.targetRoleArn ?? 'none', after },
    {
      field: 'session tags',
      says: asked.disableSessionTags === true ? 'off' : 'on',
      is: live.disableSessionTags === true ? 'off' : 'on',
      after: 'Policies that read the tags of a session allow something else than was reviewed',
    },
  ];
}
