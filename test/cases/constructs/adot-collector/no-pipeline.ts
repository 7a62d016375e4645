import { AdotCollector } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new AdotCollector(chart, 'collector', {
    image: 'example.com/collector:1',
    iamRole: 'carts',
  });
});
