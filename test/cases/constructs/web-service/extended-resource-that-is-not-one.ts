import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', {
    image: 'example.com/app:1',
    port: 8080,
    resources: { cpu: '1', memory: '1Gi', extended: { gpu: 1, 'nvidia.com/gpu': 1.5, 'hugepages-2Mi': '1 Gi' } },
  });
});
