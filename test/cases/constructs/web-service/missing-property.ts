import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'web', { imge: 'example.com/web:1', ports: [{ name: 'http', containerprt: 8080 }] } as never);
});
