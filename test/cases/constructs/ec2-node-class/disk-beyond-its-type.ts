import { Ec2NodeClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new Ec2NodeClass(chart, 'general', {
    role: 'nodes',
    ami: 'al2023@latest',
    securityGroups: [{ name: 'nodes' }],
    blockDevices: [{ deviceName: '/dev/xvda', ebs: { volumeSize: '100Gi', iops: 100, throughput: 5000 } }],
  });
}, karpenter);
