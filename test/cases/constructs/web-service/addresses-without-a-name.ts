import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  web.allowTo({ cidrs: ['203.0.113.0/24'] }, { ports: [443] });
});
