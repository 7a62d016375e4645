import { SecurityGroupPolicy } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new SecurityGroupPolicy(chart, 'db', { pods: {}, serviceAccounts: {}, securityGroups: ['clients'] });
});
