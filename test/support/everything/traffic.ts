import * as door from 'cdk8s-eks';
import { annotations, type Entries, image, labels, tags } from './entry';

const CERTIFICATE = 'arn:aws:acm:eu-west-1:111122223333:certificate/0a';

export const TRAFFIC: Entries = {
  NlbService: {
    least: (scope) =>
      new door.NlbService(scope, 'least', { backend: new door.WebService(scope, 'web', { image, port: 8080 }) }),
    most: (scope) =>
      new door.NlbService(scope, 'most', {
        backend: new door.WebService(scope, 'api', {
          image,
          ports: [
            { name: 'https', containerPort: 8443, appProtocol: 'https' },
            { name: 'dns-tcp', containerPort: 5353 },
            { name: 'dns-udp', containerPort: 5353, protocol: 'UDP' },
          ],
        }),
        scheme: 'internal',
        targetType: 'instance',
        externalTrafficPolicy: 'Local',
        tls: { certificateArns: [CERTIFICATE], ports: ['https'], backendProtocol: 'ssl', alpnPolicy: 'HTTP2Preferred' },
        healthCheck: { protocol: 'http', path: '/ready', port: 'https', intervalSeconds: 30 },
        sourceRanges: ['10.0.0.0/8'],
        securityGroupPrefixLists: ['pl-0a'],
        subnets: ['subnet-0a', 'subnet-0b'],
        privateIpv4Addresses: ['10.10.0.5', '10.10.1.5'],
        preserveClientIp: true,
        deregistrationDelaySeconds: 30,
        crossZone: true,
        accessLogs: { bucket: 'logs', prefix: 'edge' },
        tags,
        tcpUdpListener: true,
        listeners: {
          https: { forward: { weight: 90, targets: [{ backend: { service: 'next', port: 443 }, weight: 10 }] } },
          'dns-tcp': { port: 53 },
          'dns-udp': { port: 53, targetGroupAttributes: { 'stickiness.enabled': 'true' } },
        },
        annotations,
        labels,
      }),
  },
};
