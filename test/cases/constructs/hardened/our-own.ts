import { hardened, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  hardened(new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 }) as never);
});
