import { EniConfig } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new EniConfig(chart, 'eu-west-1a', { subnet: 'subnet-0000000000000001b' });
});
