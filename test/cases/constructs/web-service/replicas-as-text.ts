import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', { image: 'a:1', port: 8080, replicas: '3' as 'external' });
});
