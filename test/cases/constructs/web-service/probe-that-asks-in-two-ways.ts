import { type ProbeInput, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const probe = { http: '/live', tcp: 8080 } as unknown as ProbeInput;
  new WebService(chart, 'app', { image: 'example.com/app:1', port: 8080, liveness: probe });
});
