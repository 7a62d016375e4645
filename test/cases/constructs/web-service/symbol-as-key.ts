import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const team = Symbol('team');

export default mistake((chart) => {
  new WebService(chart, 'web', {
    image: 'example.com/web:1.0',
    port: 8080,
    podLabels: { [team]: 'payments' },
  } as never);
});
