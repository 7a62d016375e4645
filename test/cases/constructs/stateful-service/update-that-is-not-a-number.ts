import { StatefulService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new StatefulService(chart, 'app', {
    image: 'example.com/app:1',
    ports: [{ name: 'db', containerPort: 5432 }],
    replicas: -1,
    minReadySeconds: 0.5,
    firstOrdinal: -1,
    revisionHistoryLimit: -1,
    updateStrategy: { partition: -1, maxUnavailable: 'all' as '1%' },
  });
});
