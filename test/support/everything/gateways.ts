import * as door from 'cdk8s-eks';
import { annotations, type Entries, labels } from './entry';

const backend = { service: 'web', port: 80 } as const;
const arn = 'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555';
const web = 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/11111111-2222-3333-4444-555555555555';

const gateway = { name: 'edge' } as const;

/** Rendered where requests come in by Gateways of the AWS Load Balancer Controller. */
export const GATEWAYS: Entries = {
  Gateway: {
    least: (scope) => new door.Gateway(scope, 'least'),
    most: (scope) =>
      new door.Gateway(scope, 'most', {
        gatewayClassName: 'aws-alb',
        listeners: [
          { name: 'plain', protocol: 'HTTP', port: 80 },
          { name: 'secure', protocol: 'HTTPS', port: 443, hostname: '*.test.example.com' },
        ],
        hosts: ['shop.test.example.com'],
        routesFrom: { labels },
        listenersFrom: { labels },
        redirectToHttps: true,
        loadBalancer: {
          scheme: 'internet-facing',
          listeners: [{ protocol: 'HTTPS', port: 443, certificateArns: [arn] }],
        },
        labels,
        annotations,
      }),
  },
  HttpRoutes: {
    least: (scope) => new door.HttpRoutes(scope, 'least', { scheme: 'internal', rules: [{ backends: backend }] }),
    most: (scope) =>
      new door.HttpRoutes(scope, 'most', {
        hosts: ['most', 'more'],
        scheme: 'internet-facing',
        rules: [
          {
            matches: [
              { path: '/a', pathType: 'Exact', headers: { 'x-a': '1' }, query: { b: '2' }, method: 'POST' },
              { path: '/b' },
            ],
            backends: [
              { backend, weight: 90 },
              { backend: { service: 'other', port: 80 }, weight: 10 },
            ],
            rewrite: { path: '/c', hostname: 'inner.example.com' },
          },
          { matches: { path: '/d' }, rewrite: { prefix: '/e' }, backends: backend },
          {
            matches: { path: '/old' },
            redirect: { statusCode: 302, scheme: 'https', hostname: 'new.example.com', port: 8443, path: '/new' },
          },
        ],
        healthCheck: { path: '/healthz' },
      }),
  },
  GatewayClass: {
    least: (scope) => new door.GatewayClass(scope, 'least'),
    most: (scope) =>
      new door.GatewayClass(scope, 'most', {
        loadBalancer: 'nlb',
        configuration: { name: 'most', namespace: 'shop' },
        labels,
        annotations,
      }),
  },
  GrpcRoute: {
    least: (scope) => new door.GrpcRoute(scope, 'least', { gateway, rules: [{ backends: backend }] }),
    most: (scope) =>
      new door.GrpcRoute(scope, 'most', {
        gateway: { ...gateway, namespace: 'edge', sectionName: 'secure' },
        hosts: ['most', '*.more.example.com'],
        rules: [
          {
            matches: [
              { service: 'shop.v1.Orders', method: 'Get', headers: { 'x-a': '1' } },
              { headers: { 'x-b': '2' } },
            ],
            backends: [{ backend, weight: 3 }, { backend: { service: 'other', port: 80 } }],
          },
        ],
        labels,
        annotations,
      }),
  },
  ListenerRuleConfiguration: {
    least: (scope) => new door.ListenerRuleConfiguration(scope, 'least', { sourceIps: ['10.0.0.0/8'] }),
    most: (scope) =>
      new door.ListenerRuleConfiguration(scope, 'most', {
        oidc: {
          issuer: 'https://login.example.com',
          authorizationEndpoint: 'https://login.example.com/authorize',
          tokenEndpoint: 'https://login.example.com/token',
          userInfoEndpoint: 'https://login.example.com/userinfo',
          secret: 'login',
          scope: 'openid email',
          sessionCookieName: 'shop',
          sessionTimeoutSeconds: 3600,
          onUnauthenticatedRequest: 'deny',
          extraParams: { display: 'page' },
        },
        stickinessSeconds: 60,
        sourceIps: ['10.0.0.0/8', '2001:db8::/32'],
        tags: labels,
        labels,
        annotations,
      }),
  },
  ReferenceGrant: {
    least: (scope) => new door.ReferenceGrant(scope, 'least', { from: [{ namespace: 'edge' }] }),
    most: (scope) =>
      new door.ReferenceGrant(scope, 'most', {
        from: [
          { namespace: 'edge', kind: 'GRPCRoute' },
          { namespace: 'edge', kind: 'Gateway' },
        ],
        to: [{ name: 'web' }, { kind: 'Secret', name: 'certificate' }],
        labels,
        annotations,
      }),
  },
  TlsRoute: {
    least: (scope) => new door.TlsRoute(scope, 'least', { gateway, hosts: ['least'], backends: backend }),
    most: (scope) =>
      new door.TlsRoute(scope, 'most', {
        gateway: { ...gateway, namespace: 'edge', sectionName: 'sql' },
        hosts: ['most', '*.more.example.com'],
        backends: [{ backend, weight: 999 }, { backend: { service: 'other', port: 80 } }],
        passthrough: true,
        labels,
        annotations,
      }),
  },
  TcpRoute: {
    least: (scope) => new door.TcpRoute(scope, 'least', { gateway, backends: backend }),
    most: (scope) =>
      new door.TcpRoute(scope, 'most', {
        gateway: { ...gateway, namespace: 'edge', sectionName: 'mqtt' },
        backends: [{ backend, weight: 999 }, { backend: { service: 'other', port: 80 } }],
        labels,
        annotations,
      }),
  },
  UdpRoute: {
    least: (scope) => new door.UdpRoute(scope, 'least', { gateway, backends: backend }),
    most: (scope) =>
      new door.UdpRoute(scope, 'most', {
        gateway: { ...gateway, namespace: 'edge', sectionName: 'dns' },
        backends: [{ backend, weight: 999 }, { backend: { service: 'other', port: 80 } }],
        labels,
        annotations,
      }),
  },
  ListenerSet: {
    least: (scope) => new door.ListenerSet(scope, 'least', { gateway, listeners: [{ protocol: 'HTTP', port: 8080 }] }),
    most: (scope) =>
      new door.ListenerSet(scope, 'most', {
        gateway: { name: 'edge', namespace: 'edge' },
        listeners: [
          { name: 'plain', protocol: 'HTTP', port: 8081, hostname: 'books' },
          { name: 'secure', protocol: 'HTTPS', port: 8443, hostname: '*.test.example.com' },
        ],
        routesFrom: { labels },
        labels,
        annotations,
      }),
  },
  LoadBalancerConfiguration: {
    least: (scope) => new door.LoadBalancerConfiguration(scope, 'least', { scheme: 'internal' }),
    most: (scope) =>
      new door.LoadBalancerConfiguration(scope, 'most', {
        scheme: 'internet-facing',
        loadBalancerName: 'most',
        ipAddressType: 'dualstack',
        subnets: [{ identifier: 'subnet-0000000000000000a' }, { identifier: 'subnet-0000000000000000b' }],
        listeners: [
          {
            protocol: 'HTTPS',
            port: 443,
            certificateArns: [arn, arn.replace('1111', '2222')],
            mutualAuthentication: {
              mode: 'verify',
              trustStore: 'clients',
              ignoreClientCertificateExpiry: true,
              advertiseTrustStoreCaNames: false,
            },
            attributes: { 'routing.http.response.server.enabled': 'false' },
          },
          { protocol: 'TLS', port: 8443, certificateArns: [arn], alpnPolicy: 'HTTP2Preferred' },
          { protocol: 'UDP', port: 53, quicEnabled: false },
        ],
        sourceRanges: ['10.0.0.0/8'],
        securityGroupPrefixes: ['pl-0123456789abcdef0'],
        loadBalancerAttributes: { 'deletion_protection.enabled': 'true' },
        capacityUnits: 100,
        wafAclArn: web,
        shield: false,
        tags: labels,
        defaultTargetGroup: { name: 'all' },
        enforceSecurityGroupOnPrivateLink: true,
        mergingMode: 'prefer-gateway',
        labels,
        annotations,
      }),
  },
  TargetGroupConfiguration: {
    least: (scope) => new door.TargetGroupConfiguration(scope, 'least', { service: 'web' }),
    most: (scope) =>
      new door.TargetGroupConfiguration(scope, 'most', {
        service: { name: 'web', healthPath: '/healthz' },
        targetType: 'instance',
        protocol: 'HTTP',
        protocolVersion: 'HTTP2',
        healthCheck: { port: 8080, protocol: 'HTTP', intervalSeconds: 10, timeoutSeconds: 4, successCodes: '200' },
        attributes: { 'deregistration_delay.timeout_seconds': '30' },
        tags: labels,
        targetGroupName: 'most',
        nodeLabels: labels,
        multiCluster: true,
        routes: [{ kind: 'HTTPRoute', namespace: 'shop', route: 'api', targetType: 'ip', targetControlPort: 9000 }],
        labels,
        annotations,
      }),
  },
};
