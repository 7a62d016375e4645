import { mayGiveGroup } from '../../knowledge/aws/identity-providers';
import { isSystemGroup } from '../../knowledge/kubernetes/system-groups';
import { accessEntryOf } from '../../model/access-entries';
import { describeIdentity } from '../../model/identity';
import { listAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import { didYouMean } from '../../model/suggest';
import { isAwsAuth } from '../reads/aws-auth';
import {
  type Judged,
  type PreflightCheck,
  type PreflightContext,
  problem,
  settingsOf,
  unknown,
} from './preflight-check';

export const authenticationMode: PreflightCheck = {
  id: 'authentication-mode',
  asks: 'The cluster takes the access entries or the aws-auth that are rendered.',
  needs: [],
  fine: 'the cluster lets people in as the settings and the objects say.',
  judge({ environment, facts, objects }) {
    const live = facts.cluster.authenticationMode;
    if (live === undefined)
      return [
        unknown(
          'the cluster',
          'facts.json does not say how it lets people in.',
          'run `cdk8s-eks facts refresh` again.',
        ),
      ];
    const declared = environment.identity.authenticationMode;
    const found: Judged[] = [];
    if (declared !== undefined && declared !== live)
      found.push(
        problem(
          'identity.authenticationMode',
          `it is ${declared} in the settings, and the cluster says ${live}: people are let in another way than is checked.`,
          `write ${live} in ${settingsOf(environment)}, or change the cluster, which only goes towards API.`,
        ),
      );
    const entry = objects.find((object) => accessEntryOf(object) !== undefined);
    if (live === 'CONFIG_MAP' && entry !== undefined)
      found.push(
        problem(
          describeIdentity(entry),
          'it asks for an access entry, and the cluster’s authentication mode is CONFIG_MAP: EKS refuses it.',
          'move the cluster to API_AND_CONFIG_MAP.',
        ),
      );
    const auth = objects.find(isAwsAuth);
    if (live === 'API' && auth !== undefined)
      found.push(
        problem(
          describeIdentity(auth),
          'it is written for the authenticator, and the cluster’s authentication mode is API: nobody reads it.',
          'make access entries of its lines, and remove it.',
        ),
      );
    return found;
  },
};

export const accessEntries: PreflightCheck = {
  id: 'access-entries',
  asks: 'The access entries that are rendered are there, and somebody is in each group that a binding names.',
  needs: ['accessEntries'],
  fine: 'the access entries fit what is rendered.',
  judge(context) {
    return [...entries(context), ...groups(context)];
  },
};

/** What ACK makes is there after the sync. */
function entries({ objects, facts }: PreflightContext): readonly Judged[] {
  return objects.flatMap((object): readonly Judged[] => {
    const asked = accessEntryOf(object);
    if (asked === undefined || asked.madeBy === 'ack' || asked.input.principalArn === '') return [];
    const { principalArn, kubernetesGroups = [] } = asked.input;
    const subject = `access entry of ${principalArn}`;
    const live = facts.accessEntries?.find((one) => one.principalArn === principalArn);
    if (live === undefined)
      return [
        problem(
          subject,
          `${describeIdentity(object)} counts on it, and the cluster does not have it: the principal does not get in.`,
          'make the entry that `cdk8s-eks trust` prints.',
        ),
      ];
    const missing = kubernetesGroups.filter((group) => !(live.kubernetesGroups ?? []).includes(group));
    if (missing.length === 0) return [];
    return [
      problem(
        subject,
        `it does not put the principal into ${missing.join(', ')}, as ${describeIdentity(object)} says: the bindings of these groups give nothing.`,
        'update the entry as `cdk8s-eks trust` prints it.',
      ),
    ];
  });
}

function groups({ objects, facts, environment }: PreflightContext): readonly Judged[] {
  const { authenticationMode: mode } = facts.cluster;
  const asked = objects.flatMap((object) => accessEntryOf(object)?.input.kubernetesGroups ?? []);
  const given = new Set([
    ...(facts.accessEntries ?? []).flatMap(({ kubernetesGroups = [] }) => kubernetesGroups),
    ...asked,
    ...(environment.identity.groups ?? []),
  ]);
  const bound = new Map<string, RenderedObject>();
  for (const object of objects) for (const group of groupsOf(object)) if (!bound.has(group)) bound.set(group, object);
  const providers = facts.identityProviders ?? [];
  return [...bound].flatMap(([group, binding]): readonly Judged[] => {
    if (given.has(group) || isSystemGroup(group)) return [];
    // Only the provider knows which groups its people are in; `identity-providers` says whether it is there.
    if ((environment.identity.identityProviders ?? []).some((one) => mayGiveGroup(one, group))) return [];
    const subject = `group ${group}`;
    const what = `${describeIdentity(binding)} gives it rights, and no access entry puts anybody into it`;
    // aws-auth and identity providers give groups that EKS does not list.
    const elsewhere = mode !== 'API' || facts.identityProviders === undefined || providers.length > 0;
    const fix = `put the group into an access entry, or list it under identity.groups in ${settingsOf(environment)}.`;
    if (elsewhere) return [unknown(subject, `${what}; aws-auth or an identity provider may.`, fix)];
    return [
      problem(subject, `${what}: the people who should have them are Forbidden.${didYouMean(group, given)}`, fix),
    ];
  });
}

function groupsOf(object: RenderedObject): readonly string[] {
  if (object.group !== 'rbac.authorization.k8s.io' || !object.kind.endsWith('Binding')) return [];
  return listAt(object.value, 'subjects').flatMap((subject) =>
    textAt(subject, 'kind') === 'Group' ? [textAt(subject, 'name') ?? ''] : [],
  );
}
