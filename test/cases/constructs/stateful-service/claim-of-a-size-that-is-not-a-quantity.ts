import { StatefulService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new StatefulService(chart, 'app', {
    image: 'example.com/app:1',
    ports: [{ name: 'amqp', containerPort: 5672 }],
    // @ts-expect-error the compiler says it first
    claims: [{ name: 'data', size: '10GB', storageClass: 'gp3' }],
    mounts: [{ path: '/data', claimTemplate: 'data' }],
  });
});
