import { ScaledObject, StatefulService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const ports = [{ name: 'db', containerPort: 5432 }];

export default mistake((chart) => {
  const target = new StatefulService(chart, 'db', { image: 'a/b:1', ports, replicas: 3 });
  const start = { timezone: 'Etc/UTC', start: '0 8 * * *', end: '0 18 * * *', desiredReplicas: 3 };
  new ScaledObject(chart, 'db-hours', { target, maxReplicas: 3, triggers: [{ cron: start }] });
});
