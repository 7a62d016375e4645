import { hardened } from 'cdk8s-eks';
import { DaemonSet, Volume } from 'cdk8s-plus-28';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const agent = new DaemonSet(chart, 'agent', {
    hostNetwork: true,
    containers: [
      {
        image: 'example.com/agent:1',
        securityContext: { privileged: true, allowPrivilegeEscalation: true, ensureNonRoot: false, user: 0 },
      },
    ],
  });
  agent.addVolume(Volume.fromHostPath(chart, 'logs', 'logs', { path: '/var/log' }));
  hardened(agent);
});
