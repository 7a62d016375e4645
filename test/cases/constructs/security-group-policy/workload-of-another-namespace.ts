import { inNamespace, SecurityGroupPolicy, Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const worker = new Worker(inNamespace(chart, 'orders'), 'worker', { image: 'example.com/app:1' });
  new SecurityGroupPolicy(chart, 'db', { pods: worker, securityGroups: ['clients'] });
});
