import * as v from 'valibot';
import { FACTS_CALLS } from '../../../src/knowledge/aws/facts-calls';
import { COMMANDS } from '../../../src/live/sdk';
import { factsSchema } from '../../../src/load/settings/facts-schema';
import { callOf, eksOf } from '../../support/eks-cluster';
import { fault } from '../../support/eks-server';
import { ARN, WHOLE } from '../../support/eks-whole-cluster';
import { read } from './recorded';

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

describe('reading a cluster with some of everything', () => {
  let whole: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    whole = await read(eksOf(WHOLE));
  });

  it('makes each call that the table names, and no other', () => {
    const made = new Set(whole.calls.map((url) => callOf(url)?.call));
    expect([...made].sort()).toEqual(Object.keys(FACTS_CALLS).sort());
    expect(Object.keys(COMMANDS).sort()).toEqual(Object.keys(FACTS_CALLS).sort());
  });

  it('writes what the schema reads again', () => {
    const again = JSON.parse(JSON.stringify(whole.facts));
    expect(v.safeParse(factsSchema, again).issues).toBeUndefined();
    expect(again).toEqual(whole.facts);
  });

  it('writes neither times, ids of requests, tags, certificates nor secrets', () => {
    const text = JSON.stringify(whole.facts);
    expect(text).not.toMatch(/never-written|createdAt|modifiedAt|1795000000|lastRequest|NumberOfRequests|"77"/);
  });

  it('writes the cluster', () => {
    expect(whole.facts.cluster).toEqual({
      arn: ARN,
      kubernetesVersion: '1.34',
      platformVersion: 'eks.9',
      status: 'UPDATING',
      endpoint: 'https://ABC.gr7.eu-west-1.eks.amazonaws.com',
      endpointPublicAccess: true,
      endpointPrivateAccess: true,
      publicAccessCidrs: ['198.51.100.0/24', '203.0.113.0/24'],
      oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
      roleArn: role('cluster'),
      vpcId: 'vpc-0123456789abcdef0',
      subnetIds: ['subnet-0000000000000001a', 'subnet-0000000000000001b'],
      securityGroupIds: ['sg-00000000000000009'],
      clusterSecurityGroupId: 'sg-00000000000000001',
      ipFamily: 'ipv4',
      serviceIpv4Cidr: '172.20.0.0/16',
      logging: ['api', 'audit'],
      encryptionKeyArns: ['arn:aws:kms:eu-west-1:111122223333:key/11111111-2222'],
      authenticationMode: 'API',
      autoMode: false,
      autoModePools: [],
      autoModeStorage: false,
      autoModeLoadBalancing: false,
      supportType: 'STANDARD',
      zonalShift: true,
      deletionProtection: true,
      controlPlaneTier: 'standard',
      remoteNodeCidrs: ['10.80.0.0/16'],
      healthIssues: [{ code: 'KmsKeyNotFound', message: 'the key is gone' }],
    });
  });

  it('writes node groups with how they are updated, and what EKS says is wrong', () => {
    expect(whole.facts.nodeGroups?.map(({ name }) => name)).toEqual(['general', 'spot']);
    expect(whole.facts.nodeGroups?.[1]).toEqual({
      name: 'spot',
      status: 'UPDATING',
      kubernetesVersion: '1.34',
      releaseVersion: '1.34.2-20261101',
      amiType: 'AL2023_x86_64_STANDARD',
      capacityType: 'SPOT',
      instanceTypes: ['m7i.large'],
      labels: { pool: 'spot' },
      taints: [{ key: 'spot', value: 'true', effect: 'NO_SCHEDULE' }],
      minSize: 1,
      maxSize: 3,
      subnetIds: ['subnet-0000000000000001a', 'subnet-0000000000000001b'],
      nodeRoleArn: role('nodes'),
      diskSize: 20,
      launchTemplate: 'lt-1 3',
      maxUnavailable: '33%',
      nodeRepair: true,
      healthIssues: [{ code: 'AsgInstanceLaunchFailures', message: 'no capacity' }],
    });
  });

  it('writes add-ons with what they are configured with, without values that are secret, and the versions that fit', () => {
    expect(whole.facts.addOns?.[0]).toEqual({
      name: 'aws-ebs-csi-driver',
      version: 'v1.20.4-eksbuild.2',
      status: 'ACTIVE',
      roleArn: role('aws-ebs-csi-driver'),
      podIdentityAssociations: ['a-2'],
      namespace: 'kube-system',
      configuration: {
        enableNetworkPolicy: 'true',
        env: [{ name: 'API_TOKEN', value: '(not written: its key sounds like a secret)' }],
      },
    });
    const versions = ['v1.19.0-eksbuild.1', 'v1.20.4-eksbuild.2'];
    const fits = (name: string, kubernetesVersion: string) => ({
      name,
      kubernetesVersion,
      default: 'v1.19.0-eksbuild.1',
      versions,
    });
    expect(whole.facts.addOnVersions).toEqual([
      fits('aws-ebs-csi-driver', '1.34'),
      fits('aws-ebs-csi-driver', '1.35'),
      fits('vpc-cni', '1.34'),
      fits('vpc-cni', '1.35'),
    ]);
  });

  it('writes who gets in', () => {
    const { accessEntries, podIdentityAssociations, identityProviders } = whole.facts;
    const entry = { type: 'STANDARD', username: 'someone', kubernetesGroups: ['developers', 'viewers'] };
    expect({ accessEntries, podIdentityAssociations, identityProviders }).toEqual({
      accessEntries: [
        {
          principalArn: role('admins'),
          ...entry,
          accessPolicies: [
            {
              policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
              scope: 'namespace',
              namespaces: ['batch', 'shop'],
            },
          ],
        },
        { principalArn: role('team/developers'), ...entry },
      ],
      podIdentityAssociations: ['carts', 'orders'].map((serviceAccount) => ({
        namespace: 'shop',
        serviceAccount,
        roleArn: role('carts'),
        disableSessionTags: false,
      })),
      identityProviders: [
        {
          type: 'oidc',
          name: 'company',
          issuerUrl: 'https://login.example.com',
          usernameClaim: 'email',
          usernamePrefix: 'oidc:',
          groupsClaim: 'groups',
          groupsPrefix: 'oidc:',
          status: 'ACTIVE',
        },
      ],
    });
  });

  it('writes what EKS reports, its capabilities, updates in progress and how long versions are supported', () => {
    const { insights, capabilities, updates, clusterVersions } = whole.facts;
    expect({ insights, capabilities, updates, clusterVersions }).toEqual({
      insights: [
        { name: 'Cluster health issues', category: 'MISCONFIGURATION', kubernetesVersion: '1.35', status: 'PASSING' },
        {
          name: 'Deprecated APIs removed in Kubernetes v1.35',
          category: 'UPGRADE_READINESS',
          kubernetesVersion: '1.35',
          status: 'ERROR',
          reason: 'ERROR because',
          deprecations: [
            {
              usage: '/apis/a/v1beta1/b',
              replacedWith: '/apis/a/v1/b',
              stopServingVersion: '1.35',
              clients: ['old-client/1'],
            },
          ],
          resources: ['/apis/a/v1beta1/b'],
          addOns: [{ name: 'vpc-cni', versions: ['v1', 'v2'] }],
        },
      ],
      capabilities: [
        {
          name: 'argocd',
          type: 'ARGOCD',
          status: 'ACTIVE',
          version: '3.2',
          roleArn: role('argocd'),
          namespace: 'argocd',
          serverUrl: 'https://argocd.example.com',
        },
      ],
      updates: [
        { of: 'cluster', type: 'ConfigUpdate' },
        { of: 'node group spot', type: 'ConfigUpdate' },
      ],
      clusterVersions: [
        {
          version: '1.34',
          status: 'STANDARD_SUPPORT',
          endOfStandardSupport: '2026-12-02',
          endOfExtendedSupport: '2027-12-02',
        },
        {
          version: '1.35',
          status: 'STANDARD_SUPPORT',
          endOfStandardSupport: '2027-01-01',
          endOfExtendedSupport: '2028-01-01',
        },
      ],
    });
  });

  it('does not ask a cluster of aws-auth alone for access entries, which EKS refuses', async () => {
    const { facts, calls } = await read((path, response) => {
      if (callOf(path)?.call === 'ListAccessEntries') return fault(response, 400, 'InvalidRequestException');
      return eksOf({ ...WHOLE, DescribeCluster: mapped })(path, response);
    });
    expect([facts.accessEntries, calls.filter((url) => url.includes('access-entries'))]).toEqual([[], []]);
  });
});

const mapped = () => ({
  cluster: { name: 'test-cluster', arn: ARN, version: '1.34', accessConfig: { authenticationMode: 'CONFIG_MAP' } },
});
