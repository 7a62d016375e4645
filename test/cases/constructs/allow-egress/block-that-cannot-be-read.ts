import { allowEgress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  allowEgress(chart, 'to-aws', {
    from: { namespace: 'shop' },
    to: { cidrs: ['0.0.0.0/0'], except: ['169.254.169.254'] },
  });
});
