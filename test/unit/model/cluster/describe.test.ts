import { settingsProblems } from '../../../../src/load/settings/rules/all';
import { cliSteps } from '../../../../src/model/cluster/cli';
import { eksctlConfig } from '../../../../src/model/cluster/eksctl';
import { clusterWarnings } from '../../../../src/model/cluster/warnings';
import type { EksEnvironment } from '../../../../src/model/environment';
import { at } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { AUTO, LEAST, WHOLE } from '../../../support/everything/cluster';

const config = (environment: EksEnvironment) => eksctlConfig(environment).document;
const settings = (environment: EksEnvironment) => {
  const { name: _name, owners: _owners, release: _release, facts: _facts, ...own } = environment;
  return own;
};

describe('a cluster that is described whole', () => {
  it.each([
    ['whole', WHOLE],
    ['least', LEAST],
    ['auto', AUTO],
  ])('is loaded without a problem: %s', (_name, environmentOf) => {
    expect(settingsProblems(settings(environmentOf()), {})).toEqual([]);
  });
});

describe('a ClusterConfig of eksctl', () => {
  it('has managed node groups in eksctl’s words', () => {
    expect(at(config(WHOLE()), 'managedNodeGroups')).toEqual([
      expect.objectContaining({
        name: 'general',
        amiFamily: 'AmazonLinux2023',
        minSize: 3,
        desiredCapacity: 3,
        maxSize: 6,
      }),
      {
        name: 'spot',
        amiFamily: 'AmazonLinux2023',
        instanceTypes: ['m7g.large', 'm6g.large'],
        spot: true,
        minSize: 0,
        maxSize: 20,
        desiredCapacity: 2,
        volumeSize: 100,
        volumeType: 'gp3',
        volumeEncrypted: true,
        privateNetworking: true,
        subnets: ['subnet-0000000000000001a', 'subnet-0000000000000001b'],
        iam: { instanceRoleARN: 'arn:aws:iam::111122223333:role/eks/nodes' },
        updateConfig: { maxUnavailablePercentage: 33 },
        nodeRepairConfig: { enabled: true },
        labels: { team: 'shop' },
        taints: [{ key: 'spot', value: 'true', effect: 'NoSchedule' }],
        releaseVersion: '1.34.1-20251112',
        disableIMDSv1: true,
        tags: { team: 'platform' },
      },
      {
        name: 'own',
        minSize: 3,
        maxSize: 6,
        desiredCapacity: 3,
        privateNetworking: true,
        subnets: ['subnet-0000000000000001a', 'subnet-0000000000000001b'],
        iam: { instanceRoleARN: 'arn:aws:iam::111122223333:role/eks/nodes' },
        updateConfig: { maxUnavailable: 1 },
        nodeRepairConfig: { enabled: true },
        launchTemplate: { id: 'lt-0123456789abcdef0', version: '3' },
        tags: { team: 'platform' },
      },
    ]);
  });

  it('has self-managed groups, whose instances are bought in two ways', () => {
    expect(at(config(WHOLE()), 'nodeGroups', 0)).toMatchObject({
      name: 'legacy',
      instancesDistribution: {
        instanceTypes: ['m6i.large', 'm5.large'],
        onDemandBaseCapacity: 1,
        onDemandPercentageAboveBaseCapacity: 25,
        spotAllocationStrategy: 'capacity-optimized',
        capacityRebalance: true,
      },
      taints: [{ key: 'old', effect: 'NoExecute' }],
    });
  });

  it('lets nodes of Karpenter in, and leaves those of its own groups to eksctl', () => {
    const entries = at(config(WHOLE()), 'accessConfig', 'accessEntries') as readonly object[];
    expect(entries).toEqual([
      expect.objectContaining({ principalARN: 'arn:aws:iam::111122223333:role/admins' }),
      { principalARN: 'arn:aws:iam::111122223333:user/staff/ann', kubernetesGroups: ['auditors'] },
      { principalARN: 'arn:aws:iam::111122223333:role/eks/karpenter', type: 'EC2_LINUX' },
    ]);
  });

  it('runs Auto Mode without add-ons that Auto Mode brings', () => {
    expect(config(AUTO())).toMatchObject({
      autoModeConfig: {
        enabled: true,
        nodePools: ['general-purpose', 'system'],
        nodeRoleARN: 'arn:aws:iam::111122223333:role/auto-nodes',
      },
      addonsConfig: { disableDefaultAddons: true },
    });
  });

  it('makes no endpoints of a private network, which belong to the VPC', () => {
    const base = LEAST();
    const closed = eksEnvironment({ ...base, network: { ...base.network, private: true } });
    expect(config(closed)).toMatchObject({ privateCluster: { enabled: true, skipEndpointCreation: true } });
  });

  it('says what it does not say', () => {
    expect(eksctlConfig(WHOLE()).leftOut.map(({ setting }) => setting)).toEqual([
      'controlPlane.deletionProtection',
      'network.vpcEndpoints',
      'compute.karpenter',
      'compute.selfManagedNodeGroups',
    ]);
  });
});

describe('calls of the AWS CLI', () => {
  it('come in the order in which AWS takes them', () => {
    expect(cliSteps(WHOLE()).steps.map(({ name }) => name)).toEqual([
      'create-vpc-endpoint-ec2',
      'create-vpc-endpoint-ecr.api',
      'create-log-group',
      'put-retention-policy',
      'create-cluster',
      'wait-cluster',
      'create-open-id-connect-provider',
      'create-access-entry-admins',
      'associate-access-policy-admins-AmazonEKSViewPolicy',
      'associate-access-policy-admins-AmazonEKSClusterAdminPolicy',
      'create-access-entry-ann',
      'create-access-entry-karpenter',
      'create-access-entry-nodes',
      'create-pod-identity-association-dns-dns',
      'create-addon-aws-ebs-csi-driver',
      'create-addon-vpc-cni',
      'create-nodegroup-general',
      'create-nodegroup-spot',
      'create-nodegroup-own',
      'create-auto-scaling-group-templated',
      'create-fargate-profile-serverless',
      'wait-fargate-profile-serverless',
      'create-capability-argocd',
      'create-capability-kro',
      'associate-identity-provider-config-company',
    ]);
  });

  it('turn logs off that are not wanted, and make no group where there are none', () => {
    const base = LEAST();
    const quiet = cliSteps(eksEnvironment({ ...base, controlPlane: { ...base.controlPlane, logs: [] } })).steps;
    expect(quiet.map(({ name }) => name)).not.toContain('create-log-group');
    expect(quiet[0]?.input).toMatchObject({
      logging: {
        clusterLogging: [
          { enabled: false, types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'] },
        ],
      },
    });
  });

  it('put an endpoint into one subnet of each zone', () => {
    const base = WHOLE();
    const more = [...base.network.subnets.private, { id: 'subnet-0000000000000002a', availabilityZone: 'eu-west-1a' }];
    const network = { ...base.network, subnets: { ...base.network.subnets, private: more } };
    expect(cliSteps(eksEnvironment({ ...base, network })).steps[0]?.input).toMatchObject({
      ServiceName: 'com.amazonaws.eu-west-1.ec2',
      SubnetIds: ['subnet-0000000000000001a', 'subnet-0000000000000001b'],
    });
  });

  it('say what no call is for', () => {
    const { oidcIssuer: _unknown, ...identity } = WHOLE().identity;
    expect(cliSteps(eksEnvironment({ ...WHOLE(), identity })).leftOut.map(({ setting }) => setting)).toEqual([
      'network.vpcEndpoints',
      'network.vpcEndpoints',
      'compute.selfManagedNodeGroups',
      'identity.oidcIssuer',
      'identity.awsAuth',
    ]);
  });
});

describe('what AWS takes and nobody means', () => {
  it('is told at its setting', () => {
    const base = WHOLE();
    const spot = { name: 'spot', instanceTypes: ['m7i.large'], capacityType: 'SPOT' as const, labels: {} };
    const labels = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, key]));
    const profiles = Array.from({ length: 11 }, (_, index) => ({
      name: `p${index}`,
      selectors: [{ namespace: 'jobs', labels: index === 0 ? labels : {} }],
    }));
    const { karpenterIamRole: _none, ...compute } = base.compute;
    const environment = eksEnvironment({
      ...base,
      controlPlane: {
        ...base.controlPlane,
        endpoints: { private: true, public: true, publicCidrs: [] },
        logs: ['api'],
        creatorIsAdmin: true,
      },
      compute: { ...compute, managedNodeGroups: [spot], fargateProfiles: profiles },
    });
    expect(clusterWarnings(environment).map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'controlPlane.endpoints.public: the whole internet reaches the API server of a production cluster, and only credentials keep it out.',
      'controlPlane.logs: the audit log is off: after an incident nobody can say who did what.',
      'controlPlane.creatorIsAdmin: the role that makes the cluster may do everything in it for ever, and stands in no list here.',
      'network.subnets.private: nodes stand in 2 zones: where one fails, the other has to hold everything.',
      'compute.managedNodeGroups.0.instanceTypes: spot buys Spot instances of m7i.large alone: when AWS takes them back, all go at once and none come.',
      'compute.fargateProfiles.0.selectors.0.labels: a selector of p0 has 6 labels; an account has room for 5 unless AWS raised its quota.',
      'compute.fargateProfiles: there are 11 Fargate profiles; a cluster has room for 10 unless AWS raised its quota.',
      'addOns.1.name: vpc-cni has no version: two clusters made on two days run two of them.',
      'identity.podIdentityAssociations: roles come by Pod Identity, and eks-pod-identity-agent is not among the add-ons: unless somebody else installs it, Pods get no credentials.',
      'compute.karpenter: the role of the nodes that Karpenter makes is not said, so that no access entry lets them in.',
    ]);
    const addOn = {
      name: 'coredns',
      version: 'v1.11.4-eksbuild.2',
      podIdentity: [],
      resolveConflicts: 'NONE' as const,
    };
    expect(clusterWarnings(eksEnvironment({ ...AUTO(), addOns: [addOn] })).map(({ message }) => message)).toContain(
      'Auto Mode runs coredns by itself, and there are no other nodes for the add-on: its Pods find none.',
    );
    expect(clusterWarnings(LEAST()).map(({ path }) => path.join('.'))).toEqual(['network.subnets.private']);
    const closed = eksEnvironment({
      ...LEAST(),
      network: { ...LEAST().network, private: true },
      controlPlane: {
        ...LEAST().controlPlane,
        endpoints: { private: true, public: true, publicCidrs: ['203.0.113.0/24'] },
      },
    });
    expect(clusterWarnings(closed).map(({ path, message }) => `${path.join('.')}: ${message}`)).toContain(
      'controlPlane.endpoints.public: nothing leads out of the network, and the API server answers the internet all the same.',
    );
  });
});
