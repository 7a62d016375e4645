import { StatefulService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new StatefulService(chart, 'web', {
    ports: [{ name: 'sql', containerPort: 5432 }],
    disruptionBudget: false,
    image: 'a/b:1',
    serviceAccount: { name: 'web' },
    overrides: { serviceAccount: {}, disruptionBudget: {}, autoscaler: {} },
  });
});
