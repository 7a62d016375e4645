import { TargetGroupConfiguration } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TargetGroupConfiguration(chart, 'shop', {
    service: 'web',
    protocolVersion: 'GRPC',
    healthCheck: { successCodes: '200-399' },
  });
}, lbc);
