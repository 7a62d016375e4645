import { TestProject } from '../support/project';

const TEAM = `import { AccessEntry, defineApp, TeamRbac } from 'cdk8s-eks';
export default defineApp({
  name: 'team',
  owner: 'platform',
  namespace: 'kube-system',
  charts(scope) {
    const entry = new AccessEntry(scope, 'ann', {
      iamUser: 'ann',
      groups: ['team'],
      policies: [{ name: 'AmazonEKSViewPolicy', namespaces: ['shop'] }],
    });
    new TeamRbac(scope, 'rights', { subjects: entry.subjects, clusterRole: { name: 'view', namespace: 'kube-system' } });
  },
});
`;

describe('trust', () => {
  const listed = (app: string) => {
    const project = new TestProject({ 'team.ts': app });
    try {
      return project.run('trust', '--env', 'prod').stdout;
    } finally {
      project.remove();
    }
  };

  it('lists access entries with the calls that make them, for the IAM team', () => {
    expect(listed(TEAM)).toBe(`prod › arn:aws:iam::444455556666:user/ann
  needs the access entry
  {
    "clusterName": "prod-eu-central-1",
    "principalArn": "arn:aws:iam::444455556666:user/ann",
    "kubernetesGroups": [
      "team"
    ]
  }
  with the access policy
  {
    "clusterName": "prod-eu-central-1",
    "principalArn": "arn:aws:iam::444455556666:user/ann",
    "policyArn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
    "accessScope": {
      "type": "namespace",
      "namespaces": [
        "shop"
      ]
    }
  }
`);
  });

  it('says so where there is nothing to do', () => {
    expect(listed(TEAM.replace(/ {4}const entry[^;]*;/, "    const entry = { subjects: [{ group: 'team' }] };"))).toBe(
      'no rendered service account assumes an IAM role, and no access entry is rendered\n',
    );
  });

  describe('--check', () => {
    const IRSA = `import { AwsIdentity, defineApp, WebService } from 'cdk8s-eks';
export default defineApp({
  name: 'shop',
  owner: 'platform',
  namespace: 'kube-system',
  charts(scope) {
    const serviceAccount = new AwsIdentity(scope, 'account', { name: 'web', iamRole: 'carts' });
    new WebService(scope, 'web', { image: 'example.com/web:1.0', port: 8080, serviceAccount });
  },
});
`;
    const check = (roles: string, ...args: readonly string[]) => {
      const project = new TestProject({ 'shop.ts': IRSA });
      try {
        project.write('iam/roles.json', roles);
        return project.run('trust', '--env', 'prod', '--check', `${project.root}/iam`, ...args);
      } finally {
        project.remove();
      }
    };
    const arn = 'arn:aws:iam::444455556666:role/retail/prod-carts';

    it('fails where a role does not trust what is rendered', () => {
      const { code, stdout } = check(
        JSON.stringify({ Role: { Arn: arn, AssumeRolePolicyDocument: { Statement: [] } } }),
      );
      expect([code, stdout]).toEqual([
        1,
        `roles of IAM
  problem  trust  ${arn}: ServiceAccount kube-system/web may not assume it: it trusts nobody of type Federated, and not arn:aws:iam::444455556666:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/E7E7E7E7E7E7E7E7E7E7E7E7E7E7E7E7.
                  fix: give it the policy that \`cdk8s-eks trust --env prod\` prints.
0 ok, 1 problem, 0 unknown
`,
      ]);
    });

    it('passes with a role that the files do not hold, and fails on it where it is asked to', () => {
      const other = JSON.stringify({ Role: { Arn: `${arn}-other`, AssumeRolePolicyDocument: { Statement: [] } } });
      expect([check(other).code, check(other, '--strict').code]).toEqual([0, 1]);
      expect(JSON.parse(check(other, '-f', 'json').stdout).summary).toEqual({
        ok: 0,
        problem: 0,
        warning: 0,
        unknown: 1,
      });
    });

    it.each([
      ['{', 'roles.json: the file is not JSON: '],
      ['{}', 'roles.json: the file holds no role of IAM with its trust policy.'],
    ])('refuses the file %s', (text, message) => {
      const { code, stderr } = check(text);
      expect([code, stderr.includes(message)]).toEqual([2, true]);
    });
  });
});
