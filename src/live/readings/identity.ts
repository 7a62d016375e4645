import { defined } from '../../model/defined';
import type { AccessEntryFacts, AccessPolicyFacts, IdentityProviderFacts, PodIdentityFacts } from '../../model/facts';
import { by } from '../../model/order';
import type { Answer } from '../answer';
import type { Reader } from '../reader';
import { sorted } from './parts';

/** A cluster that knows aws-auth alone has no entries, and EKS refuses the question. */
export async function readAccessEntries(
  reader: Reader,
  authenticationMode: string | undefined,
): Promise<readonly AccessEntryFacts[]> {
  if (authenticationMode === 'CONFIG_MAP') return [];
  const clusterName = reader.environment.clusterName;
  const principals = await reader.pages('ListAccessEntries', { clusterName }, (page) => page.texts('accessEntries'));
  const entries = await reader.each(principals, async (principalArn) => {
    const input = { clusterName, principalArn };
    const entry = await reader.ask('DescribeAccessEntry', input, (answer) =>
      entryFacts(answer.requiredPart('accessEntry')),
    );
    const policies = await reader.pages('ListAssociatedAccessPolicies', input, (page) =>
      page.parts('associatedAccessPolicies')?.map(policyFacts),
    );
    const accessPolicies = policies.sort(by(({ policyArn }) => policyArn));
    return { ...entry, ...(accessPolicies.length === 0 ? {} : { accessPolicies }) };
  });
  return entries.sort(by(({ principalArn }) => principalArn));
}

export function entryFacts(entry: Answer): AccessEntryFacts {
  return defined({
    principalArn: entry.requiredText('principalArn'),
    type: entry.text('type'),
    username: entry.text('username'),
    kubernetesGroups: sorted(entry.texts('kubernetesGroups')),
  });
}

function policyFacts(policy: Answer): AccessPolicyFacts {
  const scope = policy.part('accessScope');
  return defined({
    policyArn: policy.requiredText('policyArn'),
    scope: scope?.text('type'),
    namespaces: sorted(scope?.texts('namespaces')),
  });
}

export async function readPodIdentity(reader: Reader): Promise<readonly PodIdentityFacts[]> {
  const clusterName = reader.environment.clusterName;
  const ids = await reader.pages('ListPodIdentityAssociations', { clusterName }, (page) =>
    page.parts('associations')?.map((one) => one.requiredText('associationId')),
  );
  const associations = await reader.each(ids, (associationId) =>
    reader.ask('DescribePodIdentityAssociation', { clusterName, associationId }, (answer) =>
      associationFacts(answer.requiredPart('association')),
    ),
  );
  return associations.sort(
    by(
      ({ namespace }) => namespace,
      ({ serviceAccount }) => serviceAccount,
    ),
  );
}

export function associationFacts(association: Answer): PodIdentityFacts {
  return defined({
    namespace: association.requiredText('namespace'),
    serviceAccount: association.requiredText('serviceAccount'),
    roleArn: association.text('roleArn'),
    targetRoleArn: association.text('targetRoleArn'),
    disableSessionTags: association.flag('disableSessionTags'),
    ownerArn: association.text('ownerArn'),
  });
}

export async function readIdentityProviders(reader: Reader): Promise<readonly IdentityProviderFacts[]> {
  const clusterName = reader.environment.clusterName;
  const listed = await reader.pages('ListIdentityProviderConfigs', { clusterName }, (page) =>
    page
      .parts('identityProviderConfigs')
      ?.map((one) => ({ type: one.requiredText('type'), name: one.requiredText('name') })),
  );
  const providers = await reader.each(listed, (identityProviderConfig) =>
    reader.ask('DescribeIdentityProviderConfig', { clusterName, identityProviderConfig }, (answer) => ({
      ...identityProviderConfig,
      ...providerFacts(answer.requiredPart('identityProviderConfig').part('oidc')),
    })),
  );
  return providers.sort(by(({ name }) => name));
}

/** Without the client's id and the claims that it requires, which are nobody's business here. */
function providerFacts(oidc: Answer | undefined): Partial<IdentityProviderFacts> {
  return defined({
    issuerUrl: oidc?.text('issuerUrl'),
    usernameClaim: oidc?.text('usernameClaim'),
    usernamePrefix: oidc?.text('usernamePrefix'),
    groupsClaim: oidc?.text('groupsClaim'),
    groupsPrefix: oidc?.text('groupsPrefix'),
    status: oidc?.text('status'),
  });
}
