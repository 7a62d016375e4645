import { evaluate, type IamRequest } from '../../model/iam/evaluate';
import { type Statement, statementsOf } from '../../model/iam/policy-document';
import { refusalOf } from '../../model/iam/refusal';
import type { IamRole } from '../../model/iam/roles';
import type { JsonValue } from '../../model/json';
import { by } from '../../model/order';
import type { PreflightRow } from '../../model/preflight';
import type { TrustEntry } from './trust-entries';
import { requestsOf } from './trust-requests';

/** What roles as they are in IAM are to what the rendered ServiceAccounts need: one row for each role and mechanism. */
export function checkTrust(entries: readonly TrustEntry[], roles: readonly IamRole[]): readonly PreflightRow[] {
  const known = new Map(roles.map((role) => [role.arn, role]));
  return entries
    .filter(({ mechanism }) => mechanism !== 'accessEntry')
    .flatMap((entry) => rowsOf(entry, entry.roleArn === undefined ? undefined : known.get(entry.roleArn)))
    .sort(
      by(
        ({ subject }) => subject,
        ({ check }) => check,
      ),
    );
}

function rowsOf(entry: TrustEntry, role: IamRole | undefined): readonly PreflightRow[] {
  const { environment, roleArn, subjects, missing } = entry;
  const row = (check: string, state: PreflightRow['state'], message: string, fix?: string): PreflightRow => ({
    check,
    state,
    subject: roleArn ?? subjects.map(nameOf).join(', '),
    message,
    ...(fix === undefined ? {} : { fix }),
  });
  if (missing !== undefined) return [row('trust', 'unknown', `${missing.what} is not known.`, `${missing.fix}.`)];
  if (role === undefined)
    return [
      row(
        'trust',
        'unknown',
        'the files do not hold the role.',
        'let the files hold it; if IAM does not have it, make it.',
      ),
    ];
  if (role.trust === undefined)
    return [row('trust', 'unknown', 'its trust policy cannot be read from the files.', 'print the role again.')];
  const fix = `give it the policy that \`cdk8s-eks trust --env ${environment}\` prints.`;
  return [
    ...judge(entry, role.trust, (state, message) => row('trust', state, message, state === 'ok' ? undefined : fix)),
    ...chain(entry, role, row),
  ];
}

type Say = (state: PreflightRow['state'], message: string) => PreflightRow;

function judge(entry: TrustEntry, trust: readonly Statement[], say: Say): readonly PreflightRow[] {
  const judged = requestsOf(entry).map((request) => ({ request, verdict: evaluate(trust, request) }));
  const refused = judged.filter(({ verdict }) => verdict === 'no');
  const rows = refused.map(({ request }) =>
    say('problem', `${whoOf(request)} may not assume it: ${refusalOf(trust, request)}.`),
  );
  if (rows.length > 0) return withoutRepeats(rows);
  if (judged.some(({ verdict }) => verdict === 'unknown'))
    return [
      say('unknown', 'its trust policy asks for what is not judged here: a condition or an exception of another kind.'),
    ];
  const open = openTo(entry, trust);
  if (open !== undefined) return [say('problem', open)];
  return [say('ok', `it trusts ${entry.subjects.map(nameOf).join(', ')}.`)];
}

/** Who is trusted that nobody heard of: any other ServiceAccount of the cluster. */
function openTo(entry: TrustEntry, trust: readonly Statement[]): string | undefined {
  if (entry.mechanism !== 'irsa') return undefined;
  const [request] = requestsOf(entry);
  const subject = Object.keys(request?.context ?? {}).find((key) => key.endsWith(':sub'));
  if (request === undefined || subject === undefined) return undefined;
  const stranger = {
    ...request,
    context: { ...request.context, [subject]: 'system:serviceaccount:a-stranger:of-another-app' },
  };
  return evaluate(trust, stranger) === 'yes'
    ? 'every ServiceAccount of the cluster may assume it: no condition names those that may.'
    : undefined;
}

/** What the role of associations must be allowed, to be exchanged for its targets. */
function chain(
  { permissions }: TrustEntry,
  { permissions: allowed }: IamRole,
  row: (check: string, state: PreflightRow['state'], message: string, fix?: string) => PreflightRow,
): readonly PreflightRow[] {
  const needed = statementsOf(permissions as JsonValue | undefined);
  if (permissions === undefined || needed === undefined) return [];
  if (allowed === undefined)
    return [
      row(
        'permissions',
        'unknown',
        'whether it may assume its target roles is not in the files.',
        'use get-account-authorization-details, which has the permissions too.',
      ),
    ];
  const requests = needed.flatMap(({ actions, resources }) =>
    actions.flatMap((action) => resources.map((resource): IamRequest => ({ action, resource, context: {} }))),
  );
  const refused = requests.filter((request) => evaluate(allowed, request) === 'no');
  const fix = 'allow it, as `cdk8s-eks trust` prints.';
  if (refused.length > 0)
    return refused.map(({ action, resource }) =>
      row(
        'permissions',
        'problem',
        `it may not call ${action} on ${resource}, so it is not exchanged for that role.`,
        fix,
      ),
    );
  const isSure = requests.every((request) => evaluate(allowed, request) === 'yes');
  return [
    isSure
      ? row('permissions', 'ok', 'it may assume its target roles.')
      : row(
          'permissions',
          'unknown',
          'whether it may assume its target roles depends on conditions that are not judged here.',
          fix,
        ),
  ];
}

function whoOf({ principal, context }: IamRequest): string {
  const subject = Object.entries(context).find(([key]) => key.endsWith(':sub'))?.[1];
  if (subject !== undefined) return nameOf(subject);
  const namespace = context['aws:requesttag/kubernetes-namespace'];
  const name = context['aws:requesttag/kubernetes-service-account'];
  return namespace === undefined ? (principal?.value ?? 'nobody') : `ServiceAccount ${namespace}/${name}`;
}

/** `system:serviceaccount:shop:carts` as people write it. */
function nameOf(subject: string): string {
  const [, , namespace, name] = subject.split(':');
  return `ServiceAccount ${namespace}/${name}`;
}

function withoutRepeats(rows: readonly PreflightRow[]): readonly PreflightRow[] {
  return rows.filter(({ message }, index) => rows.findIndex((other) => other.message === message) === index);
}
