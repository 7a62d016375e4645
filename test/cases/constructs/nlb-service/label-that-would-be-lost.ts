import { NlbService, Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const backend = new Worker(chart, 'web', {
    image: 'example.com/app:1',
    ports: [{ name: 'http', containerPort: 8080 }],
  });
  new NlbService(chart, 'edge', { backend, labels: JSON.parse('{"__proto__":"a","team":"web"}') });
});
