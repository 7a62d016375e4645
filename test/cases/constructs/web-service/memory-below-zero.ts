import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', { image: 'app:1', port: 8080, resources: { cpu: '100m', memory: '-5Mi' } });
});
