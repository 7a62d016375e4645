import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ACK_ADOPTION, ACK_DELETION_POLICY, ACK_EKS } from '../../src/knowledge/aws/ack';
import { type AckObject, ackObjects } from '../../src/model/cluster/ack';
import { ackLeavesOut } from '../../src/model/cluster/ack-leaves-out';
import { describeCluster } from '../../src/model/cluster/describe';
import type { LeftOut } from '../../src/model/cluster/left-out';
import { missingRoles } from '../../src/model/cluster/missing-roles';
import type { EksEnvironment, Environment } from '../../src/model/environment';
import { environmentOf, environmentsOf } from '../../src/model/environment-context';
import { listed } from '../../src/model/lists';
import { didYouMean } from '../../src/model/suggest';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import type { EksClusterOverrides, EksClusterProps } from './eks-cluster-props';

/**
 * A cluster of Amazon EKS as its environment describes it, as objects of ACK's controller for EKS: the control plane, managed
 * node groups, Fargate profiles, add-ons, access entries, Pod Identity associations, identity providers and capabilities. Argo CD syncs them to the
 * cluster that ACK runs on: this one, or one that manages others (`of`). What ACK has no kind or field for stands in `leftOut`. On a plain cluster nothing is made.
 * @throws ToolError for a role that EKS wants and the environment does not name
 * @see https://aws-controllers-k8s.github.io/community/reference/
 * @example
 * import { EksCluster } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const cluster = (chart: Chart) => new EksCluster(chart, 'cluster', { adopt: true });
 */
export class EksCluster extends Construct {
  /** The control plane; absent on a plain cluster. */
  readonly cluster?: ApiObject;
  /** Every object, the control plane too, in the order of the description. */
  readonly objects: readonly ApiObject[];
  /** What is described and ACK does not make, with what to do about it. */
  readonly leftOut: readonly LeftOut[];

  constructor(scope: Construct, id: string, props: EksClusterProps = {}) {
    super(scope, id);
    const problems = problemsWith(this, 'EksCluster', props, EksCluster);
    const environment = environmentIn(this, props.of, problems);
    judgeProps(this, props, problems);
    const described = environment.platform === 'eks' ? ackObjects(describeCluster(environment)) : [];
    if (environment.platform === 'eks') judgeRoles(environment, problems);
    judgeOverrides(props.overrides, described, problems);
    problems.raise();
    this.leftOut = environment.platform === 'eks' ? ackLeavesOut(environment) : [];
    this.objects = described.map((one) => {
      const made = make(this, one, environment.clusterName, props);
      return override(made, patchOf(one, props.overrides));
    });
    const [cluster] = this.objects;
    if (cluster !== undefined) this.cluster = cluster;
  }
}

/** By its name, among those of the project. */
function environmentIn(scope: Construct, of: EksClusterProps['of'], problems: Problems): Environment {
  if (typeof of === 'object') return of;
  const own = environmentOf(scope);
  if (of === undefined || of === own.name) return own;
  const known = environmentsOf(scope);
  const found = known.find(({ name }) => name === of);
  const names = known.map(({ name }) => name);
  if (found === undefined)
    problems.add(
      `there is no environment "${of}" whose cluster could be made.${didYouMean(of, names)}`,
      `use one of ${listed(names)}.`,
    );
  else if (found.platform !== 'eks')
    problems.add(
      `${of} is a plain Kubernetes cluster, which EKS does not make.`,
      'name an environment with platform: eks.',
    );
  return found ?? own;
}

function judgeProps(scope: Construct, { deletionPolicy, reason }: EksClusterProps, problems: Problems): void {
  problems.unless(
    Chart.of(scope).namespace !== undefined,
    'the cluster has no namespace, and ACK’s objects live in one.',
    'set `namespace` in defineApp(), or use inNamespace().',
  );
  problems.unless(
    deletionPolicy !== 'delete' || (reason ?? '').trim() !== '',
    'deletionPolicy is delete: when Argo CD prunes these objects, AWS deletes the cluster and all that runs on it.',
    'leave deletionPolicy out, or give a reason.',
  );
}

function judgeRoles(environment: EksEnvironment, problems: Problems): void {
  for (const { path, whose } of missingRoles(environment))
    problems.add(
      `environment ${environment.name} names no role for ${whose}; EKS makes nothing without one.`,
      `set ${path.join('.')} in environment.yaml to a name under identity.iamRoles.`,
    );
}

/** Which patches are for which kind. */
const PATCHED = {
  Nodegroup: 'nodeGroups',
  FargateProfile: 'fargateProfiles',
  Addon: 'addOns',
  IdentityProviderConfig: 'identityProviders',
  Capability: 'capabilities',
} as const;

function judgeOverrides(
  overrides: EksClusterOverrides | undefined,
  described: readonly AckObject[],
  problems: Problems,
): void {
  if (overrides === undefined || described.length === 0) return;
  for (const [kind, key] of Object.entries(PATCHED)) {
    const known = described.flatMap((one) => (one.kind === kind && one.part !== undefined ? [one.part] : []));
    for (const name of Object.keys(overrides[key] ?? {}))
      problems.unless(
        known.includes(name),
        `overrides.${key} is about "${name}", which the environment does not describe.${didYouMean(name, known)}`,
        'correct the name, or remove it.',
      );
  }
}

function patchOf({ kind, part = '' }: AckObject, overrides: EksClusterOverrides | undefined): Patch | undefined {
  if (kind === 'Cluster') return overrides?.cluster;
  if (kind === 'AccessEntry' || kind === 'PodIdentityAssociation') return undefined;
  return overrides?.[PATCHED[kind]]?.[part];
}

function make(scope: Construct, { kind, part, spec, key }: AckObject, clusterName: string, props: EksClusterProps) {
  const { adopt = false, deletionPolicy = 'retain' } = props;
  return new ApiObject(scope, part === undefined ? kind : `${kind}-${part}`, {
    apiVersion: ACK_EKS,
    kind,
    metadata: {
      name: objectName(part === undefined ? clusterName : `${clusterName}-${part}`),
      annotations: {
        [ACK_DELETION_POLICY]: deletionPolicy,
        ...(adopt && key !== undefined
          ? { [ACK_ADOPTION.policy]: 'adopt-or-create', [ACK_ADOPTION.fields]: JSON.stringify(key) }
          : {}),
      },
    },
    spec,
  });
}

/** EKS takes capitals and underscores in names, and IAM more than those; Kubernetes does not. */
function objectName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
