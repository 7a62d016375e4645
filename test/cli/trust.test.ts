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
});
