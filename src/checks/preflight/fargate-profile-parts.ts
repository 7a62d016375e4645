import { declaredRole } from '../../model/cluster/role-arn';
import { comparedParts, setText } from './parts';
import type { PreflightCheck } from './preflight-check';

export const fargateProfileParts: PreflightCheck = {
  id: 'fargate-profile-parts',
  asks: 'The Fargate profiles have the role and the subnets that the settings name.',
  needs: ['fargateProfiles'],
  fine: 'the Fargate profiles have the roles and subnets that the settings name.',
  judge({ environment, facts }) {
    const { compute } = environment;
    return compute.fargateProfiles.flatMap(({ name, iamRole = compute.fargateIamRole, subnets }) => {
      const live = facts.fargateProfiles?.find((one) => one.name === name);
      if (live === undefined) return [];
      const parts = [
        {
          field: 'role',
          says: declaredRole(environment, iamRole),
          is: live.podExecutionRoleArn,
          after: 'Its Pods pull images, and send logs, with other rights than were reviewed',
        },
        {
          field: 'subnets',
          says: setText(subnets),
          is: setText(live.subnetIds),
          after: 'Its Pods are in other zones than they count on',
        },
      ];
      return comparedParts(environment, `Fargate profile ${name}`, parts, 'replace the profile');
    });
  },
};
