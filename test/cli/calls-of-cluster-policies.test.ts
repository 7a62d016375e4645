import { TestProject } from '../support/project';

const WORKLOADS = ['web', 'api', 'spy']
  .map(
    (name) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: ${name}
          image: registry.example.com/${name}:1
          ports: [{ name: http, containerPort: 8080 }, { name: admin, containerPort: 9000 }]
`,
  )
  .join('');

const NAMESPACE = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: api, namespace: shop }
spec:
  podSelector: { matchLabels: { app: api } }
  policyTypes: [Ingress, Egress]
  ingress: [{ from: [{ podSelector: {} }] }]
  egress: [{ to: [{ ipBlock: { cidr: 203.0.113.0/24 } }] }]
`;

/** A ClusterNetworkPolicy, with its rules in JSON. */
function cluster(name: string, tier: string, priority: number, rules: object): string {
  return `---
apiVersion: networking.k8s.aws/v1alpha1
kind: ClusterNetworkPolicy
metadata: { name: ${name} }
spec: ${JSON.stringify({ tier, priority, subject: { namespaces: {} }, ...rules })}
`;
}

const pods = (app: string) => ({ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app } } } });
const metadata = { networks: ['169.254.169.254/32'] };
const number = (port: number) => ({ portNumber: { port, protocol: 'TCP' } });
const namespace = (name: string) => ({
  namespaces: { matchLabels: { 'kubernetes.io/metadata.name': name } },
});

describe('check --calls of a folder with cluster policies', () => {
  let project: TestProject;
  beforeAll(() => {
    project = new TestProject();
  });
  afterAll(() => project.remove());

  function callsOf(...policies: readonly string[]): readonly string[] {
    project.write('manifests/all.yaml', [WORKLOADS, NAMESPACE, ...policies].join(''));
    const args = ['--manifests', 'manifests', '--alone', '--env', 'prod', '--calls'];
    const { stdout, stderr } = project.run('check', ...args, '--format', 'json');
    expect(stderr).toBe('');
    const [{ environment, calls }] = JSON.parse(stdout).calls;
    expect(environment).toBe('prod');
    return calls.map(
      (call: { from: string; to: string; ports: string[]; policies: string[]; denied: string[] }) =>
        `${call.from} → ${call.to}: ${call.ports.join(' ')} by ${call.policies.join(', ') || 'nobody'}` +
        (call.denied.length === 0 ? '' : ` but not ${call.denied.join('; ')}`),
    );
  }

  it('lists what NetworkPolicies allow, where no cluster policy is rendered', () => {
    expect(callsOf()).toEqual([
      'Deployment shop/api → 203.0.113.0/24: all by shop/api',
      'Deployment shop/spy → Deployment shop/api: all by shop/api',
      'Deployment shop/spy → anywhere: all by nobody',
      'Deployment shop/web → Deployment shop/api: all by shop/api',
      'Deployment shop/web → anywhere: all by nobody',
      'anybody → Deployment shop/spy: 8080 9000 by nobody',
      'anybody → Deployment shop/web: 8080 9000 by nobody',
    ]);
  });

  it('takes away what Admin denies, whatever a namespace allows', () => {
    const calls = callsOf(
      cluster('no-spy', 'Admin', 1, { ingress: [{ action: 'Deny', from: [pods('spy')], ports: [number(8080)] }] }),
      cluster('no-metadata', 'Admin', 2, { egress: [{ action: 'Deny', to: [metadata] }] }),
      cluster('no-payments', 'Admin', 3, { egress: [{ action: 'Deny', to: [{ networks: ['203.0.0.0/16'] }] }] }),
      cluster('no-spying', 'Admin', 4, { ingress: [{ action: 'Deny', from: [pods('spy')], ports: [number(9000)] }] }),
    );
    const outside =
      '169.254.169.254/32 (ClusterNetworkPolicy no-metadata); 203.0.0.0/16 (ClusterNetworkPolicy no-payments)';
    const inside =
      'Pods app=spy of all namespaces on 8080 (ClusterNetworkPolicy no-spy); Pods app=spy of all namespaces on 9000 (ClusterNetworkPolicy no-spying)';
    expect(calls).toEqual(
      [
        'Deployment shop/web → Deployment shop/api: all by shop/api',
        `Deployment shop/spy → anywhere: all by nobody but not ${outside}`,
        `Deployment shop/web → anywhere: all by nobody but not ${outside}`,
        `anybody → Deployment shop/spy: 8080 9000 by nobody but not ${inside}`,
        `anybody → Deployment shop/web: 8080 9000 by nobody but not ${inside}`,
      ].sort(),
    );
  });

  it('lets through what Admin accepts, before what it denies', () => {
    const calls = callsOf(
      cluster('monitoring', 'Admin', 1, {
        ingress: [{ action: 'Accept', from: [namespace('monitoring')], ports: [number(9000)] }],
      }),
      cluster('closed', 'Admin', 2, { ingress: [{ action: 'Deny', from: [{ namespaces: {} }] }] }),
    );
    expect(calls.filter((call) => call.includes('→ Deployment'))).toEqual([
      'Pods of namespace monitoring → Deployment shop/api: 9000 by ClusterNetworkPolicy monitoring',
      'Pods of namespace monitoring → Deployment shop/spy: 9000 by ClusterNetworkPolicy monitoring',
      'Pods of namespace monitoring → Deployment shop/web: 9000 by ClusterNetworkPolicy monitoring',
      'anybody → Deployment shop/spy: 8080 9000 by nobody but not Pods of all namespaces (ClusterNetworkPolicy closed)',
      'anybody → Deployment shop/web: 8080 9000 by nobody but not Pods of all namespaces (ClusterNetworkPolicy closed)',
    ]);
  });

  it('leaves to the namespace what Admin passes on', () => {
    const calls = callsOf(
      cluster('teams', 'Admin', 1, {
        ingress: [
          { action: 'Pass', from: [pods('web')] },
          { action: 'Deny', from: [pods('web'), pods('spy')] },
        ],
      }),
    );
    expect(calls.filter((call) => call.includes('shop/api'))).toEqual([
      'Deployment shop/api → 203.0.113.0/24: all by shop/api',
      'Deployment shop/web → Deployment shop/api: all by shop/api',
    ]);
  });

  it('asks the lowest priority first', () => {
    const accept = { ingress: [{ action: 'Accept', from: [pods('spy')] }] };
    const deny = { ingress: [{ action: 'Deny', from: [pods('spy')] }] };
    const row = 'Deployment shop/spy → Deployment shop/api';
    expect(callsOf(cluster('a', 'Admin', 9, accept), cluster('b', 'Admin', 8, deny)).join()).not.toContain(row);
    expect(callsOf(cluster('a', 'Admin', 7, accept), cluster('b', 'Admin', 8, deny)).join()).toContain(row);
  });

  it('asks Baseline only of Pods that no policy of their namespace selects', () => {
    const calls = callsOf(
      cluster('shut', 'Baseline', 1, {
        egress: [
          { action: 'Accept', to: [{ networks: ['10.0.0.0/8'] }], ports: [number(443)] },
          { action: 'Deny', to: [{ networks: ['0.0.0.0/0'] }] },
        ],
      }),
    );
    expect(calls.filter((call) => !call.startsWith('anybody'))).toEqual([
      'Deployment shop/api → 203.0.113.0/24: all by shop/api',
      'Deployment shop/spy → 10.0.0.0/8: 443 by ClusterNetworkPolicy shut',
      'Deployment shop/web → 10.0.0.0/8: 443 by ClusterNetworkPolicy shut',
    ]);
  });

  it('asks named ports, ranges and protocols', () => {
    const calls = callsOf(
      cluster('ports', 'Admin', 1, {
        ingress: [
          { action: 'Deny', from: [{ namespaces: {} }, { networks: ['0.0.0.0/0'] }], ports: [{ namedPort: 'admin' }] },
          {
            action: 'Deny',
            from: [{ namespaces: {} }],
            ports: [{ portRange: { start: 8000, end: 8100, protocol: 'UDP' } }],
          },
        ],
      }),
    );
    expect(calls.filter((call) => call.includes('→ Deployment'))).toEqual([
      'Deployment shop/spy → Deployment shop/api: all by shop/api but not Pods of all namespaces on 8000-8100/UDP (ClusterNetworkPolicy ports); Pods of all namespaces, 0.0.0.0/0 on admin (ClusterNetworkPolicy ports)',
      'Deployment shop/web → Deployment shop/api: all by shop/api but not Pods of all namespaces on 8000-8100/UDP (ClusterNetworkPolicy ports); Pods of all namespaces, 0.0.0.0/0 on admin (ClusterNetworkPolicy ports)',
      'anybody → Deployment shop/spy: 8080 by nobody',
      'anybody → Deployment shop/web: 8080 by nobody',
    ]);
  });

  it('has a column for what is denied, in text', () => {
    project.write(
      'manifests/all.yaml',
      [WORKLOADS, cluster('no-metadata', 'Admin', 2, { egress: [{ action: 'Deny', to: [metadata] }] })].join(''),
    );
    const { stdout } = project.run('check', '--manifests', 'manifests', '--alone', '--env', 'prod', '--calls');
    expect(stdout.slice(0, stdout.indexOf('\n\n'))).toBe(
      `prod: calls that network policies allow
  FROM                 TO                   PORTS       BY                  BUT NOT
  Deployment shop/api  anywhere             all         no policy holds it  169.254.169.254/32 (ClusterNetworkPolicy no-metadata)
  Deployment shop/spy  anywhere             all         no policy holds it  169.254.169.254/32 (ClusterNetworkPolicy no-metadata)
  Deployment shop/web  anywhere             all         no policy holds it  169.254.169.254/32 (ClusterNetworkPolicy no-metadata)
  anybody              Deployment shop/api  8080, 9000  no policy holds it
  anybody              Deployment shop/spy  8080, 9000  no policy holds it
  anybody              Deployment shop/web  8080, 9000  no policy holds it`,
    );
  });
});
