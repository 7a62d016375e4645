import { EksCluster } from 'cdk8s-eks';
import { RULES } from '../../../../src/checks/registry';
import type { JsonObject } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { AUTO, LEAST, WHOLE } from '../../../support/everything/cluster';
import { render } from '../../../support/render';
import { saidBy } from '../../../support/schemas';

const made = (environment = WHOLE(), props: ConstructorParameters<typeof EksCluster>[2] = {}) =>
  render((chart) => void new EksCluster(chart, 'cluster', props), environment);

const annotations = (object: JsonObject | undefined) =>
  (object?.['metadata'] as JsonObject | undefined)?.['annotations'];
const specOf = (object: JsonObject | undefined) => object?.['spec'];

/** What the server and ACK refuse; what an environment has beside the cluster is for other rules. */
const JUDGES = ['k8s/valid-schema', 'eks/valid-access-entry', 'eks/valid-fargate-profile'];

describe('EksCluster', () => {
  it('makes an object of each part that is described', () => {
    expect(Object.keys(made()).sort()).toEqual([
      'AccessEntry test-cluster-admins',
      'AccessEntry test-cluster-eks-karpenter',
      'AccessEntry test-cluster-eks-nodes',
      'AccessEntry test-cluster-user-staff-ann',
      'Addon test-cluster-aws-ebs-csi-driver',
      'Addon test-cluster-vpc-cni',
      'Capability test-cluster-argocd',
      'Capability test-cluster-kro',
      'Cluster test-cluster',
      'FargateProfile test-cluster-serverless',
      'IdentityProviderConfig test-cluster-company',
      'Nodegroup test-cluster-general',
      'Nodegroup test-cluster-own',
      'Nodegroup test-cluster-spot',
      'PodIdentityAssociation test-cluster-dns-dns',
    ]);
  });

  it.each([
    ['everything', WHOLE],
    ['as little as EKS takes', LEAST],
    ['Auto Mode', AUTO],
  ])('is what the definitions of ACK take, and EKS does not refuse: %s', (_what, environmentOf) => {
    const objects = Object.values(made(environmentOf()));
    const judges = RULES.filter(({ id }) => JUDGES.includes(id));
    expect(judges).toHaveLength(JUDGES.length);
    expect(judges.flatMap((rule) => saidBy(rule, objects, '1.34', environmentOf()))).toEqual([]);
  });

  it('spells the control plane as ACK does', () => {
    expect(specOf(made()['Cluster test-cluster'])).toEqual({
      accessConfig: { authenticationMode: 'API_AND_CONFIG_MAP', bootstrapClusterCreatorAdminPermissions: false },
      bootstrapSelfManagedAddons: true,
      controlPlaneScalingConfig: { tier: 'tier-xl' },
      deletionProtection: true,
      encryptionConfig: [
        {
          provider: { keyARN: 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-666666666666' },
          resources: ['secrets'],
        },
      ],
      kubernetesNetworkConfig: { ipFamily: 'ipv4', serviceIPv4CIDR: '172.20.0.0/16' },
      logging: {
        clusterLogging: [{ enabled: true, types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'] }],
      },
      name: 'test-cluster',
      remoteNetworkConfig: {
        remoteNodeNetworks: [{ cidrs: ['192.168.0.0/24'] }],
        remotePodNetworks: [{ cidrs: ['192.168.128.0/20'] }],
      },
      resourcesVPCConfig: {
        endpointPrivateAccess: true,
        endpointPublicAccess: true,
        publicAccessCIDRs: ['203.0.113.0/24'],
        securityGroupIDs: ['sg-00000000000000002'],
        subnetIDs: ['subnet-0000000000000001a', 'subnet-0000000000000001b'],
      },
      roleARN: 'arn:aws:iam::111122223333:role/eks/cluster',
      tags: { team: 'platform' },
      upgradePolicy: { supportType: 'EXTENDED' },
      version: '1.34',
      zonalShiftConfig: { enabled: true },
    });
  });

  it('keeps everything in AWS when an object is deleted, unless that is said with a reason', () => {
    const kept = Object.values(made()).map(annotations);
    expect(new Set(kept.map((one) => JSON.stringify(one)))).toEqual(
      new Set(['{"services.k8s.aws/deletion-policy":"retain"}']),
    );
    const dropped = made(WHOLE(), { deletionPolicy: 'delete', reason: 'a cluster for an afternoon' });
    expect(annotations(dropped['Cluster test-cluster'])).toEqual({ 'services.k8s.aws/deletion-policy': 'delete' });
  });

  it('takes over what is there where it is told to, by what finds it in AWS', () => {
    const objects = made(WHOLE(), { adopt: true });
    expect(annotations(objects['Nodegroup test-cluster-spot'])).toEqual({
      'services.k8s.aws/adoption-fields': '{"clusterName":"test-cluster","name":"spot"}',
      'services.k8s.aws/adoption-policy': 'adopt-or-create',
      'services.k8s.aws/deletion-policy': 'retain',
    });
    // Only AWS knows the id of an association.
    expect(annotations(objects['PodIdentityAssociation test-cluster-dns-dns'])).toEqual({
      'services.k8s.aws/deletion-policy': 'retain',
    });
  });

  it('changes single fields of a part by its name', () => {
    const overrides = { nodeGroups: { spot: { spec: { version: '1.34' } } } };
    expect(specOf(made(WHOLE(), { overrides })['Nodegroup test-cluster-spot'])).toMatchObject({ version: '1.34' });
  });

  it('describes the cluster of another environment, for an app of a management cluster', () => {
    const objects = made(kubernetesEnvironment() as never, { of: LEAST() });
    expect(Object.keys(objects)).toEqual(['Cluster test-cluster']);
  });

  it('is judged as of the other cluster: its groups and ServiceAccounts are there', () => {
    const here = eksEnvironment({ clusterName: 'management' });
    const objects = Object.values(made(here, { of: WHOLE() }));
    const judges = RULES.filter(({ id }) => /^eks\/(no-missing-access-entry|valid-pod-identity)$/.test(id));
    expect(judges.flatMap((rule) => saidBy(rule, objects, '1.34', here))).toEqual([]);
    const own = judges.flatMap((rule) => saidBy(rule, objects, '1.34', WHOLE()));
    expect(own.map((text) => text.split(':')[0])).toEqual([
      'spec.kubernetesGroups[0]',
      'spec.kubernetesGroups[0]',
      'spec.serviceAccount',
    ]);
  });

  it('makes nothing of a plain cluster', () => {
    expect(made(kubernetesEnvironment() as never)).toEqual({});
  });

  it('says what ACK does not make', () => {
    let leftOut: EksCluster['leftOut'] = [];
    render((chart) => {
      leftOut = new EksCluster(chart, 'cluster').leftOut;
    }, WHOLE());
    expect(leftOut.map(({ setting, why }) => `${setting}: ${why.split(':')[0]}`)).toEqual([
      'compute.managedNodeGroups[].repair: general, spot and own',
      'compute.selfManagedNodeGroups: legacy and templated',
      'addOns[].namespace: aws-ebs-csi-driver',
      'network.vpcEndpoints: ec2, ecr.api and s3',
      'identity.awsAuth: bob',
      'controlPlane.logRetentionDays: api, audit, authenticator, controllerManager and scheduler',
    ]);
  });
});
