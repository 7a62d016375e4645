import { BlueGreenBackend, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const blue = new WebService(chart, 'blue', { image: 'a/b:1', port: 8080 });
  new BlueGreenBackend(chart, 'landing', {
    blue,
    green: blue,
    greenPercent: '12.5',
    port: 'grpc',
    stickinessSeconds: 0,
  });
});
