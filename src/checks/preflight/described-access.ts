import type { AccessEntryInput } from '../../knowledge/aws/access-entries';
import { describeAccessEntries, describeNodeEntries } from '../../model/cluster/describe-access';
import type { AccessEntryFacts } from '../../model/facts';
import { byCodeUnit } from '../../model/order';
import { comparedParts, setText } from './parts';
import { type Judged, type PreflightCheck, type PreflightContext, problem, settingsOf } from './preflight-check';

export const describedAccess: PreflightCheck = {
  id: 'described-access-entries',
  asks: 'The access entries of the settings are there, with their groups, names and policies.',
  needs: ['accessEntries'],
  fine: 'the access entries of the settings are those of the cluster, or the settings name none.',
  judge(context) {
    return [
      ...describeAccessEntries(context.environment).flatMap((entry) => judgeEntry(entry, context)),
      ...nodeEntries(context),
    ];
  },
};

const liveEntry = ({ facts }: PreflightContext, arn: string) =>
  facts.accessEntries?.find(({ principalArn }) => principalArn === arn);

function judgeEntry(entry: AccessEntryInput, context: PreflightContext): readonly Judged[] {
  const { environment } = context;
  const subject = `access entry of ${entry.principalArn}`;
  const live = liveEntry(context, entry.principalArn);
  if (live !== undefined)
    return comparedParts(
      environment,
      subject,
      partsOf(entry, live),
      'update the access entry, or make it again where its type is another',
    );
  const message = 'the settings name it, and the cluster does not have it: the principal does not get in.';
  const fix = `make the calls that \`cdk8s-eks cluster ${environment.name} --format cli\` prints, or remove it from identity.accessEntries in ${settingsOf(environment)}.`;
  return [problem(subject, message, fix)];
}

function partsOf(entry: AccessEntryInput, live: AccessEntryFacts) {
  const { type = 'STANDARD', kubernetesGroups = [], username, accessPolicies = [] } = entry;
  // EKS gives entries of nodes their groups itself.
  const isStandard = type === 'STANDARD';
  return [
    { field: 'type', says: type, is: live.type, after: 'The principal gets in as something else, or not at all' },
    {
      field: 'groups',
      says: isStandard ? setText(kubernetesGroups) : undefined,
      is: setText(live.kubernetesGroups ?? []),
      after: 'Bindings give the principal other rights than were reviewed',
    },
    { field: 'username', says: username, is: live.username, after: 'Bindings and audit logs know another name' },
    {
      field: 'policies',
      says: setText(accessPolicies.map(({ policyArn, accessScope }) => policyText(policyArn, accessScope.namespaces))),
      is: setText((live.accessPolicies ?? []).map(({ policyArn, namespaces }) => policyText(policyArn, namespaces))),
      after: 'The principal may do something else than was reviewed',
    },
  ];
}

function policyText(arn: string, namespaces: readonly string[] | undefined): string {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  if (namespaces === undefined || namespaces.length === 0) return name;
  return `${name} in ${[...namespaces].sort(byCodeUnit).join(' and ')}`;
}

/** With access entries alone, nodes without one do not join; aws-auth may let them in otherwise. */
function nodeEntries(context: PreflightContext): readonly Judged[] {
  const { environment, facts } = context;
  if (facts.cluster.authenticationMode !== 'API') return [];
  return describeNodeEntries(environment)
    .filter(({ principalArn }) => liveEntry(context, principalArn) === undefined)
    .map(({ principalArn, nodes }) =>
      problem(
        `access entry of ${principalArn}`,
        `nodes ${nodes === 'karpenter' ? 'that Karpenter makes' : 'of self-managed groups'} have this role by the settings, and the cluster lets in nobody without an entry: they start and never join.`,
        `make an entry of type EC2_LINUX for it, as \`cdk8s-eks cluster ${environment.name} --format cli\` prints it.`,
      ),
    );
}
