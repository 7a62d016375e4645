import { AutoModeNodeClass, Ec2NodeClass, PriorityClass } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { kubernetesEnvironment } from '../../../support/environment';
import { autoMode, karpenter } from '../../../support/node-makers';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const subnets = [{ id: 'subnet-0000000000000001a' }, { id: 'subnet-0000000000000001b' }];

describe('Ec2NodeClass', () => {
  it('takes the private subnets of the environment by default', () => {
    const made = render(
      (scope) =>
        new Ec2NodeClass(scope, 'general', {
          role: 'nodes',
          ami: 'al2023@v20251112',
          securityGroups: [{ tags: { 'karpenter.sh/discovery': 'test' } }],
        }),
      karpenter,
    );
    expect(made).toEqual({
      'EC2NodeClass general': {
        apiVersion: 'karpenter.k8s.aws/v1',
        kind: 'EC2NodeClass',
        metadata: { name: 'general', labels },
        spec: {
          role: 'nodes',
          amiSelectorTerms: [{ alias: 'al2023@v20251112' }],
          subnetSelectorTerms: subnets,
          securityGroupSelectorTerms: [{ tags: { 'karpenter.sh/discovery': 'test' } }],
        },
      },
    });
  });

  it('writes everything that is set; disks are encrypted', () => {
    const kubelet = {
      maxPods: 100,
      evictionSoft: { 'memory.available': '5%' },
      evictionSoftGracePeriod: { 'memory.available': '1m' },
    };
    const networkInterfaces = [
      { networkCardIndex: 0, deviceIndex: 0, interfaceType: 'interface' },
      { networkCardIndex: 0, deviceIndex: 1, interfaceType: 'efa-only' },
    ] as const;
    const rest = {
      instanceProfile: 'profile',
      amiFamily: 'Bottlerocket',
      instanceStorePolicy: 'RAID0',
      kubelet,
      metadataOptions: { httpPutResponseHopLimit: 2 },
      networkInterfaces,
      connectionTracking: { udpTimeout: 30 },
      cpuOptions: { nestedVirtualization: 'enabled' },
      associatePublicIPAddress: false,
      ipPrefixCount: 1,
      detailedMonitoring: true,
      userData: '[settings]',
      tags: { team: 'ml' },
    } as const;
    const made = render(
      (scope) =>
        new Ec2NodeClass(scope, 'id', {
          name: 'gpu',
          ami: [{ id: 'ami-0123456789abcdef0' }, { name: 'own-*', owner: 'self', tags: { use: '*' } }],
          subnets: [{ tags: { use: 'gpu' } }],
          securityGroups: [{ id: 'sg-0123456789abcdef0' }, { name: 'nodes' }],
          capacityReservations: [
            { id: 'cr-0123456789abcdef0' },
            { ownerID: '111122223333', instanceMatchCriteria: 'open' },
          ],
          placementGroup: { name: 'near' },
          blockDevices: [{ deviceName: '/dev/xvda', ebs: { volumeSize: '100Gi' }, rootVolume: true }],
          ...rest,
          overrides: { nodeClass: { spec: { context: 'abc' } } },
        }),
      karpenter,
    );
    expect(at(made['EC2NodeClass gpu'], 'spec')).toEqual({
      amiSelectorTerms: [{ id: 'ami-0123456789abcdef0' }, { name: 'own-*', owner: 'self', tags: { use: '*' } }],
      subnetSelectorTerms: [{ tags: { use: 'gpu' } }],
      securityGroupSelectorTerms: [{ id: 'sg-0123456789abcdef0' }, { name: 'nodes' }],
      capacityReservationSelectorTerms: [
        { id: 'cr-0123456789abcdef0' },
        { ownerID: '111122223333', instanceMatchCriteria: 'open' },
      ],
      placementGroupSelector: { name: 'near' },
      blockDeviceMappings: [
        { deviceName: '/dev/xvda', ebs: { encrypted: true, volumeSize: '100Gi' }, rootVolume: true },
      ],
      context: 'abc',
      ...rest,
    });
  });
});

describe('AutoModeNodeClass', () => {
  it('takes the private subnets of the environment by default', () => {
    const made = render(
      (scope) => new AutoModeNodeClass(scope, 'own', { role: 'nodes', securityGroups: [{ name: 'nodes' }] }),
      autoMode,
    );
    expect(made).toEqual({
      'NodeClass own': {
        apiVersion: 'eks.amazonaws.com/v1',
        kind: 'NodeClass',
        metadata: { name: 'own', labels },
        spec: { role: 'nodes', subnetSelectorTerms: subnets, securityGroupSelectorTerms: [{ name: 'nodes' }] },
      },
    });
  });

  it('writes everything that is set', () => {
    const rest = {
      ephemeralStorage: { size: '160Gi', iops: 4000, throughput: 1000 },
      networkPolicy: 'DefaultDeny',
      networkPolicyEventLogs: 'Enabled',
      snatPolicy: 'Disabled',
      tags: { team: 'ml' },
    } as const;
    const made = render(
      (scope) =>
        new AutoModeNodeClass(scope, 'id', {
          name: 'own',
          role: 'nodes',
          subnets: [{ tags: { use: '*' } }],
          securityGroups: [{ id: 'sg-0123456789abcdef0' }],
          ...rest,
          overrides: { nodeClass: { spec: { snatPolicy: null } } },
        }),
      autoMode,
    );
    const { snatPolicy: _, ...left } = rest;
    expect(at(made['NodeClass own'], 'spec')).toEqual({
      role: 'nodes',
      subnetSelectorTerms: [{ tags: { use: '*' } }],
      securityGroupSelectorTerms: [{ id: 'sg-0123456789abcdef0' }],
      ...left,
    });
  });
});

it('classes of nodes render nothing on a plain cluster', () => {
  const made = render((scope) => {
    new Ec2NodeClass(scope, 'a', { role: 'n', ami: 'al2023@latest', securityGroups: [] });
    new AutoModeNodeClass(scope, 'b', { role: 'n', securityGroups: [] });
  }, kubernetesEnvironment());
  expect(made).toEqual({});
});

describe('PriorityClass', () => {
  it('has a value, and what else is said', () => {
    const made = render((scope) => {
      new PriorityClass(scope, 'batch', { value: -100 });
      new PriorityClass(scope, 'id', {
        name: 'web',
        value: 1000,
        isDefault: true,
        description: 'for users',
        preemptionPolicy: 'Never',
        overrides: { priorityClass: { description: 'for people' } },
      });
    });
    const head = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass' };
    expect(made).toEqual({
      'PriorityClass batch': { ...head, metadata: { name: 'batch', labels }, value: -100 },
      'PriorityClass web': {
        ...head,
        metadata: { name: 'web', labels },
        value: 1000,
        globalDefault: true,
        description: 'for people',
        preemptionPolicy: 'Never',
      },
    });
  });
});
