import { AwsAuthMapping, type AwsAuthMappingProps } from 'cdk8s-eks';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render, type TestEnvironment } from '../../../support/render';

const iamRoles = { nodes: 'eks/nodes', windows: 'windows', pods: 'pods', team: 'people/shop-team' };
const environment = eksEnvironment({ identity: { mode: 'irsa', iamRoles, authenticationMode: 'CONFIG_MAP' } });

function make(props: Omit<AwsAuthMappingProps, 'legacy' | 'replaces'>, where: TestEnvironment = environment) {
  return render(
    (chart) => new AwsAuthMapping(chart, 'aws-auth', { legacy: 'aws-auth', replaces: 'whole ConfigMap', ...props }),
    where,
  );
}

const metadata = {
  name: 'aws-auth',
  namespace: 'kube-system',
  labels: { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' },
  annotations: {
    'cdk8s-eks/aws-auth': 'whole ConfigMap',
    'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  },
};

describe('AwsAuthMapping', () => {
  it('maps the nodes, without the path of their role', () => {
    expect(make({ nodes: [{ iamRole: 'nodes' }] })).toEqual({
      'ConfigMap aws-auth': {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata,
        data: {
          mapRoles: `- rolearn: "arn:aws:iam::111122223333:role/nodes"
  username: "system:node:{{EC2PrivateDNSName}}"
  groups: ["system:bootstrappers", "system:nodes"]
`,
        },
      },
    });
  });

  it('has everything that is set, and takes a patch', () => {
    const objects = make({
      nodes: [
        { iamRole: 'nodes', kind: 'linux' },
        { iamRole: 'windows', kind: 'windows' },
        { iamRole: 'pods', kind: 'fargate' },
      ],
      roles: [{ iamRole: 'team', username: 'shop:{{SessionName}}', groups: ['shop-team'] }],
      users: [
        { iamUser: 'staff/ann', username: 'ann', groups: ['system:masters'] },
        { iamUser: 'bob', username: 'bob' },
      ],
      reason: 'ann gets in when all else fails',
      overrides: { configMap: { data: { mapAccounts: '["444455556666"]\n' } } },
    });
    expect(objects).toEqual({
      'ConfigMap aws-auth': {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata,
        data: {
          mapRoles: `- rolearn: "arn:aws:iam::111122223333:role/nodes"
  username: "system:node:{{EC2PrivateDNSName}}"
  groups: ["system:bootstrappers", "system:nodes"]
- rolearn: "arn:aws:iam::111122223333:role/windows"
  username: "system:node:{{EC2PrivateDNSName}}"
  groups: ["system:bootstrappers", "system:nodes", "eks:kube-proxy-windows"]
- rolearn: "arn:aws:iam::111122223333:role/pods"
  username: "system:node:{{SessionName}}"
  groups: ["system:bootstrappers", "system:nodes", "system:node-proxier"]
- rolearn: "arn:aws:iam::111122223333:role/shop-team"
  username: "shop:{{SessionName}}"
  groups: ["shop-team"]
`,
          mapUsers: `- userarn: "arn:aws:iam::111122223333:user/staff/ann"
  username: "ann"
  groups: ["system:masters"]
- userarn: "arn:aws:iam::111122223333:user/bob"
  username: "bob"
  groups: []
`,
          mapAccounts: '["444455556666"]\n',
        },
      },
    });
  });

  it('makes nothing on a plain cluster, and is judged there all the same', () => {
    expect(make({ nodes: [{ iamRole: 'nodes' }] }, kubernetesEnvironment())).toEqual({});
    expect(() => make({ nodes: [] }, kubernetesEnvironment())).toThrow('nodes is empty');
  });
});
