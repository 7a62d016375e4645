import * as door from 'cdk8s-eks';
import { ADD_ON_NAMES, controllerOf } from '../../../../src/knowledge/aws/addons/catalogue';
import { INSTALLED_BY } from '../../../../src/knowledge/aws/addons/eks-names';
import { ackObjects } from '../../../../src/model/cluster/ack';
import { bootstrapWarnings } from '../../../../src/model/cluster/bootstrap-add-ons';
import { cliSteps } from '../../../../src/model/cluster/cli';
import { describeCluster } from '../../../../src/model/cluster/describe';
import { eksctlConfig } from '../../../../src/model/cluster/eksctl';
import { missingRoles } from '../../../../src/model/cluster/missing-roles';
import { clusterWarnings } from '../../../../src/model/cluster/warnings';
import type { EksEnvironment } from '../../../../src/model/environment';
import { at } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { AUTO, LEAST, WHOLE } from '../../../support/everything/cluster';

const NODE_ROLE = 'arn:aws:iam::111122223333:role/auto-nodes';
const POLICY = 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy';

const inputOf = (environment: EksEnvironment, name: string) =>
  cliSteps(environment).steps.find((one) => one.name === name)?.input;
const told = (warnings: readonly { readonly path: readonly (string | number)[]; readonly message: string }[]) =>
  warnings.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a private cluster of eksctl', () => {
  const closed = (isPublic: boolean) => {
    const base = LEAST();
    const endpoints = { private: true, public: isPublic, publicCidrs: isPublic ? ['203.0.113.0/24'] : [] };
    return eksEnvironment({
      ...base,
      network: { ...base.network, private: true },
      controlPlane: { ...base.controlPlane, endpoints },
    });
  };

  it('says no endpoints, which eksctl refuses beside privateCluster', () => {
    const { document, leftOut } = eksctlConfig(closed(false));
    expect(Object.keys(at(document, 'vpc') as object)).toEqual(['id', 'subnets']);
    expect(leftOut.map(({ setting }) => setting)).not.toContain('controlPlane.endpoints.public');
    expect(at(eksctlConfig(LEAST()).document, 'vpc', 'clusterEndpoints')).toEqual({
      privateAccess: true,
      publicAccess: false,
    });
  });

  it('tells of a public endpoint that eksctl does not make', () => {
    const { document, leftOut } = eksctlConfig(closed(true));
    expect(at(document, 'vpc', 'publicAccessCIDRs')).toBeUndefined();
    expect(leftOut).toContainEqual({
      setting: 'controlPlane.endpoints.public',
      why: 'eksctl makes a private cluster with the private endpoint alone. Run `aws eks update-cluster-config --name test-cluster` when the cluster is made, or set public: false.',
    });
  });
});

describe('EKS Auto Mode with pools of your own alone', () => {
  const own = () => {
    const base = AUTO();
    return eksEnvironment({ ...base, compute: { ...base.compute, autoModePools: [] } });
  };

  it('names no role of nodes where EKS brings no pools, which EKS refuses', () => {
    const described = describeCluster(own());
    expect(described.cluster.computeConfig).toEqual({ enabled: true });
    expect(at(eksctlConfig(own()).document, 'autoModeConfig')).toEqual({ enabled: true, nodePools: [] });
    expect(missingRoles(own())).toEqual([]);
  });

  it('lets its nodes in by an entry of type EC2, as EKS does for the pools that it brings', () => {
    expect(inputOf(own(), 'create-access-entry-auto-nodes')).toMatchObject({ principalArn: NODE_ROLE, type: 'EC2' });
    expect(inputOf(own(), 'associate-access-policy-auto-nodes-AmazonEKSAutoNodePolicy')).toMatchObject({
      principalArn: NODE_ROLE,
      policyArn: POLICY,
      accessScope: { type: 'cluster' },
    });
    const entry = ackObjects(describeCluster(own())).find(({ kind }) => kind === 'AccessEntry');
    expect(entry?.spec).toMatchObject({
      principalARN: NODE_ROLE,
      type: 'EC2',
      accessPolicies: [{ policyARN: POLICY, accessScope: { type: 'cluster' } }],
    });
    expect(describeCluster(AUTO()).nodeEntries).toEqual([]);
  });

  it('says that eksctl has no such entry', () => {
    const { document, leftOut } = eksctlConfig(own());
    expect(at(document, 'accessConfig', 'accessEntries')).toBeUndefined();
    expect(leftOut).toContainEqual({
      setting: 'identity.accessEntries',
      why: 'eksctl knows no entry of the type of auto-nodes (EC2), and their nodes do not get in. `--format cli` has the calls.',
    });
  });

  it('tells where nobody says the role', () => {
    const { autoModeIamRole: _none, ...compute } = own().compute;
    const nobody = eksEnvironment({ ...own(), compute });
    const message =
      'compute.autoModePools: EKS brings no pools, and the role of the nodes that yours make is not said, so that no access entry of the settings lets them in.';
    expect(told(clusterWarnings(nobody))).toContain(message);
    expect(told(clusterWarnings(own()))).not.toContain(message);
    const entry = {
      iamRole: 'nodes',
      type: 'EC2' as const,
      groups: [],
      policies: [{ name: 'AmazonEKSAutoNodePolicy' as const }],
    };
    const listed = eksEnvironment({ ...nobody, identity: { ...nobody.identity, accessEntries: [entry] } });
    expect(told(clusterWarnings(listed))).not.toContain(message);
  });
});

describe('add-ons of a new cluster', () => {
  const addOn = (name: string, resolveConflicts: 'NONE' | 'OVERWRITE' | 'PRESERVE' = 'NONE') => ({
    name,
    version: 'v1.1.0-eksbuild.1',
    podIdentity: [],
    resolveConflicts,
  });
  const having = (...addOns: EksEnvironment['addOns']) => eksEnvironment({ ...LEAST(), addOns });

  it('are not in each other’s way: EKS installs nothing by itself where all of it is described', () => {
    const all = having(addOn('coredns'), addOn('kube-proxy'), addOn('vpc-cni'));
    expect(inputOf(all, 'create-cluster')).toMatchObject({ bootstrapSelfManagedAddons: false });
    expect(bootstrapWarnings(all)).toEqual([]);
    expect(inputOf(having(), 'create-cluster')).toMatchObject({ bootstrapSelfManagedAddons: true });
    expect(bootstrapWarnings(having())).toEqual([]);
    expect(inputOf(AUTO(), 'create-cluster')).toMatchObject({ bootstrapSelfManagedAddons: false });
  });

  it('meet what EKS installs where some are described', () => {
    const some = having(addOn('vpc-cni'), addOn('coredns', 'OVERWRITE'), addOn('metrics-server'));
    expect(inputOf(some, 'create-cluster')).toMatchObject({ bootstrapSelfManagedAddons: true });
    expect(told(bootstrapWarnings(some))).toEqual([
      'addOns.0.name: vpc-cni is an add-on and kube-proxy not, so that EKS installs all of them in a new cluster; with resolveConflicts: NONE the add-on may then fail with ConfigurationConflict.',
    ]);
    expect(bootstrapWarnings(eksEnvironment({ ...AUTO(), addOns: [addOn('vpc-cni')] }))).toEqual([]);
  });

  it('say PRESERVE where they are changed alone', () => {
    const kept = having(addOn('metrics-server', 'PRESERVE'), addOn('external-dns', 'OVERWRITE'));
    expect(inputOf(kept, 'create-addon-metrics-server')).toMatchObject({ resolveConflicts: 'NONE' });
    expect(inputOf(kept, 'create-addon-external-dns')).toMatchObject({ resolveConflicts: 'OVERWRITE' });
    expect(cliSteps(kept).leftOut).toContainEqual({
      setting: 'addOns[].resolveConflicts',
      why: 'PRESERVE of metrics-server is for changes: there is nothing to keep when an add-on is made, which says NONE here. Give it to `aws eks update-addon --cluster-name test-cluster --resolve-conflicts PRESERVE`.',
    });
    expect(cliSteps(WHOLE()).leftOut.map(({ setting }) => setting)).not.toContain('addOns[].resolveConflicts');
  });

  it('are told where no add-on of EKS has the name', () => {
    const names = ['vpc-cnl', 'aws-fsx-csi-driver', 'kubecost_kubecost'].map((name) => addOn(name));
    const found = clusterWarnings(having(...names)).filter(({ message }) => message.startsWith('no add-on'));
    expect(told(found)).toEqual([
      'addOns.0.name: no add-on of EKS called vpc-cnl is known here. Did you mean "vpc-cni"? AWS refuses a name that it does not have.',
    ]);
  });

  it('are installed by a construct where EKS has none', () => {
    const without = ADD_ON_NAMES.filter((name) => controllerOf(name).addOn === undefined);
    expect(Object.keys(INSTALLED_BY)).toEqual(without);
    expect(Object.values(INSTALLED_BY).filter((construct) => !(construct in door))).toEqual([]);
  });
});
