import { StatefulService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new StatefulService(chart, 'queue-of-everything-that-is-to-be-printed-by-tomorrow', {
    image: 'example.com/app:1',
    ports: [{ name: 'amqp', containerPort: 5672 }],
  });
});
