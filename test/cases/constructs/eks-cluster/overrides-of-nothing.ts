import { EksCluster } from 'cdk8s-eks';
import { WHOLE } from '../../../support/everything/cluster';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new EksCluster(chart, 'cluster', {
    overrides: {
      nodeGroups: { sopt: { spec: {} } },
      fargateProfiles: { web: {} },
      addOns: { dns: {} },
      capabilities: { ack: {} },
    },
  });
}, WHOLE());
