import { AccessEntry, type AccessEntryProps } from 'cdk8s-eks';
import { renderedObject } from '../../../../src/model/rendered-object';
import { trustOf } from '../../../../src/run/survey/trust-entries';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render, type TestEnvironment } from '../../../support/render';

const iamRoles = { team: 'people/shop-team' };
const environmentWith = (ack: boolean) => eksEnvironment({ identity: { mode: 'irsa', iamRoles, ack } });
const TEAM = 'arn:aws:iam::111122223333:role/people/shop-team';
const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };

function make(props: AccessEntryProps, environment: TestEnvironment) {
  return render((chart) => new AccessEntry(chart, 'shop-team', props), environment);
}

const all: AccessEntryProps = {
  name: 'team',
  iamRole: 'team',
  type: 'STANDARD',
  groups: ['shop-team'],
  username: 'shop:{{SessionName}}',
  policies: [
    { name: 'AmazonEKSViewPolicy' },
    { name: 'AmazonEKSEditPolicy', namespaces: ['shop', 'dev-*'] },
    { name: 'AmazonEKSClusterAdminPolicy' },
  ],
  reason: 'they run the cluster',
  tags: { team: 'shop' },
  overrides: { accessEntry: { metadata: { annotations: { 'services.k8s.aws/deletion-policy': 'retain' } } } },
};

const policies = [
  { policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy', accessScope: { type: 'cluster' } },
  {
    policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy',
    accessScope: { type: 'namespace', namespaces: ['shop', 'dev-*'] },
  },
  { policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy', accessScope: { type: 'cluster' } },
];

describe('AccessEntry', () => {
  it('is an object of ACK where the environment has it, and says nothing that EKS would add', () => {
    expect(make({ iamRole: 'team', groups: ['shop-team'] }, environmentWith(true))).toEqual({
      'AccessEntry shop-team': {
        apiVersion: 'eks.services.k8s.aws/v1alpha1',
        kind: 'AccessEntry',
        metadata: { name: 'shop-team', namespace: 'shop', labels },
        spec: { clusterName: 'test-cluster', principalARN: TEAM, kubernetesGroups: ['shop-team'] },
      },
    });
  });

  it('has everything that is set, and takes a patch', () => {
    expect(make(all, environmentWith(true))).toEqual({
      'AccessEntry team': {
        apiVersion: 'eks.services.k8s.aws/v1alpha1',
        kind: 'AccessEntry',
        metadata: {
          name: 'team',
          namespace: 'shop',
          labels,
          annotations: { 'services.k8s.aws/deletion-policy': 'retain' },
        },
        spec: {
          clusterName: 'test-cluster',
          principalARN: TEAM,
          kubernetesGroups: ['shop-team'],
          username: 'shop:{{SessionName}}',
          tags: { team: 'shop' },
          accessPolicies: policies.map(({ policyArn, ...rest }) => ({ ...rest, policyARN: policyArn })),
        },
      },
    });
  });

  it('is written down for others where there is no ACK', () => {
    expect(make({ iamRole: 'team', groups: ['shop-team'] }, environmentWith(false))).toEqual({
      'ConfigMap access-entry-shop-team': {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name: 'access-entry-shop-team',
          namespace: 'shop',
          labels,
          annotations: {
            'cdk8s-eks/access-entry': `{"clusterName":"test-cluster","principalArn":"${TEAM}","kubernetesGroups":["shop-team"]}`,
          },
        },
      },
    });
  });

  it('is for a user of the cluster’s account, and for nodes', () => {
    const specs = (props: AccessEntryProps) => Object.values(make(props, environmentWith(true)));
    expect(specs({ iamUser: 'staff/ann', username: 'ann' })).toMatchObject([
      {
        spec: {
          clusterName: 'test-cluster',
          principalARN: 'arn:aws:iam::111122223333:user/staff/ann',
          username: 'ann',
        },
      },
    ]);
    expect(specs({ iamRole: 'team', type: 'EC2', policies: [{ name: 'AmazonEKSAutoNodePolicy' }] })).toMatchObject([
      { spec: { clusterName: 'test-cluster', principalARN: TEAM, type: 'EC2' } },
    ]);
  });

  it('makes nothing on a plain cluster, and is judged there all the same', () => {
    expect(make({ iamRole: 'team', groups: ['shop-team'] }, kubernetesEnvironment())).toEqual({});
    expect(() => make({ iamRole: 'team', groups: ['system:masters'] }, kubernetesEnvironment())).toThrow(
      'the group "system:masters" begins with system:',
    );
  });

  it('gives a binding its groups', () => {
    let entry: AccessEntry | undefined;
    render((chart) => {
      entry = new AccessEntry(chart, 'team', { iamRole: 'team', groups: ['a', 'b'] });
    }, environmentWith(true));
    expect(entry?.subjects).toEqual([{ group: 'a' }, { group: 'b' }]);
    expect(entry?.principalArn).toBe(TEAM);
  });
});

describe('trust', () => {
  it.each([
    ['ack', true],
    ['others', false],
  ] as const)('lists the calls for an entry that %s makes', (madeBy, ack) => {
    const environment = environmentWith(ack);
    const origin = { app: 'shop', environment: 'test', silences: [] };
    const objects = Object.values(make({ ...all, overrides: {} }, environment)).map((value) =>
      renderedObject(value as never, origin),
    );
    expect(trustOf(environment, objects)).toEqual([
      {
        environment: 'test',
        roleArn: TEAM,
        mechanism: 'accessEntry',
        subjects: [],
        accessEntries: [
          {
            madeBy,
            createAccessEntry: {
              clusterName: 'test-cluster',
              principalArn: TEAM,
              kubernetesGroups: ['shop-team'],
              username: 'shop:{{SessionName}}',
              tags: { team: 'shop' },
            },
            associateAccessPolicy: policies.map((policy) => ({
              clusterName: 'test-cluster',
              principalArn: TEAM,
              ...policy,
            })),
          },
        ],
      },
    ]);
  });
});
