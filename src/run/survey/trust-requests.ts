import type { IamRequest } from '../../model/iam/evaluate';
import { type Statement, statementsOf } from '../../model/iam/policy-document';
import type { JsonValue } from '../../model/json';
import type { TrustEntry } from './trust-entries';

/** Tags that EKS sends with a session of Pod Identity and that differ with each Pod. */
const OF_PODS = ['aws:requesttag/kubernetes-pod-name', 'aws:requesttag/kubernetes-pod-uid'];

/** What the role is asked, from the policy that it should have. */
export function requestsOf({ policy, mechanism }: TrustEntry): readonly IamRequest[] {
  return (statementsOf(policy as JsonValue | undefined) ?? []).flatMap(({ principals, actions, conditions }) =>
    contextsOf(conditions).flatMap((context) =>
      actions.flatMap((action) =>
        principals.map((principal) => ({
          principal,
          action,
          context: sentBeside(context),
          absent: absentIn(mechanism, context),
        })),
      ),
    ),
  );
}

type Context = Readonly<Record<string, string>>;

/** One context for each value of a key that has several: each ServiceAccount asks for itself. */
function contextsOf(conditions: Statement['conditions']): readonly Context[] {
  return conditions.reduce<readonly Context[]>(
    (contexts, { key, values }) =>
      contexts.flatMap((context) => values.map((value) => ({ ...context, [key.toLowerCase()]: value }))),
    [{}],
  );
}

const CLUSTER_ARN = 'aws:requesttag/eks-cluster-arn';

/** What EKS sends with the cluster's ARN. */
function sentBeside(context: Context): Context {
  const arn = context[CLUSTER_ARN];
  if (arn === undefined) return context;
  const [, , , , account = ''] = arn.split(':');
  const name = arn.slice(arn.indexOf('/') + 1);
  return {
    ...context,
    'aws:requesttag/eks-cluster-name': name,
    'aws:sourcearn': arn,
    'aws:sourceaccount': account,
  };
}

/** A token has a subject and an audience of its own issuer; a session without tags has none. */
function absentIn(mechanism: TrustEntry['mechanism'], context: Context): (key: string) => boolean {
  if (mechanism === 'irsa') return (key) => /:(sub|aud)$/.test(key) || key.startsWith('aws:requesttag/');
  return (key) => key.startsWith('aws:requesttag/') && !(CLUSTER_ARN in context && OF_PODS.includes(key));
}
