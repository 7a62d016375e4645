import { Ec2NodeClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new Ec2NodeClass(chart, 'general', {
    role: 'nodes',
    ami: 'al2023@latest',
    securityGroups: [{ name: 'nodes' }],
    kubelet: { kubeReserved: { gpu: '1' }, evictionHard: { 'bogus.signal': '5%' } },
  });
}, karpenter);
