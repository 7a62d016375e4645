import { EbsStorageClass, StatefulService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new StatefulService(chart, 'app', {
    image: 'example.com/app:1',
    ports: [{ name: 'amqp', containerPort: 5672 }],
    claims: [
      { name: 'data', size: '1Gi', storageClass: new EbsStorageClass(chart, 'gp3'), accessMode: 'ReadWriteMany' },
    ],
    mounts: [{ path: '/data', claimTemplate: 'data' }],
  });
});
