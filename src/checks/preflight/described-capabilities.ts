import { declaredRole } from '../../model/cluster/role-arn';
import { comparedParts } from './parts';
import { type PreflightCheck, problem, settingsOf } from './preflight-check';

export const describedCapabilities: PreflightCheck = {
  id: 'capabilities',
  asks: 'The capabilities of the settings are there, with their types and roles.',
  needs: ['capabilities'],
  fine: 'the capabilities of the settings are those of the cluster, or the settings name none.',
  judge({ environment, facts }) {
    return environment.capabilities.flatMap(({ name, type, iamRole, argocd }) => {
      const subject = `capability ${name}`;
      const live = facts.capabilities?.find((one) => one.name === name);
      if (live === undefined) {
        const message = `the settings name it, and the cluster does not have it: nothing here does the work of ${type}.`;
        const fix = `make the call that \`cdk8s-eks cluster ${environment.name} --format cli\` prints, or remove it from capabilities in ${settingsOf(environment)}.`;
        return [problem(subject, message, fix)];
      }
      const parts = [
        { field: 'type', says: type, is: live.type, after: 'It does other work than the settings count on' },
        {
          field: 'role',
          says: declaredRole(environment, iamRole),
          is: live.roleArn,
          after: 'It has other rights at AWS than were reviewed',
        },
        {
          field: 'namespace',
          says: argocd?.namespace,
          is: live.namespace,
          after: 'It reads Applications elsewhere',
        },
      ];
      return comparedParts(environment, subject, parts, 'make the capability again');
    });
  },
};
