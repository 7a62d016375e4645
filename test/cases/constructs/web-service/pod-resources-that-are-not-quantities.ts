import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', {
    image: 'example.com/app:1',
    port: 8080,
    // @ts-expect-error the compiler says it first
    podResources: { cpu: 'two', memoryLimit: '1 Gi' },
  });
});
