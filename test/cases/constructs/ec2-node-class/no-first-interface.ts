import { Ec2NodeClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new Ec2NodeClass(chart, 'general', {
    role: 'nodes',
    ami: 'al2023@latest',
    securityGroups: [{ name: 'nodes' }],
    networkInterfaces: [{ networkCardIndex: 1, deviceIndex: 0, interfaceType: 'interface' }],
  });
}, karpenter);
