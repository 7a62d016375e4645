import { SecurityGroupPolicy } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const securityGroups = Array.from({ length: 16 }, (_, index) => `sg-000000000000000${10 + index}`);

export default mistake((chart) => {
  new SecurityGroupPolicy(chart, 'db', { pods: 'all', securityGroups });
});
