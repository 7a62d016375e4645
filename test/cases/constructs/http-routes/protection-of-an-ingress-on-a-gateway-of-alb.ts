import { HttpRoutes } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new HttpRoutes(chart, 'shop', {
      rules: [{ backends: { service: 'web', port: 80 } }],
      ingress: {
        mutualAuthentication: [{ port: 443, mode: 'verify', trustStore: 'clients' }],
        inboundCidrs: ['10.0.0.0/8'],
        securityGroupPrefixLists: ['pl-0123456789abcdef0'],
        securityGroups: ['sg-0123456789abcdef0'],
        wafAclName: 'shop',
        wafClassicAclId: '01234567-89ab-cdef-0123-456789abcdef',
        shieldAdvancedProtection: true,
        sslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06',
        loadBalancerAttributes: { 'deletion_protection.enabled': 'true' },
        listenerAttributes: {
          'HTTPS-443': { 'routing.http.response.x_frame_options.header_value': 'DENY' },
        },
        backendProtocol: 'HTTPS',
      },
    });
  },
  gateways('load-balancer-controller', { name: 'edge', namespace: 'edge' }),
);
