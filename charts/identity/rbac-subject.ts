import type { Subject } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';

/** Who: a group of the identity provider, a user, or a ServiceAccount of ours, of cdk8s or of any cdk8s-plus. */
export type SubjectInput =
  | { readonly group: string }
  | { readonly user: string }
  | { readonly serviceAccount: string; readonly namespace: string }
  | { readonly name: string; readonly serviceAccount: { readonly metadata: { readonly namespace?: string } } }
  | {
      readonly kind: 'ServiceAccount' | (string & {});
      readonly name: string;
      readonly metadata: { readonly namespace?: string };
    }
  | {
      toSubjectConfiguration(): {
        readonly kind: string;
        readonly name: string;
        readonly namespace?: string;
        readonly apiGroup?: string;
      };
    };

export const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** Names that Kubernetes gives to everybody. */
const EVERYBODY = /^system:(authenticated|unauthenticated|anonymous|serviceaccounts)$/;

/** @param namespace the one of a ServiceAccount that does not name its own */
export function subjectOf(input: SubjectInput, namespace: string | undefined, problems: Problems): Subject {
  const subject = plainSubject(input, namespace);
  problems.unless(
    subject.name !== 'system:masters',
    'the rights of group system:masters cannot be taken away again.',
    'name a group of your own.',
  );
  problems.unless(
    !EVERYBODY.test(subject.name),
    `subject ${subject.name} stands for everybody, now and later.`,
    'name a group of your own.',
  );
  problems.unless(
    subject.kind !== 'ServiceAccount' || subject.namespace !== undefined,
    `ServiceAccount ${subject.name} has no namespace; the server refuses the binding.`,
    'give { serviceAccount, namespace }.',
  );
  return subject;
}

function plainSubject(input: SubjectInput, fallback: string | undefined): Subject {
  if ('toSubjectConfiguration' in input) {
    const { kind, name, namespace } = input.toSubjectConfiguration();
    return kind === 'ServiceAccount'
      ? serviceAccount(name, namespace ?? fallback)
      : { kind, name, apiGroup: RBAC_GROUP };
  }
  if ('group' in input) return { kind: 'Group', name: input.group, apiGroup: RBAC_GROUP };
  if ('user' in input) return { kind: 'User', name: input.user, apiGroup: RBAC_GROUP };
  if (!('serviceAccount' in input)) return serviceAccount(input.name, input.metadata.namespace ?? fallback);
  if (typeof input.serviceAccount !== 'string') {
    const { name } = input as { readonly name: string };
    return serviceAccount(name, input.serviceAccount.metadata.namespace ?? fallback);
  }
  return serviceAccount(input.serviceAccount, (input as { readonly namespace: string }).namespace);
}

function serviceAccount(name: string, namespace: string | undefined): Subject {
  return { kind: 'ServiceAccount', name, ...defined({ namespace }) };
}
