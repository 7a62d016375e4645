import type { AddOnRow } from '../../src/knowledge/aws/addons/add-on';
import type { EksEnvironment } from '../../src/model/environment';
import { listed } from '../../src/model/lists';
import { roleArnOf } from '../identity/iam-role';
import type { Problems } from '../shared/problems';

interface Given {
  readonly iamRole?: string;
  readonly from: 'chart' | 'manifests';
  readonly namespace: string;
}

/** The role of its ServiceAccount by IRSA; undefined where Pod Identity gives it one, or it needs none. */
export function addOnRole(
  { serviceAccounts, permissions, forms }: AddOnRow,
  { iamRole, from, namespace }: Given,
  environment: EksEnvironment,
  problems: Problems,
): string | undefined {
  const { identity, facts } = environment;
  const associations = [...(identity.podIdentityAssociations ?? []), ...(facts?.podIdentityAssociations ?? [])];
  const associated = associations.find(
    (one) => one.namespace === namespace && serviceAccounts.includes(one.serviceAccount),
  );
  const accounts = listed(serviceAccounts.map((one) => `${namespace}/${one}`));
  if (iamRole === undefined) {
    problems.unless(
      associated !== undefined || permissions?.required !== true,
      `nobody gives ServiceAccount ${accounts} a role, and AWS refuses its calls.`,
      'give iamRole, or add an association for it to identity.podIdentityAssociations in environment.yaml.',
    );
    return undefined;
  }
  problems.unless(
    associated === undefined,
    `iamRole gives it a role by IRSA, and an association gives ServiceAccount ${namespace}/${associated?.serviceAccount} one by Pod Identity: Pods take the first, and nobody sees why.`,
    'remove one of the two.',
  );
  const takes = from === 'chart' ? forms.chart?.roleAnnotations !== undefined : forms.manifests?.file === undefined;
  if (!takes || serviceAccounts.length === 0) {
    problems.add(
      serviceAccounts.length === 0
        ? 'it calls nothing of AWS, and iamRole would be passed over.'
        : `what upstream publishes has no place for the annotation that IRSA reads, and iamRole would be passed over.`,
      serviceAccounts.length === 0
        ? 'leave it out.'
        : `add an association for ${accounts} to identity.podIdentityAssociations instead.`,
    );
    return undefined;
  }
  return roleArnOf(iamRole, environment, problems);
}
