import { NodeAgent, type NodeAgentProps } from 'cdk8s-eks';
import { PROFILE_METADATA } from '../../../../charts/workload/security';
import { at } from '../../../../src/model/json';
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
});
