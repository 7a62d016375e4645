import { StatefulService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const ports = [{ name: 'db', containerPort: 5432 }];

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new StatefulService(chart, 'db', { image: 'a/b:1', ports, replicas: 2, autoscaling: { maxReplicas: 1 } });
});
