import { type ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { AccessEntry as AckAccessEntry } from '../../imports/eks.services.k8s.aws';
import { KubeConfigMap } from '../../imports/k8s';
import { ACCESS_ENTRY_ANNOTATION, type AccessEntryInput } from '../../src/knowledge/aws/access-entries';
import { environmentOf } from '../../src/model/environment-context';
import { override } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { allGiven } from '../shared/without';
import type { AccessEntryProps } from './access-entry-props';
import { resolveAccessEntry } from './resolve-access-entry';

/**
 * Lets an IAM role or user into the cluster, by an EKS access entry: with Kubernetes groups, which `TeamRbac` gives rights,
 * or with access policies of EKS. ACK makes it where `identity.ack` says that it is there; otherwise a ConfigMap without data
 * writes it down, and `cdk8s-eks trust` lists it for the IAM team. On a plain cluster nothing is made. An
 * entry gives rights on the cluster, so it belongs into an app of the platform.
 * @throws ToolError for what EKS refuses of an entry, and where the cluster takes none
 * @finding eks/no-missing-access-entry
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
 * @example
 * import { AccessEntry, TeamRbac } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const team = (chart: Chart) => {
 *   const entry = new AccessEntry(chart, 'shop-team', { iamRole: 'shop-team', groups: ['shop-team'] });
 *   new TeamRbac(chart, 'shop-rights', {
 *     subjects: entry.subjects,
 *     clusterRole: { name: 'view', namespace: 'shop' },
 *   });
 * };
 */
export class AccessEntry extends Construct {
  /** What ACK makes the entry of, or the ConfigMap that writes it down; absent on a plain cluster. */
  readonly accessEntry?: ApiObject;
  /** Its groups, as subjects of a binding. */
  readonly subjects: readonly { readonly group: string }[];
  /** The role or user; absent on a plain cluster. */
  readonly principalArn: string | undefined;

  constructor(scope: Construct, id: string, props: AccessEntryProps) {
    super(scope, id);
    const problems = problemsWith(this, 'AccessEntry', props, AccessEntry);
    const { name = id, overrides, groups = [] } = props;
    const environment = environmentOf(this);
    const entry = resolveAccessEntry(allGiven(props), environment, problems);
    problems.unless(
      Chart.of(this).namespace !== undefined,
      'the access entry has no namespace, and ACK’s objects live in one.',
      'set `namespace` in defineApp(), or use inNamespace().',
    );
    problems.raise();
    this.subjects = groups.map((group) => ({ group }));
    this.principalArn = entry?.principalArn;
    if (entry === undefined || environment.platform !== 'eks') return;
    const made = environment.identity.ack === true ? ofAck(this, name, entry) : writtenDown(this, name, entry);
    this.accessEntry = override(made, overrides?.accessEntry);
  }
}

function ofAck(scope: Construct, name: string, entry: AccessEntryInput): ApiObject {
  const { kubernetesGroups, accessPolicies, tags, ...spec } = entry;
  return new AckAccessEntry(scope, 'Entry', {
    metadata: { name },
    spec: {
      ...spec,
      ...(kubernetesGroups === undefined ? {} : { kubernetesGroups: [...kubernetesGroups] }),
      ...(accessPolicies === undefined ? {} : { accessPolicies: accessPolicies.map(scopedPolicy) }),
      ...(tags === undefined ? {} : { tags: { ...tags } }),
    },
  });
}

function scopedPolicy({ policyArn, accessScope }: NonNullable<AccessEntryInput['accessPolicies']>[number]) {
  const { type, namespaces } = accessScope;
  return { policyArn, accessScope: { type, ...(namespaces === undefined ? {} : { namespaces: [...namespaces] }) } };
}

function writtenDown(scope: Construct, name: string, entry: AccessEntryInput): ApiObject {
  const annotations = { [ACCESS_ENTRY_ANNOTATION]: JSON.stringify(entry) };
  return new KubeConfigMap(scope, 'Entry', { metadata: { name: `access-entry-${name}`, annotations } });
}
