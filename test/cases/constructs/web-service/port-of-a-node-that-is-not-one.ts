import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', {
    image: 'example.com/app:1',
    ports: [{ name: 'http', containerPort: 8080, nodePort: 80 }],
  });
});
