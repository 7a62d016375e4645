import * as door from 'cdk8s-eks';
import { annotations, type Entries, labels, subject } from './entry';

const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';

export const ACCESS: Entries = {
  AccessEntry: {
    least: (scope) => new door.AccessEntry(scope, 'least', { iamRole: 'carts', groups: ['developers'] }),
    most: (scope) =>
      new door.AccessEntry(scope, 'most', {
        iamUser: 'staff/ann',
        groups: ['developers', 'reviewers'],
        username: 'staff:ann',
        policies: [
          { name: 'AmazonEKSAdminPolicy', namespaces: ['shop', 'dev-*'] },
          { name: 'AmazonEKSClusterAdminPolicy' },
        ],
        reason: 'the last one to get in when all else fails',
        tags: labels,
      }),
  },
  AlbIngress: {
    least: (scope) =>
      new door.AlbIngress(scope, 'least', { scheme: 'internal', host: 'least', backend: { service: 'web', port: 80 } }),
    most: (scope) =>
      new door.AlbIngress(scope, 'most', {
        scheme: 'internet-facing',
        host: 'most',
        paths: [
          { path: '/a', pathType: 'Exact', backend: { service: 'web', port: 'http' } },
          {
            path: '/b',
            backend: { service: 'web', port: 'http' },
            conditions: { headers: [{ name: 'x-team', values: ['a'] }], sourceCidrs: ['10.0.0.0/8'] },
            rewrite: { url: { regex: '^/b', replace: '/c' } },
          },
          { path: '/c', action: { fixedResponse: { statusCode: 503, contentType: 'text/plain', body: 'closed' } } },
        ],
        auth: {
          oidc: {
            issuer: 'https://id.example.com',
            authorizationEndpoint: 'https://id.example.com/a',
            tokenEndpoint: 'https://id.example.com/t',
            userInfoEndpoint: 'https://id.example.com/u',
            secretName: 'idp',
          },
          sessionTimeoutSeconds: 3600,
        },
        frontendNlb: { scheme: 'internet-facing', listenerPortMapping: { '443': '443' } },
        externalDns: { hostnames: ['also'], ttlSeconds: 60 },
        healthCheck: { path: '/healthz', intervalSeconds: 10 },
        group: { name: 'shared', order: 5 },
        inboundCidrs: ['10.0.0.0/8'],
        ipAddressType: 'dualstack',
        deregistrationDelaySeconds: 30,
        tags: { team: 'shop' },
      }),
  },
  TargetGroupBinding: {
    least: (scope) =>
      new door.TargetGroupBinding(scope, 'least', {
        backend: { service: 'web', port: 80 },
        targetGroupArn: TARGET_GROUP,
      }),
    most: (scope) =>
      new door.TargetGroupBinding(scope, 'most', {
        backend: { service: 'web', port: 'http' },
        targetGroupName: 'web',
        targetType: 'ip',
        ipAddressType: 'ipv6',
        multiClusterTargetGroup: true,
        callers: [{ cidr: '10.0.0.0/8' }, { securityGroupId: 'sg-0a1b' }],
        callerPorts: [8080, 'http'],
        vpcId: 'vpc-0a1b',
        iamRoleArnToAssume: 'arn:aws:iam::999988887777:role/targets',
        assumeRoleExternalId: 'shop',
      }),
  },
  AlbIngressClass: {
    least: (scope) => new door.AlbIngressClass(scope, 'least'),
    most: (scope) =>
      new door.AlbIngressClass(scope, 'most', { isDefault: true, params: { loadBalancerName: 'everything' } }),
  },
  AppNamespace: {
    least: (scope) => new door.AppNamespace(scope, 'least'),
    most: (scope) => new door.AppNamespace(scope, 'most', { podSecurity: 'baseline', labels, annotations }),
  },
  ClusterNetworkPolicy: {
    least: (scope) =>
      new door.ClusterNetworkPolicy(scope, 'least', { priority: 1, ingress: [{ action: 'Pass', from: [{}] }] }),
    most: (scope) =>
      new door.ClusterNetworkPolicy(scope, 'most', {
        tier: 'Baseline',
        priority: 1000,
        subject: { namespaces: labels, pods: labels },
        labels,
        annotations,
        ingress: [
          { name: 'metrics', action: 'Accept', from: [{ namespaces: { team: 'monitoring' } }], ports: ['metrics'] },
          { action: 'Deny', from: [{ pods: labels }], ports: [{ port: 8000, endPort: 8999, protocol: 'UDP' }] },
        ],
        egress: [
          { action: 'Accept', to: [{ hosts: ['api.example.com', '*.example.org'] }], ports: [443] },
          { action: 'Deny', to: [{ cidrs: ['169.254.169.254/32', '2001:db8::/32'] }] },
        ],
      }),
  },
  EniConfig: {
    least: (scope) => new door.EniConfig(scope, 'eu-central-1a', { subnet: 'subnet-0123456789abcdef0' }),
    most: (scope) =>
      new door.EniConfig(scope, 'eu-central-1b', {
        subnet: 'subnet-0123456789abcdef1',
        securityGroups: ['sg-0123456789abcdef0'],
        labels,
        annotations,
      }),
  },
  FargateNamespace: {
    least: (scope) => new door.FargateNamespace(scope, 'least', { name: 'serverless' }),
    most: (scope) =>
      new door.FargateNamespace(scope, 'most', { name: 'serverless', podSecurity: 'baseline', labels, annotations }),
  },
  FargateLogging: {
    least: (scope) => new door.FargateLogging(scope, 'least', { outputs: [{ kinesis: { stream: 'logs' } }] }),
    most: (scope) =>
      new door.FargateLogging(scope, 'most', {
        outputs: [{ match: 'kube.*', cloudWatch: { logGroup: '/logs', create: true, retentionDays: 30 } }],
        filters: [{ plugin: 'kubernetes' }],
        parsers: [{ name: 'crio', format: 'json', options: { Time_Key: 'time' } }],
        routerLogs: true,
      }),
  },
  NetworkedNamespace: {
    least: (scope) => new door.NetworkedNamespace(scope, 'least', { name: 'serverless' }),
    most: (scope) =>
      new door.NetworkedNamespace(scope, 'most', {
        name: 'serverless',
        podSecurity: 'baseline',
        labels,
        annotations,
        network: { callers: ['shop'] },
        podLabels: { app: 'web' },
        fargateSecurityGroups: ['clients'],
      }),
  },
  TenantNamespace: {
    least: (scope) => new door.TenantNamespace(scope, 'least', { quota: false }),
    most: (scope) =>
      new door.TenantNamespace(scope, 'most', {
        podSecurity: 'restricted',
        labels,
        annotations,
        quota: { cpu: '20', memory: '64Gi', pods: 100, storage: '1Ti', claims: 10, loadBalancers: 2 },
        defaults: { cpu: '100m', memory: '128Mi', memoryLimit: '256Mi' },
        network: { callers: ['shop'] },
        podLabels: { tier: 'web' },
        team: { subjects: [subject], clusterRole: 'edit' },
        teams: [
          { name: 'data', subjects: [{ group: 'data-team' }], grants: [{ resources: ['pods'], verbs: ['get'] }] },
          { name: 'support', subjects: [{ group: 'support-team' }], clusterRole: 'view' },
        ],
        scopedQuotas: [
          { name: 'urgent', priorityClasses: ['urgent'], cpu: '4', memory: '8Gi', pods: 5 },
          { name: 'jobs', scopes: ['Terminating', 'NotBestEffort'], exceptPriorityClasses: ['urgent'], pods: 20 },
          { name: 'any-class', priorityClasses: 'any', hard: { 'limits.cpu': '8' } },
          { name: 'best-effort', scopes: ['BestEffort'], pods: 0 },
        ],
      }),
  },
  AwsAuthMapping: {
    least: (scope) =>
      new door.AwsAuthMapping(scope, 'least', {
        legacy: 'aws-auth',
        replaces: 'whole ConfigMap',
        nodes: [{ iamRole: 'carts' }],
      }),
    most: (scope) =>
      new door.AwsAuthMapping(scope, 'most', {
        legacy: 'aws-auth',
        replaces: 'whole ConfigMap',
        nodes: [{ iamRole: 'carts', kind: 'fargate' }],
        users: [{ iamUser: 'staff/ann', username: 'ann', groups: ['system:masters'] }],
        reason: 'the last one to get in when all else fails',
      }),
  },
  NetworkDefaults: {
    least: (scope) => new door.NetworkDefaults(scope, 'least', { namespace: 'shop' }),
    most: (scope) =>
      new door.NetworkDefaults(scope, 'most', {
        namespace: 'shop',
        callers: ['other'],
        albIngress: { cidrs: ['10.10.0.0/16'], ports: [8080] },
      }),
  },
  SecurityGroupPolicy: {
    least: (scope) => new door.SecurityGroupPolicy(scope, 'least', { pods: 'all', securityGroups: ['clients'] }),
    most: (scope) =>
      new door.SecurityGroupPolicy(scope, 'most', {
        labels,
        annotations,
        pods: { app: 'web' },
        serviceAccounts: { app: 'web' },
        securityGroups: ['clients', 'sg-0123456789abcdef0'],
        clusterGroup: false,
      }),
  },
  TeamRbac: {
    least: (scope) =>
      new door.TeamRbac(scope, 'least', { subjects: [subject], clusterRole: { name: 'view', namespace: 'shop' } }),
    most: (scope) =>
      new door.TeamRbac(scope, 'most', {
        subjects: [subject, { user: 'ann' }, { serviceAccount: 'ci', namespace: 'ci' }],
        namespaced: { namespace: 'shop', grants: [{ resources: ['pods'], verbs: ['get', 'delete'] }] },
        clusterWide: [{ resources: ['nodes'], verbs: ['get'] }],
        clusterRole: { name: 'view', namespace: 'shop' },
      }),
  },
};
