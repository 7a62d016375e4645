import { NlbService, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const ports = [
    { name: 'http', containerPort: 8080 },
    { name: 'tls', containerPort: 8443 },
    { name: 'dns', containerPort: 5353, protocol: 'UDP' },
  ] as const;
  const backend = new WebService(chart, 'web', { image: 'example.com/web:1', ports });
  new NlbService(chart, 'edge', { backend, tls: {}, listeners: { http: {}, tls: {}, dns: {} } });
});
