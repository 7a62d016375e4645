import { fargateProfileFor } from '../../knowledge/aws/fargate';
import { IRSA } from '../../knowledge/aws/irsa';
import { associationOf } from '../../model/associations';
import { describeIdentity } from '../../model/identity';
import { mapAt, textAt } from '../../model/json';
import {
  type Judged,
  type PreflightCheck,
  type PreflightContext,
  problem,
  settingsOf,
  unknown,
} from './preflight-check';

export const issuer: PreflightCheck = {
  id: 'oidc-issuer',
  asks: 'The issuer that trust policies are made for is the cluster’s own.',
  needs: [],
  fine: 'the issuer is the cluster’s own.',
  judge({ environment, facts, index }) {
    const live = facts.cluster.oidcIssuer;
    const declared = environment.identity.oidcIssuer;
    if (live === undefined)
      return [
        unknown('the cluster', 'facts.json does not say which issuer it has.', 'run `cdk8s-eks facts refresh` again.'),
      ];
    const wrong = (subject: string, found: string, fix: string) =>
      problem(
        subject,
        `it names the issuer ${found}, and the cluster’s is ${live}: AWS refuses every token (“Not authorized to perform sts:AssumeRoleWithWebIdentity”).`,
        fix,
      );
    const settings =
      declared === undefined || declared === live
        ? []
        : [
            wrong(
              'identity.oidcIssuer',
              declared,
              `write ${live} in ${settingsOf(environment)}, run \`cdk8s-eks trust\`, and replace the roles’ trust policies.`,
            ),
          ];
    const roles = index
      .ofKind('iam.services.k8s.aws', 'Role')
      .flatMap((role) =>
        [...new Set(trustedIssuers(documentOf(role.value)))]
          .filter((one) => one !== live)
          .map((one) => wrong(describeIdentity(role), one, `name oidc-provider/${live} in assumeRolePolicyDocument.`)),
      );
    return [...settings, ...roles];
  },
};

/** The issuer that a role of ACK trusts, wherever its policy names one. */
function trustedIssuers(document: string): readonly string[] {
  return [...document.matchAll(/oidc-provider\/([\w./-]+)/g)].map(([, issuer = '']) => issuer);
}

function documentOf(value: unknown): string {
  return (
    textAt(value, 'spec', 'assumeRolePolicyDocument') ??
    JSON.stringify(mapAt(value, 'spec', 'assumeRolePolicyDocument'))
  );
}

export const podIdentity: PreflightCheck = {
  id: 'pod-identity',
  asks: 'Each association that is rendered is there with its role, and none is left for what Fargate or IRSA serves.',
  needs: ['podIdentityAssociations'],
  fine: 'the Pod Identity associations are those that are rendered.',
  judge(context) {
    return [...askedFor(context), ...there(context)];
  },
};

function keyOf({ namespace, serviceAccount }: { readonly namespace: string; readonly serviceAccount: string }): string {
  return `${namespace}/${serviceAccount}`;
}

/** What is rendered against what lives. What ACK makes is there after the sync. */
function askedFor({ objects, facts }: PreflightContext): readonly Judged[] {
  const live = new Map((facts.podIdentityAssociations ?? []).map((one) => [keyOf(one), one]));
  return objects.flatMap((object): readonly Judged[] => {
    const asked = associationOf(object);
    if (asked === undefined) return [];
    const subject = `ServiceAccount ${keyOf(asked)}`;
    const found = live.get(keyOf(asked));
    if (found === undefined) {
      if (asked.madeBy === 'ack') return [];
      const message = `it counts on an association with ${asked.roleArn}, and the cluster has none for it: its Pods run without the role.`;
      return [problem(subject, message, 'make the association that `cdk8s-eks trust` prints.')];
    }
    if (found.roleArn === undefined || asked.roleArn === '' || found.roleArn === asked.roleArn) return [];
    const message = `its association has the role ${found.roleArn}, and ${asked.roleArn} is rendered: its Pods run with other rights than they should.`;
    return [problem(subject, message, 'update the association, or the role in the app.')];
  });
}

/** What lives against what is rendered. */
function there({ environment, facts, index }: PreflightContext): readonly Judged[] {
  return (facts.podIdentityAssociations ?? []).flatMap((one): readonly Judged[] => {
    // Of an add-on, EKS takes care by itself.
    if (one.ownerArn !== undefined) return [];
    const subject = `ServiceAccount ${keyOf(one)}`;
    const account = { group: '', kind: 'ServiceAccount', namespace: one.namespace, name: one.serviceAccount };
    const rendered = index.find(account);
    const profile = fargateProfileFor(environment.compute.fargateProfiles, one.namespace, {});
    if (profile !== undefined)
      return [
        problem(
          subject,
          `the cluster has an association for it, and Fargate profile ${profile.name} takes its Pods: Fargate has no Pod Identity, and AWS refuses their calls.`,
          `use IRSA there: annotate the ServiceAccount with ${IRSA.role}.`,
        ),
      ];
    if (textAt(mapAt(rendered?.value, 'metadata', 'annotations'), IRSA.role) !== undefined)
      return [
        problem(
          subject,
          `the cluster has an association for it, and it is annotated with ${IRSA.role}: SDKs take the annotation’s role first.`,
          'remove the annotation, or delete the association.',
        ),
      ];
    const isOurs = index.find({ group: '', kind: 'Namespace', name: one.namespace }) !== undefined;
    if (!isOurs || index.exists(account)) return [];
    return [
      problem(
        subject,
        `the cluster has an association for it, and nothing renders this ServiceAccount in namespace ${one.namespace}: no Pod gets the role.`,
        'correct the name in the association, or delete it.',
      ),
    ];
  });
}
