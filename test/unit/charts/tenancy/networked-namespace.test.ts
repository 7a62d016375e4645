import type { Chart } from 'cdk8s';
import { type FargateProfile, NetworkedNamespace, type NetworkedNamespaceProps, WebService } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render, type TestEnvironment } from '../../../support/render';

const base = eksEnvironment();
const withProfiles = (...fargateProfiles: readonly FargateProfile[]) =>
  eksEnvironment({ compute: { ...base.compute, fargateProfiles } });
const profile = (name: string, namespace: string, labels: Readonly<Record<string, string>> = {}) => ({
  name,
  selectors: [{ namespace, labels }],
});

const POLICIES = ['default-deny', 'allow-dns', 'allow-same-namespace', 'allow-load-balancers'].map(
  (name) => `NetworkPolicy ${name}`,
);

function made(environment: TestEnvironment, props: NetworkedNamespaceProps = {}) {
  let namespace: NetworkedNamespace | undefined;
  const objects = render((chart) => {
    namespace = new NetworkedNamespace(chart, 'shop', props);
  }, environment);
  const { runsOn, fargateProfile, podLabels } = namespace as NetworkedNamespace;
  return { objects, place: { runsOn, fargateProfile, podLabels }, kinds: Object.keys(objects).sort() };
}

describe('a NetworkedNamespace', () => {
  it('runs on nodes where no profile selects it, with policies that hold there', () => {
    // The group is one of environments with Fargate: nodes do not look at it.
    const { objects, place, kinds } = made(eksEnvironment(), { fargateSecurityGroups: ['elsewhere'] });
    expect(place).toEqual({ runsOn: 'nodes', fargateProfile: undefined, podLabels: {} });
    expect(kinds).toEqual(['Namespace shop', ...POLICIES].sort());
    expect(objects['Namespace shop']?.['metadata']).toEqual({
      name: 'shop',
      labels: {
        'app.kubernetes.io/managed-by': 'cdk8s-eks',
        'app.kubernetes.io/part-of': 'shop',
        'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled',
        'pod-security.kubernetes.io/audit': 'restricted',
        'pod-security.kubernetes.io/audit-version': 'v1.34',
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/enforce-version': 'v1.34',
        'pod-security.kubernetes.io/warn': 'restricted',
        'pod-security.kubernetes.io/warn-version': 'v1.34',
      },
    });
  });

  it('runs on Fargate where a profile takes all its Pods, with security groups and without policies', () => {
    const { objects, place, kinds } = made(withProfiles(profile('all', 'sh?p')), {
      fargateSecurityGroups: ['clients'],
      overrides: { securityGroupPolicy: { metadata: { labels: { team: 'shop' } } } },
    });
    expect(place).toEqual({ runsOn: 'fargate', fargateProfile: 'all', podLabels: {} });
    expect(kinds).toEqual(['Namespace shop', 'SecurityGroupPolicy fargate']);
    expect(objects['SecurityGroupPolicy fargate']).toEqual({
      apiVersion: 'vpcresources.k8s.aws/v1beta1',
      kind: 'SecurityGroupPolicy',
      metadata: {
        name: 'fargate',
        namespace: 'shop',
        labels: { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop', team: 'shop' },
      },
      spec: { podSelector: {}, securityGroups: { groupIds: ['sg-00000000000000001', 'sg-00000000000000002'] } },
    });
  });

  it('says which labels its Pods need, keeps policies for the others, and groups for these alone', () => {
    const environment = withProfiles(
      profile('b', 'shop', { run: 'b' }),
      profile('a', 'shop*', { run: 'a', tier: 'web' }),
    );
    const { objects, place, kinds } = made(environment, { fargateSecurityGroups: ['clients'] });
    const podLabels = { run: 'a', tier: 'web' };
    expect(place).toEqual({ runsOn: 'fargate', fargateProfile: 'a', podLabels });
    expect(kinds).toEqual(['Namespace shop', ...POLICIES, 'SecurityGroupPolicy fargate'].sort());
    expect(at(objects['SecurityGroupPolicy fargate'], 'spec', 'podSelector')).toEqual({ matchLabels: podLabels });
  });

  it('takes a label that Pods have anyway, and none that contradicts it or is a pattern', () => {
    const environment = withProfiles(profile('a', 'shop', { team: 'x-*' }), profile('b', 'shop', { run: 'b' }));
    const place = (podLabels: Readonly<Record<string, string>>) => made(environment, { podLabels }).place;
    expect(place({ team: 'x-1' })).toEqual({ runsOn: 'fargate', fargateProfile: 'a', podLabels: { team: 'x-1' } });
    expect(place({ team: 'y' })).toEqual({
      runsOn: 'fargate',
      fargateProfile: 'b',
      podLabels: { run: 'b', team: 'y' },
    });
    expect(place({ run: 'c' })).toEqual({ runsOn: 'nodes', fargateProfile: undefined, podLabels: { run: 'c' } });
  });

  it('is plain on a plain cluster, with security groups or without', () => {
    const { place, kinds } = made(kubernetesEnvironment(), { fargateSecurityGroups: ['clients'], network: false });
    expect(place).toEqual({ runsOn: 'nodes', fargateProfile: undefined, podLabels: {} });
    expect(kinds).toEqual(['Namespace shop']);
  });

  it('is patched, and takes settings of its policies', () => {
    const { objects } = made(eksEnvironment(), {
      name: 'other',
      podSecurity: 'baseline',
      network: { callers: ['monitoring'] },
      overrides: { namespace: { metadata: { labels: { team: 'shop' } } } },
    });
    expect(at(objects['Namespace other'], 'metadata', 'labels', 'team')).toBe('shop');
    expect(at(objects['NetworkPolicy allow-callers'], 'metadata', 'namespace')).toBe('other');
  });

  it('renders the same app for Fargate and for nodes', () => {
    const app = (chart: Chart) => {
      const { podLabels } = new NetworkedNamespace(chart, 'shop');
      new WebService(chart, 'web', { image: 'registry.example.com/web:1.0', port: 8080, replicas: 2, podLabels });
    };
    const pod = (environment: TestEnvironment) => at(render(app, environment)['Deployment web'], 'spec', 'template');
    const fargate = pod(withProfiles(profile('a', 'shop', { run: 'fargate' })));
    const nodes = pod(eksEnvironment());
    expect(at(fargate, 'metadata', 'labels', 'run')).toBe('fargate');
    expect(at(nodes, 'metadata', 'labels', 'run')).toBeUndefined();
    expect(at(fargate, 'spec', 'topologySpreadConstraints')).toBeUndefined();
    expect(at(nodes, 'spec', 'topologySpreadConstraints')).toHaveLength(2);
  });
});
