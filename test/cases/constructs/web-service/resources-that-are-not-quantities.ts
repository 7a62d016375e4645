import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', {
    image: 'example.com/app:1',
    port: 8080,
    // @ts-expect-error the compiler says it first
    resources: { cpu: '1,5', memory: '512MB', ephemeralStorage: '1K' },
  });
});
