/** What the compiler refuses of nodes, and of where Pods run. */
import type { BlockDevice, Ec2NodeClassProps, NodePoolProps, PriorityClassProps, RunOn } from 'cdk8s-eks';

export const right: NodePoolProps = {
  requirements: { architecture: ['arm64'], instanceCpu: { gt: 4, lte: 64 }, labels: { team: { exists: true } } },
  expireAfter: '1h30m',
  disruption: { budgets: [{ nodes: '10%' }, { nodes: 0, schedule: '@daily', duration: '8h' }] },
};
export const rightClass: Ec2NodeClassProps = { ami: 'al2023@latest', securityGroups: [] };

// @ts-expect-error the word of node groups' settings
export const capacity: RunOn = { capacity: 'SPOT' };
// @ts-expect-error Kubernetes says arm64
export const architecture: RunOn = { architecture: 'arm' };
// @ts-expect-error how many
export const noCount: RunOn = { gpu: { kind: 'nvidia' } };
// @ts-expect-error of which kind
export const noKind: RunOn = { gpu: { count: 1 } };
// @ts-expect-error a maker whose devices nobody knows here
export const otherKind: RunOn = { gpu: { count: 1, kind: 'habana' } };
// @ts-expect-error a pool by its construct or name, not by anything with a name
export const otherPool: RunOn = { pool: { name: 'gpu' } };
// @ts-expect-error one zone is a list too
export const oneZone: RunOn = { zones: 'eu-west-1a' };
// @ts-expect-error wherever they fit is to leave it out
export const notHybrid: RunOn = { hybrid: false };

// @ts-expect-error kernels call it so, Kubernetes amd64
export const x86: NodePoolProps = { requirements: { architecture: ['x86_64'] } };
// @ts-expect-error reserved is one of three
export const reserved: NodePoolProps = { requirements: { capacityType: ['reservation'] } };
// @ts-expect-error a number is not text
export const cpuText: NodePoolProps = { requirements: { instanceCpu: ['4'] } };
// @ts-expect-error Go has no unit for days
export const days: NodePoolProps = { expireAfter: '30d' };
// @ts-expect-error nodes drain for a time, not for ever: that is to leave it out
export const forEver: NodePoolProps = { terminationGracePeriod: 'Never' };
// @ts-expect-error the spelling of the EKS API
export const effect: NodePoolProps = { taints: [{ key: 'a', effect: 'NO_SCHEDULE' }] };
// @ts-expect-error a share has its sign
export const share: NodePoolProps = { disruption: { budgets: [{ nodes: '10' }] } };
// @ts-expect-error budgets last hours and minutes
export const seconds: NodePoolProps = { disruption: { budgets: [{ nodes: 1, schedule: '@daily', duration: '30s' }] } };
// @ts-expect-error the older word
export const policy: NodePoolProps = { disruption: { consolidationPolicy: 'WhenUnderutilized' } };
// @ts-expect-error an alias has its version
export const alias: Ec2NodeClassProps = { ami: 'al2023', securityGroups: [] };
// @ts-expect-error a size has its unit
export const size: BlockDevice = { deviceName: '/dev/xvda', ebs: { volumeSize: '100' } };
// @ts-expect-error what the Pods matter is a number
export const priority: PriorityClassProps = { value: 'high' };
