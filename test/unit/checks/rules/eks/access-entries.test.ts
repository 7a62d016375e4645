import { AwsAuthMapping } from 'cdk8s-eks';
import { banAwsAuth } from '../../../../../src/checks/rules/eks/ban-aws-auth';
import { noMissingAccessEntry } from '../../../../../src/checks/rules/eks/no-missing-access-entry';
import { validAccessEntry } from '../../../../../src/checks/rules/eks/valid-access-entry';
import type { Identity } from '../../../../../src/model/environment';
import type { JsonObject } from '../../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../../support/environment';
import { render } from '../../../../support/render';
import { saidBy } from '../../../../support/schemas';

const namespace = 'shop';
const environmentWith = (identity: Partial<Identity>) =>
  eksEnvironment({ identity: { mode: 'irsa', iamRoles: { nodes: 'eks/nodes', team: 'team' }, ...identity } });

const binding = (name: string): JsonObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'team', namespace },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
  subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name }],
});
const entry = (spec: JsonObject): JsonObject => ({
  apiVersion: 'eks.services.k8s.aws/v1alpha1',
  kind: 'AccessEntry',
  metadata: { name: 'team', namespace },
  spec: { clusterName: 'test-cluster', principalARN: 'arn:aws:iam::111122223333:role/team', ...spec },
});

describe('the groups of bindings', () => {
  const said = (identity: Partial<Identity>, ...objects: readonly JsonObject[]) =>
    saidBy(noMissingAccessEntry, objects, undefined, environmentWith(identity));

  const told = (group: string) =>
    `subjects[0].name: RoleBinding shop/team: it gives rights to the group "${group}", which no access entry and no setting gives to anybody: the people who should have them are Forbidden. fix: render an AccessEntry with this group, or list it under identity.groups in environment.yaml where it comes from elsewhere.`;

  it('are told where the environment says which groups there are, and only there', () => {
    expect(said({}, binding('team'))).toEqual([]);
    expect(said({ groups: [] }, binding('team'))).toEqual([told('team')]);
    expect(said({ groups: ['team'] }, binding('team'))).toEqual([]);
    expect(saidBy(noMissingAccessEntry, [binding('team')], undefined, kubernetesEnvironment())).toEqual([]);
  });

  it('are those that the cluster’s own description gives too', () => {
    const described = {
      accessEntries: [{ iamRole: 'team', type: 'STANDARD' as const, groups: ['team'], policies: [] }],
    };
    expect(said(described, binding('team'))).toEqual([]);
    expect(said(described, binding('shop'))).toEqual([told('shop')]);
    expect(said({ awsAuth: [{ iamRole: 'team', username: 'team', groups: ['team'] }] }, binding('shop'))).toEqual([
      told('shop'),
    ]);
  });

  it('are not asked for by an entry that has access policies alone', () => {
    const accessPolicies = [
      {
        policyARN: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
        accessScope: { type: 'namespace', namespaces: ['shop'] },
      },
    ];
    expect(said({}, binding('team'), entry({ accessPolicies }))).toEqual([]);
  });

  it('are there without anybody’s doing where Kubernetes or EKS gives them', () => {
    const groups = [
      'system:authenticated',
      'system:serviceaccounts:shop',
      'system:bootstrappers:kubeadm',
      'eks:kube-proxy-windows',
      'eks-access-entry:arn:aws:iam::111122223333:role/argocd',
    ];
    for (const group of groups) expect(said({ groups: [] }, binding(group))).toEqual([]);
    expect(said({ groups: [] }, binding('system:nobody'))).toEqual([told('system:nobody')]);
  });

  it('may come of an aws-auth, whose nodes ask for none', () => {
    const mapped = (groups: readonly string[]) =>
      Object.values(
        render(
          (chart) =>
            new AwsAuthMapping(chart, 'aws-auth', {
              legacy: 'aws-auth',
              replaces: 'whole ConfigMap',
              nodes: [{ iamRole: 'nodes' }],
              roles: [{ iamRole: 'team', username: 'team:{{SessionName}}', groups }],
            }),
          environmentWith({}),
        ),
      );
    expect(said({}, binding('team'), ...mapped(['team']))).toEqual([]);
    expect(said({}, binding('other'), ...mapped(['team']))).toEqual([told('other')]);
    expect(said({}, binding('other'), ...mapped([]))).toEqual([]);
  });
});

describe('a cluster that takes entries or aws-auth alone', () => {
  const awsAuth: JsonObject = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'aws-auth',
      namespace: 'kube-system',
      annotations: { 'cdk8s-eks/aws-auth': 'whole ConfigMap' },
    },
    data: {
      mapRoles:
        '- { rolearn: "arn:aws:iam::111122223333:role/nodes", username: "system:node:{{EC2PrivateDNSName}}", groups: ["system:nodes"] }\n',
    },
  };

  it('gets the other one for nothing', () => {
    expect(
      saidBy(
        validAccessEntry,
        [entry({ username: 'team' })],
        undefined,
        environmentWith({ authenticationMode: 'CONFIG_MAP' }),
      ),
    ).toEqual([
      ': AccessEntry.eks.services.k8s.aws shop/team: the cluster’s authentication mode is CONFIG_MAP, in which EKS takes no access entries: nobody gets in by it. fix: change the cluster to API_AND_CONFIG_MAP, and say so in environments/test/environment.yaml.',
    ]);
    expect(saidBy(banAwsAuth, [awsAuth], undefined, environmentWith({ authenticationMode: 'API' }))).toEqual([
      ': ConfigMap kube-system/aws-auth: the cluster’s authentication mode is API, in which EKS reads access entries alone: nobody gets in by this object. fix: remove it and use access entries.',
    ]);
  });

  it('is known by its facts where the settings say nothing', () => {
    const facts = {
      schemaVersion: 1,
      clusterName: 'test-cluster',
      accountId: '111122223333',
      region: 'eu-west-1',
      cluster: { arn: 'arn', kubernetesVersion: '1.34', authenticationMode: 'API' },
    } as const;
    expect(saidBy(banAwsAuth, [awsAuth], undefined, eksEnvironment({ facts }))).toHaveLength(1);
    expect(saidBy(banAwsAuth, [awsAuth])).toEqual([]);
  });

  it('takes no text that is not YAML', () => {
    const broken = { ...awsAuth, data: { mapRoles: '- { rolearn: "a' } };
    expect(saidBy(banAwsAuth, [broken])).toEqual([
      'data.mapRoles: ConfigMap kube-system/aws-auth: mapRoles is not a list in YAML: the authenticator reads none of the entries, and nobody gets in. fix: write a list of entries.',
    ]);
  });
});

describe('an entry of a role that is made on the cluster too', () => {
  it('has an ARN that nobody here knows', () => {
    const spec = { clusterName: 'test-cluster', kubernetesGroups: ['team'] };
    const object = { ...entry({}), spec };
    expect(saidBy(validAccessEntry, [object, { ...object, metadata: { name: 'again', namespace } }])).toEqual([]);
  });
});
