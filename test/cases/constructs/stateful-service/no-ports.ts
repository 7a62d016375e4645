import { StatefulService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new StatefulService(chart, 'app', { image: 'example.com/app:1', ports: [] });
});
