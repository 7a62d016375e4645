import { allowFrom, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

/** The Service's port, a name in a slip, and another protocol. */
export default mistake((chart) => {
  const web = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  allowFrom(chart, 'monitoring-to-web', {
    from: { namespace: 'monitoring' },
    to: web,
    ports: [80, 'htpp', { port: 8080, protocol: 'UDP' }, { port: 9000, endPort: 9100 }],
  });
});
