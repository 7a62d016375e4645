import { GrpcRoute } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new GrpcRoute(chart, 'shop', { gateway: { name: 'edge' }, rules: [{ backends: { service: 'web', port: 80 } }] });
});
