import type { IdentityProvider } from '../../model/cluster/access';
import type { IdentityProviderFacts } from '../../model/facts';
import { type Judged, type PreflightCheck, problem, settingsOf, unknown } from './preflight-check';

export const identityProviders: PreflightCheck = {
  id: 'identity-providers',
  asks: 'People sign in at the provider that the settings name, and at no other.',
  needs: ['identityProviders'],
  fine: 'the identity providers are those of the settings, or there are none.',
  judge({ environment, facts }) {
    const declared = environment.identity.identityProviders ?? [];
    const live = facts.identityProviders ?? [];
    const file = settingsOf(environment);
    const missing = declared.filter(({ name }) => !live.some((one) => one.name === name));
    const others = live.filter(({ name }) => !declared.some((one) => one.name === name));
    return [
      ...missing.map(({ name }) =>
        problem(
          subjectOf(name),
          'the settings name it, and the cluster does not have it: nobody gets in by its tokens.',
          `make the call that \`cdk8s-eks cluster ${environment.name} --format cli\` prints, or remove it from ${file}.`,
        ),
      ),
      ...others.map(({ name, issuerUrl = 'an issuer that facts.json does not name' }) =>
        problem(
          subjectOf(name),
          `the cluster lets people in by tokens of ${issuerUrl}, and the settings do not name it.`,
          `list it under identity.identityProviders in ${file}, or disassociate it.`,
        ),
      ),
      ...declared.flatMap((one) => {
        const found = live.find(({ name }) => name === one.name);
        return found === undefined ? [] : judgeProvider(one, found, file);
      }),
    ];
  },
};

const subjectOf = (name: string) => `identity provider ${name}`;

/** What EKS fills in where nobody says it is not compared. */
function judgeProvider(declared: IdentityProvider, live: IdentityProviderFacts, file: string): readonly Judged[] {
  const subject = subjectOf(declared.name);
  const {
    issuerUrl,
    usernameClaim = 'sub',
    groupsClaim,
    groupsPrefix,
    usernamePrefix = live.usernamePrefix,
  } = declared;
  const rows: readonly (readonly [field: string, says: string | undefined, is: string | undefined])[] = [
    ['issuerUrl', issuerUrl, live.issuerUrl],
    ['usernameClaim', usernameClaim, live.usernameClaim ?? 'sub'],
    ['usernamePrefix', usernamePrefix, live.usernamePrefix],
    ['groupsClaim', groupsClaim, live.groupsClaim],
    ['groupsPrefix', groupsPrefix, live.groupsPrefix],
  ];
  const found = rows
    .filter(([, says, is]) => says !== is)
    .map(([field, says = 'none', is = 'none']) =>
      problem(
        subject,
        `its ${field} by the settings: ${says}; on the cluster: ${is}. People get in as somebody else, or not at all.`,
        `write what the cluster has in ${file}, or disassociate it and associate it again, which locks its people out meanwhile.`,
      ),
    );
  if (live.status === undefined || live.status === 'ACTIVE') return found;
  const message = `its status is ${live.status}: its people do not get in yet, or not any more.`;
  return [...found, unknown(subject, message, 'wait until it is ACTIVE, and run `cdk8s-eks facts refresh` again.')];
}
