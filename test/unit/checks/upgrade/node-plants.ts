import type { NodeGroupFacts } from '../../../../src/model/facts';
import type { JsonObject } from '../../../../src/model/json';
import { type Plant, withFacts, withObjects } from './plant';
import { deployment, object } from './world';

const groups = (...nodeGroups: readonly Partial<NodeGroupFacts>[]) =>
  withFacts({ nodeGroups: nodeGroups.map((group) => ({ name: 'general', ...group })) });
const nodeClass = (spec: JsonObject) =>
  object('karpenter.k8s.aws/v1', 'EC2NodeClass', { spec }, { name: 'general', namespace: undefined });
const nodePool = (budget: JsonObject) =>
  object('karpenter.sh/v1', 'NodePool', { spec: { disruption: { budgets: [budget] } } }, { namespace: undefined });
const application = (chart: string, targetRevision: string) =>
  object('argoproj.io/v1alpha1', 'Application', { spec: { sources: [{ chart, targetRevision }] } });
const KARPENTER = 'unknown 1.34 Karpenter';

/** What readings, settings and objects tell of nodes, and of the controllers that make them. */
export const NODE_PLANTS: readonly Plant[] = [
  {
    what: 'nodes that go along',
    from: '1.33',
    to: '1.36',
    change: groups({ kubernetesVersion: '1.33', amiType: 'AL2023_x86_64_STANDARD' }),
    found: ['changes 1.36 node group general'],
  },
  {
    what: 'nodes that are too old on the way',
    from: '1.33',
    to: '1.37',
    change: groups({ kubernetesVersion: '1.32', amiType: 'AL2023_x86_64_STANDARD' }),
    found: ['blocks 1.36 node group general'],
  },
  {
    what: 'nodes whose version was not read',
    from: '1.33',
    to: '1.34',
    change: groups({}),
    found: ['unknown 1.34 node group general'],
  },
  {
    what: 'nodes of Amazon Linux 2 that go along',
    from: '1.33',
    to: '1.35',
    change: groups({ kubernetesVersion: '1.32', amiType: 'AL2_ARM_64' }),
    found: ['changes 1.34 node group general'],
  },
  {
    what: 'nodes of Amazon Linux 2 that do not',
    from: '1.33',
    to: '1.36',
    change: groups({ kubernetesVersion: '1.32', amiType: 'AL2_x86_64' }),
    found: ['blocks 1.36 node group general'],
  },
  {
    what: 'nodes of an image of one’s own',
    from: '1.34',
    to: '1.35',
    change: groups({ kubernetesVersion: '1.34', amiType: 'CUSTOM' }),
    found: ['changes 1.35 node group general', 'unknown 1.35 node group general'],
  },
  {
    what: 'kube-proxy that is too old on the way, and in the mode ipvs',
    from: '1.33',
    to: '1.36',
    change: (world) => {
      const offered = ['1.33', '1.34', '1.35', '1.36'].map((kubernetesVersion) => ({
        name: 'kube-proxy',
        kubernetesVersion,
        versions: ['v1.32.6-eksbuild.2'],
      }));
      const addOns = [{ name: 'kube-proxy', version: 'v1.32.6-eksbuild.2', configuration: { mode: 'ipvs' } }];
      return withFacts({ addOns, addOnVersions: offered })(world);
    },
    found: ['changes 1.35 add-on kube-proxy', 'blocks 1.36 add-on kube-proxy'],
  },
  {
    what: 'the mode ipvs in the settings',
    from: '1.34',
    to: '1.35',
    change: (world) => ({
      ...world,
      environment: {
        ...world.environment,
        addOns: [{ name: 'kube-proxy', podIdentity: [], resolveConflicts: 'NONE', configuration: 'mode: ipvs\n' }],
      },
    }),
    found: ['changes 1.35 add-on kube-proxy'],
  },
  {
    what: 'a release of images that the settings pin',
    from: '1.33',
    to: '1.34',
    change: (world) => {
      const { compute } = world.environment;
      const group = { name: 'general', instanceTypes: [], labels: {}, capacityType: 'ON_DEMAND' as const };
      const managedNodeGroups = [{ ...group, releaseVersion: '1.33.0-20260101' }];
      const environment = { ...world.environment, compute: { ...compute, managedNodeGroups } };
      return groups({ kubernetesVersion: '1.33' })({ ...world, environment });
    },
    found: ['changes 1.34 node group general', 'changes 1.34 node group general'],
  },
  {
    what: 'self-managed nodes',
    from: '1.33',
    to: '1.34',
    change: (world) => {
      const selfManagedNodeGroups = [{ name: 'batch', instanceTypes: [], labels: {} }];
      const compute = { ...world.environment.compute, selfManagedNodeGroups };
      return { ...world, environment: { ...world.environment, compute } };
    },
    found: ['unknown 1.34 self-managed node group batch'],
  },
  {
    what: 'profiles of Fargate',
    from: '1.33',
    to: '1.34',
    change: withFacts({ fargateProfiles: ['games', 'jobs'].map((name) => ({ name, selectors: [] })) }),
    found: ['changes 1.34 Fargate profiles games, jobs'],
  },
  {
    what: 'EKS Auto Mode',
    from: '1.33',
    to: '1.34',
    change: (world) => ({
      ...world,
      environment: { ...world.environment, compute: { ...world.environment.compute, autoMode: true } },
    }),
    found: ['changes 1.34 EKS Auto Mode'],
  },
  {
    what: 'a pinned image of Karpenter’s nodes that EKS has for the version',
    from: '1.33',
    to: '1.34',
    change: withObjects(nodeClass({ amiSelectorTerms: [{ alias: 'al2023@v20251112' }] })),
    found: [KARPENTER, 'changes 1.34 EC2NodeClass.karpenter.k8s.aws general'],
  },
  {
    what: 'a pinned image that is older than the version',
    from: '1.34',
    to: '1.35',
    change: withObjects(nodeClass({ amiSelectorTerms: [{ alias: 'al2023@v20251112' }] })),
    found: ['unknown 1.35 Karpenter', 'blocks 1.35 EC2NodeClass.karpenter.k8s.aws general'],
  },
  {
    what: 'a pinned image some days older than the offer of EKS, which may be one for it',
    from: '1.34',
    to: '1.35',
    change: withObjects(nodeClass({ amiSelectorTerms: [{ alias: 'al2023@v20260105' }] })),
    found: ['unknown 1.35 Karpenter', 'changes 1.35 EC2NodeClass.karpenter.k8s.aws general'],
  },
  {
    what: 'a pinned image that is older than the newest version of the calendar, for one that it lacks',
    from: '1.36',
    to: '1.37',
    change: withObjects(nodeClass({ amiSelectorTerms: [{ alias: 'al2023@v20260420' }] })),
    found: ['unknown 1.37 Karpenter', 'blocks 1.37 EC2NodeClass.karpenter.k8s.aws general'],
  },
  {
    what: 'a pinned image whose release says no day',
    from: '1.33',
    to: '1.34',
    change: withObjects(nodeClass({ amiSelectorTerms: [{ alias: 'bottlerocket@v1.20.4' }] })),
    found: [KARPENTER, 'unknown 1.34 EC2NodeClass.karpenter.k8s.aws general'],
  },
  {
    what: 'images of Amazon Linux 2 for Karpenter',
    from: '1.32',
    to: '1.34',
    change: withObjects(nodeClass({ amiFamily: 'AL2' }), nodeClass({ amiSelectorTerms: [{ alias: 'al2@latest' }] })),
    found: [
      'unknown 1.33 Karpenter',
      'blocks 1.33 EC2NodeClass.karpenter.k8s.aws general',
      'blocks 1.33 EC2NodeClass.karpenter.k8s.aws general',
    ],
  },
  {
    what: 'images that are selected by their id',
    from: '1.33',
    to: '1.34',
    change: withObjects(nodeClass({ amiFamily: 'AL2023', amiSelectorTerms: [{ id: 'ami-1' }] })),
    found: [KARPENTER, 'unknown 1.34 EC2NodeClass.karpenter.k8s.aws general'],
  },
  {
    what: 'flags that the kubelet does not know any more',
    from: '1.30',
    to: '1.35',
    change: withObjects(
      nodeClass({ userData: '--keep-terminated-pod-volumes=false --pod-infra-container-image=pause' }),
    ),
    found: [
      'unknown 1.31 Karpenter',
      'changes 1.31 EC2NodeClass.karpenter.k8s.aws general',
      'changes 1.35 EC2NodeClass.karpenter.k8s.aws general',
    ],
  },
  {
    what: 'budgets that let no node be replaced',
    from: '1.33',
    to: '1.34',
    change: withObjects(
      nodePool({ nodes: '0' }),
      nodePool({ nodes: '0%', reasons: ['Drifted'] }),
      nodePool({ nodes: '0', schedule: '0 8 * * 1-5', duration: '8h' }),
      nodePool({ nodes: '0', reasons: ['Underutilized'] }),
      nodePool({ nodes: '10%' }),
    ),
    found: [KARPENTER, 'changes 1.34 NodePool.karpenter.sh web', 'changes 1.34 NodePool.karpenter.sh web'],
  },
  {
    what: 'Karpenter that the settings name and nobody renders',
    from: '1.33',
    to: '1.34',
    change: (world) => ({
      ...world,
      environment: { ...world.environment, compute: { ...world.environment.compute, karpenter: true } },
    }),
    found: [KARPENTER],
  },
  {
    what: 'Karpenter that is too old for the second step, by its chart',
    from: '1.33',
    to: '1.36',
    change: withObjects(application('karpenter', '1.6.3'), application('podinfo', '1.0.0')),
    found: ['blocks 1.35 Application.argoproj.io shop/web'],
  },
  {
    what: 'Karpenter that is new enough',
    from: '1.33',
    to: '1.37',
    change: withObjects(
      deployment({}, { image: `public.ecr.aws/karpenter/controller:1.15.1@sha256:${'0'.repeat(64)}` }),
    ),
    found: [],
  },
  {
    what: 'Karpenter of a version that says nothing',
    from: '1.33',
    to: '1.34',
    change: withObjects(deployment({}, { image: 'public.ecr.aws/karpenter/controller:latest' })),
    found: ['unknown 1.34 Deployment shop/web'],
  },
  {
    what: 'a cluster autoscaler of the version before',
    from: '1.33',
    to: '1.34',
    change: withObjects(deployment({}, { image: 'registry.k8s.io/autoscaling/cluster-autoscaler:v1.33.2' })),
    found: ['changes 1.34 Deployment shop/web'],
  },
];
