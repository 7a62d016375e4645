import { parseArn } from '../../../grammar/arn';
import { fargateProfileFor } from '../../../knowledge/aws/fargate';
import { IRSA } from '../../../knowledge/aws/irsa';
import { type AckReference, wrongReferences } from '../../../model/ack-references';
import { type AskedAssociation, associationOf } from '../../../model/associations';
import type { EksEnvironment } from '../../../model/environment';
import { describeIdentity } from '../../../model/identity';
import { at, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { ObjectIndex } from '../../engine/object-index';
import type { RuleFinding, WholeRule } from '../../engine/rule';
import { otherClusters } from '../../reads/other-clusters';

const SILENT = 'its Pods run without the role';

export const validPodIdentity: WholeRule = {
  id: 'eks/valid-pod-identity',
  severity: 'error',
  summary: 'A Pod Identity association names a ServiceAccount that exists, once, and a role that EKS takes.',
  why: 'The API server takes any association. What EKS refuses, or nobody runs as, is never told to the Pods: they run without the role, or with that of their node.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html',
  ],
  checkAll({ objects, judged, environment, index }, tellOf) {
    if (environment.platform !== 'eks') return;
    const others = otherClusters(objects, environment);
    const isHere = (object: RenderedObject) => !others.has(associationOf(object)?.clusterName ?? '');
    const first = firstAssociations(objects.filter(isHere));
    for (const object of judged) {
      const asked = associationOf(object);
      if (asked === undefined || !isHere(object)) continue;
      const found = [...repeated(asked, first), ...(asked.madeBy === 'ack' ? judge(asked, environment, index) : [])];
      for (const one of found) tellOf(object)(one);
    }
  },
};

const REFERENCES: readonly AckReference[] = [
  ['clusterName', 'clusterRef'],
  ['roleARN', 'roleRef'],
  ['targetRoleARN', 'targetRoleRef'],
];

function judge(asked: AskedAssociation, environment: EksEnvironment, index: ObjectIndex): readonly RuleFinding[] {
  return [
    ...judgeAccount(asked, index),
    ...judgeFargate(asked, environment),
    ...judgeRole(asked, environment),
    ...judgeTarget(asked),
    ...wrongReferences(asked.asker.value, REFERENCES),
    ...judgePolicy(asked),
    ...judgeCluster(asked, environment),
  ];
}

function keyOf({ namespace, serviceAccount }: AskedAssociation): string {
  return `${namespace}/${serviceAccount}`;
}

/** The object that asks first for the association of a ServiceAccount. */
function firstAssociations(objects: readonly RenderedObject[]): ReadonlyMap<string, RenderedObject> {
  const first = new Map<string, RenderedObject>();
  for (const object of objects) {
    const asked = associationOf(object);
    if (asked !== undefined && !first.has(keyOf(asked))) first.set(keyOf(asked), object);
  }
  return first;
}

function repeated(asked: AskedAssociation, first: ReadonlyMap<string, RenderedObject>): readonly RuleFinding[] {
  const before = first.get(keyOf(asked));
  if (before === undefined || before === asked.asker) return [];
  const what = `${describeIdentity(before)} asks for an association of ServiceAccount ${keyOf(asked)} too, and EKS has one for each ServiceAccount: this one is refused.`;
  return [{ path: [], found: keyOf(asked), what, fix: 'leave one of them out.' }];
}

function judgeAccount(asked: AskedAssociation, index: ObjectIndex): readonly RuleFinding[] {
  const { namespace, serviceAccount: name } = asked;
  // Fields that are left out are the schema's finding.
  if (namespace === '' || name === '') return [];
  const path = ['spec', 'serviceAccount'];
  if (name === 'default') {
    const what = `every Pod of namespace ${namespace} that names no ServiceAccount runs as \`default\`: all of them get the role.`;
    return [{ path, found: name, severity: 'warning', what, fix: 'give the Pods a ServiceAccount of their own.' }];
  }
  const account = { group: '', kind: 'ServiceAccount', namespace, name };
  if (!index.exists(account)) {
    const what = `ServiceAccount "${name}" does not exist in namespace ${namespace}, so no Pod gets the role.${didYouMean(name, index.names('', 'ServiceAccount', namespace))}`;
    const fix = 'render the ServiceAccount, or declare it under `external` in environment.yaml.';
    return [{ path, found: name, what, fix }];
  }
  const annotations = mapAt(index.find(account)?.value, 'metadata', 'annotations');
  const irsa = textAt(annotations, IRSA.role);
  if (irsa === undefined) return [];
  const what = `ServiceAccount ${namespace}/${name} has the annotation ${IRSA.role} as well: SDKs take ${irsa} first, and the role of the association is not used.`;
  return [{ path, found: name, severity: 'warning', what, fix: 'remove the annotation, or the association.' }];
}

function judgeFargate(asked: AskedAssociation, { compute }: EksEnvironment): readonly RuleFinding[] {
  const profile = fargateProfileFor(compute.fargateProfiles, asked.namespace, {});
  if (profile === undefined) return [];
  const what = `Fargate profile ${profile.name} takes the Pods of namespace ${asked.namespace}, and Fargate has no Pod Identity: ${SILENT}.`;
  return [{ path: ['spec', 'namespace'], found: asked.namespace, what, fix: `use the annotation ${IRSA.role} there.` }];
}

function judgeRole(asked: AskedAssociation, { accountId, partition }: EksEnvironment): readonly RuleFinding[] {
  const path = ['spec', 'roleARN'];
  const { roleArn: found } = asked;
  if (found === '') {
    if (at(asked.asker.value, 'spec', 'roleRef') !== undefined) return [];
    return [{ path: ['spec'], what: `it names no role: ${SILENT}.`, fix: 'set roleARN, or roleRef.' }];
  }
  const arn = roleIn(found);
  if (arn === undefined) {
    const what = `"${found}" is not the ARN of a role; EKS refuses the association, and ${SILENT}.`;
    return [{ path, found, what, fix: `write arn:${partition}:iam::${accountId}:role/<name>.` }];
  }
  if (arn.account === accountId) return [];
  const what = `it is a role of account ${arn.account}; EKS takes only roles of the cluster’s account, ${accountId}, and refuses the association.`;
  return [{ path, found, what, fix: `name a role of account ${accountId} here, and this one as targetRoleARN.` }];
}

/** The parts of a text that is the ARN of a role. */
function roleIn(text: string) {
  const arn = parseArn(text);
  return arn?.service === 'iam' && arn.resource.startsWith('role/') ? arn : undefined;
}

function judgeTarget({ targetRoleArn: found }: AskedAssociation): readonly RuleFinding[] {
  if (found === undefined || roleIn(found) !== undefined) return [];
  const what = `targetRoleARN "${found}" is not the ARN of a role; EKS refuses the association, and ${SILENT}.`;
  return [{ path: ['spec', 'targetRoleARN'], found, what, fix: 'write the ARN of the role in the other account.' }];
}

function judgePolicy(asked: AskedAssociation): readonly RuleFinding[] {
  if (asked.policy === undefined || asked.disableSessionTags === true) return [];
  const what =
    'it has a session policy and leaves session tags on; EKS takes a policy only without tags, and refuses it.';
  return [{ path: ['spec', 'policy'], what, fix: 'set disableSessionTags: true.' }];
}

function judgeCluster({ clusterName: found }: AskedAssociation, environment: EksEnvironment): readonly RuleFinding[] {
  const { clusterName } = environment;
  if (found === '' || found === clusterName) return [];
  const what = `it is for cluster ${found}, and this environment is cluster ${clusterName}.`;
  const fix = `write clusterName: ${clusterName}, or render it for the other environment.`;
  return [{ path: ['spec', 'clusterName'], found, wanted: clusterName, severity: 'warning', what, fix }];
}
