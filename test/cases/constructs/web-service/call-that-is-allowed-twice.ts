import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  const api = new WebService(chart, 'api', { image: 'example.com/api:1', port: 8080 });
  api.allowFrom(web);
  web.allowTo(api);
});
