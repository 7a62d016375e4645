import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', { image: 'app:1', port: 8080 }).mayRead({ configmaps: [''] });
});
