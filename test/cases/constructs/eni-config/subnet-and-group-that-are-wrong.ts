import { EniConfig } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new EniConfig(chart, 'eu-west-1a', { subnet: 'private-a', securityGroups: ['pods'] });
});
