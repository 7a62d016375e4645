import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'web', { image: 'Bad Image', port: 8080, replica: 3, readyness: { http: '/x' } } as never);
});
