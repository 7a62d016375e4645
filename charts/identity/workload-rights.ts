import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { KubeClusterRole, KubeClusterRoleBinding, KubeRole, KubeRoleBinding, type PolicyRule } from '../../imports/k8s';
import { templatePathsOf } from '../../src/model/pod-spec';
import { override } from '../shared/override';
import { Problems } from '../shared/problems';
import { type Grant, grantProblems, ruleOf } from './grant';
import { isOfNoNamespace } from './rbac-resources';
import { RBAC_GROUP } from './rbac-subject';
import { grantsOf, type Rights, type RightsPlace } from './rights';

/** The workload whose Pods get rights. */
export interface RightsHolder extends Construct {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly serviceAccountName: string;
}

/** Rules by holder and place; a role is made once and takes what is said later. */
const GIVEN = new WeakMap<Construct, Map<string, PolicyRule[]>>();

/** Holders whose properties say that the Pods get no token. */
const WITHOUT_TOKEN = new WeakSet<Construct>();

/** Notes what a workload's properties say of the token. */
export function recordToken(holder: Construct, automount: boolean | undefined): void {
  if (automount === false) WITHOUT_TOKEN.add(holder);
}

/** Grants on resources by name. @throws ToolError with everything that is wrong with them */
export function giveRights(holder: RightsHolder, rights: Rights, verbs: Grant['verbs'], place: RightsPlace): void {
  const problems = new Problems(holder);
  give(holder, grantsOf(rights, verbs, problems), place, problems);
}

/** Grants as RBAC has them. @throws ToolError with everything that is wrong with them */
export function giveGrants(holder: RightsHolder, grants: readonly Grant[], place: RightsPlace): void {
  give(holder, grants, place, new Problems(holder));
}

function give(holder: RightsHolder, grants: readonly Grant[], place: RightsPlace, problems: Problems): void {
  for (const grant of grants) {
    grantProblems({ ...(place.reason === undefined ? {} : { reason: place.reason }), ...grant }, problems);
    const outside = grant.resources.filter(isOfNoNamespace);
    problems.unless(
      place.clusterWide === true || outside.length === 0,
      `the rights on ${outside.join(', ')} hold in a namespace, and these belong to none: they grant nothing.`,
      'give { clusterWide: true }; only the platform’s owner may render it.',
    );
  }
  problems.unless(
    place.clusterWide !== true || place.namespace === undefined,
    `the rights are for namespace ${place.namespace} and for the whole cluster.`,
    'give one of the two.',
  );
  problems.unless(
    holder.namespace !== undefined,
    'the workload has no namespace, so no binding can name its ServiceAccount.',
    'set `namespace` in defineApp(), or use inNamespace().',
  );
  problems.unless(
    !WITHOUT_TOKEN.has(holder),
    'automountServiceAccountToken is false, so the Pods have no token, and the API server refuses them whatever they may do.',
    'leave automountServiceAccountToken out: rights mount the token.',
  );
  problems.raiseInCall();
  rulesFor(holder, place).push(...grants.map(ruleOf));
}

/** The list that the role at a place is made of. */
function rulesFor(holder: RightsHolder, { namespace, clusterWide }: RightsPlace): PolicyRule[] {
  const places = GIVEN.get(holder) ?? new Map<string, PolicyRule[]>();
  if (places.size === 0) mountToken(holder);
  GIVEN.set(holder, places);
  const key = clusterWide === true ? '' : (namespace ?? holder.namespace ?? '');
  const known = places.get(key);
  if (known !== undefined) return known;
  const rules: PolicyRule[] = [];
  places.set(key, rules);
  if (clusterWide === true) clusterRole(holder, rules);
  else namespacedRole(holder, key, rules);
  return rules;
}

function namespacedRole(holder: RightsHolder, namespace: string, rules: PolicyRule[]): void {
  const isOwn = namespace === holder.namespace;
  const metadata = { name: isOwn ? holder.name : elsewhere(holder), namespace };
  const suffix = isOwn ? '' : `-${namespace}`;
  new KubeRole(holder, `Role${suffix}`, { metadata, rules });
  const roleRef = { apiGroup: RBAC_GROUP, kind: 'Role', name: metadata.name };
  new KubeRoleBinding(holder, `RoleBinding${suffix}`, { metadata, roleRef, subjects: subjectsOf(holder) });
}

function clusterRole(holder: RightsHolder, rules: PolicyRule[]): void {
  const metadata = { name: elsewhere(holder) };
  new KubeClusterRole(holder, 'ClusterRole', { metadata, rules });
  const roleRef = { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name: metadata.name };
  new KubeClusterRoleBinding(holder, 'ClusterRoleBinding', { metadata, roleRef, subjects: subjectsOf(holder) });
}

/** Where workloads of several namespaces meet, the name says whose it is. */
function elsewhere({ namespace, name }: RightsHolder): string {
  return `${namespace}-${name}`;
}

function subjectsOf({ serviceAccountName, namespace = '' }: RightsHolder) {
  return [{ kind: 'ServiceAccount', name: serviceAccountName, namespace }];
}

function mountToken(holder: Construct): void {
  for (const object of holder.node.children.filter(ApiObject.isApiObject)) {
    for (const path of templatePathsOf(object.apiGroup, object.kind, () => object.toJson()))
      override(object, { automountServiceAccountToken: true }, [...path, 'spec']);
  }
}
