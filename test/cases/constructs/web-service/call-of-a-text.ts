import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 }).allowTo('database' as never);
});
