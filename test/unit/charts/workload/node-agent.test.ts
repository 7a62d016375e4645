import { NodeAgent, type NodeAgentProps } from 'cdk8s-eks';
import { PROFILE_METADATA } from '../../../../charts/workload/security';
import { at } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const agent = (props: Partial<NodeAgentProps> = {}) =>
  render((scope) => void new NodeAgent(scope, 'agent', { image: 'example.com/agent:1', ...props }))['DaemonSet agent'];

describe('NodeAgent', () => {
  it('runs on each node and reaches nothing of it', () => {
    const pod = at(agent(), 'spec', 'template', 'spec');
    expect(pod).toMatchObject({ securityContext: { runAsNonRoot: true, runAsUser: 65532 } });
    expect([at(pod, 'tolerations'), at(pod, 'hostNetwork'), at(pod, 'volumes')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reaches of its node what it is given, with a reason', () => {
    let made: NodeAgent | undefined;
    const set = render((scope) => {
      made = new NodeAgent(scope, 'agent', {
        image: 'example.com/agent:1',
        everyNode: true,
        tolerations: [{ key: 'a', operator: 'Exists' }],
        ports: [{ name: 'metrics', containerPort: 9100 }],
        host: {
          reason: 'reads all logs',
          network: true,
          pid: true,
          ipc: true,
          privileged: true,
          ports: { metrics: 9100 },
          paths: [
            { path: '/var/log', type: 'Directory' },
            { path: '/run/x.sock', mountPath: '/x.sock', readOnly: false, mountPropagation: 'HostToContainer' },
          ],
        },
      });
    })['DaemonSet agent'];
    expect(at(set, 'spec', 'template', 'spec')).toMatchObject({
      hostNetwork: true,
      hostPID: true,
      hostIPC: true,
      dnsPolicy: 'ClusterFirstWithHostNet',
      tolerations: [{ operator: 'Exists' }, { key: 'a', operator: 'Exists' }],
      volumes: [
        { name: 'host-var-log', hostPath: { path: '/var/log', type: 'Directory' } },
        { name: 'host-run-x-sock', hostPath: { path: '/run/x.sock' } },
      ],
      containers: [
        {
          ports: [{ name: 'metrics', containerPort: 9100, hostPort: 9100 }],
          securityContext: { privileged: true },
          volumeMounts: [
            { name: 'host-var-log', mountPath: '/var/log', readOnly: true },
            { name: 'host-run-x-sock', mountPath: '/x.sock', mountPropagation: 'HostToContainer' },
          ],
        },
      ],
    });
    expect(made?.node.metadata.filter(({ type }) => type === PROFILE_METADATA).map(({ data }) => data)).toEqual([
      { level: 'baseline', reason: 'reads all logs' },
    ]);
  });

  it('is updated as it is told', () => {
    expect(agent({ updateStrategy: 'OnDelete', minReadySeconds: 5, revisionHistoryLimit: 'none' })).toMatchObject({
      spec: { updateStrategy: { type: 'OnDelete' }, minReadySeconds: 5 },
    });
    expect(agent({ updateStrategy: { maxSurge: 1, maxUnavailable: '10%' } })).toMatchObject({
      spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '10%' } } },
    });
    expect(at(agent({ overrides: { daemonSet: { spec: { paused: 'x' } } } }), 'spec', 'paused')).toBe('x');
  });

  const notFargate = { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] };
  const affinityOf = (props: Partial<NodeAgentProps>) => at(agent(props), 'spec', 'template', 'spec', 'affinity');
  const required = (...nodeSelectorTerms: object[]) => ({
    nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } },
  });

  it('leaves nodes of Fargate out where it tolerates all taints', () => {
    expect(affinityOf({ everyNode: true })).toEqual(required({ matchExpressions: [notFargate] }));
    expect(affinityOf({ tolerations: [{ operator: 'Exists' }] })).toEqual(required({ matchExpressions: [notFargate] }));
    expect(affinityOf({ everyNode: false })).toBeUndefined();
  });

  it('leaves them out of each term of its own affinity, and keeps the rest of it', () => {
    const ssd = { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] };
    const fields = [{ key: 'metadata.name', operator: 'In', values: ['a'] }];
    const preferred = [{ weight: 1, preference: { matchExpressions: [ssd] } }];
    const { nodeAffinity } = required({ matchExpressions: [ssd] }, { matchFields: fields }, {});
    const affinity = { nodeAffinity: { ...nodeAffinity, preferredDuringSchedulingIgnoredDuringExecution: preferred } };
    const { nodeAffinity: joined } = required(
      { matchExpressions: [ssd, notFargate] },
      { matchFields: fields, matchExpressions: [notFargate] },
      {},
    );
    expect(affinityOf({ everyNode: true, affinity })).toEqual({
      nodeAffinity: { ...joined, preferredDuringSchedulingIgnoredDuringExecution: preferred },
    });
  });

  it('writes nothing where its nodes are others anyway, and where there is no profile', () => {
    expect(affinityOf({ everyNode: true, runOn: { nodeGroup: 'general' } })).toBeUndefined();
    expect(affinityOf({ everyNode: true, nodeSelector: { disk: 'ssd' } })).toBeUndefined();
    const environment = eksEnvironment({ compute: { ...eksEnvironment().compute, fargateProfiles: [] } });
    const made = render(
      (chart) => void new NodeAgent(chart, 'agent', { image: 'example.com/agent:1', everyNode: true }),
      environment,
    );
    expect(at(made['DaemonSet agent'], 'spec', 'template', 'spec', 'affinity')).toBeUndefined();
  });
});
