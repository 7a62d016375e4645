import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new WebService(chart, 'app', { image: 'example.com/app:1', port: 8080, resources: { cpu: '1', memory: '128m' } });
});
