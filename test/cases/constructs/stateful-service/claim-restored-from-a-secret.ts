import { StatefulService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new StatefulService(chart, 'app', {
    image: 'example.com/app:1',
    ports: [{ name: 'amqp', containerPort: 5672 }],
    claims: [{ name: 'data', size: '1Gi', storageClass: 'gp3', restoreFrom: { kind: 'Secret', name: 'data' } }],
    mounts: [{ path: '/data', claimTemplate: 'data' }],
  });
});
