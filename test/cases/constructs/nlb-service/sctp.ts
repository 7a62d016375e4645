import { NlbService, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const ports = [{ name: 'sctp', containerPort: 3868, protocol: 'SCTP' }] as const;
  const backend = new WebService(chart, 'web', { image: 'example.com/web:1', ports });
  new NlbService(chart, 'edge', { backend });
});
