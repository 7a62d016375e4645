import { NodeAgent } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new NodeAgent(chart, 'app', {
      image: 'example.com/agent:1',
      host: {
        reason: 'installs a tool on its node',
        paths: [
          { path: '/usr/share/agent', type: 'DirectoryOrCreate' },
          { path: '/usr', mountPath: '/host-usr', readOnly: false },
          { path: '/lib/modules' },
          { path: '/var/lib/agent', type: 'DirectoryOrCreate', readOnly: false },
        ],
      },
    });
  },
  eksEnvironment({ compute: { ...eksEnvironment().compute, autoMode: true, managedNodeGroups: [] } }),
);
