import { EniConfig } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new EniConfig(chart, 'eu-west-1a', { subnet: 'subnet-0123456789abcdef0' });
  },
  eksEnvironment({
    compute: { ...eksEnvironment().compute, managedNodeGroups: [], autoMode: true },
  }),
);
