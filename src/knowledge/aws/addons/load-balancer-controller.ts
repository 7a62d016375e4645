import { type AddOnRow, DEFINITION_KIND, monitoredWhen, RBAC_KINDS, WEBHOOK_KINDS } from './add-on';

const POLICY =
  'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/install/iam_policy.json';

/** Read on 2026-11-29: the chart at 3.5.0. */
export const LOAD_BALANCER_CONTROLLER: AddOnRow = {
  controller: 'loadBalancer',
  namespace: 'kube-system',
  serviceAccounts: ['aws-load-balancer-controller'],
  permissions: {
    statements: [
      { actions: ['ec2:Describe*', 'ec2:GetCoipPoolUsage', 'ec2:GetSecurityGroupsForVpc'], resources: '*' },
      {
        actions: ['ec2:CreateSecurityGroup', 'ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'],
        resources: 'security groups with the tag elbv2.k8s.aws/cluster',
      },
      { actions: ['elasticloadbalancing:*'], resources: 'load balancers with the tag elbv2.k8s.aws/cluster' },
      {
        actions: ['acm:ListCertificates', 'acm:DescribeCertificate', 'wafv2:*WebACL', 'shield:*Protection'],
        resources: '*',
      },
    ],
    policy: POLICY,
    required: true,
  },
  autoMode: 'load balancers, of the classes eks.amazonaws.com/alb and eks.amazonaws.com/nlb',
  onlyEks: true,
  needs: [
    {
      addOn: 'cert-manager',
      when: ['enableCertManager'],
      why: 'its webhooks get no certificate, and the controller does not start',
    },
    monitoredWhen('serviceMonitor', 'enabled'),
  ],
  bringsWhen: [
    {
      when: ['createIngressClassResource'],
      object: { group: 'networking.k8s.io', kind: 'IngressClass', name: 'alb' },
    },
  ],
  traps: [
    'The certificates of its webhooks change at each rendering of the chart; where only the authority changes, every Ingress is refused.',
    'Its webhooks fail closed: Ingresses, Services and TargetGroupBindings are refused until it runs.',
    'Its webhook makes each new Service of type LoadBalancer an NLB, unless enableServiceMutatorWebhook is false.',
    'Without vpcId and region it asks the metadata of its node, which Pods on Fargate do not have.',
    'Helm does not update its definitions.',
    'In a network without a way out, WAF and Shield have to be turned off.',
  ],
  forms: {
    chart: {
      chart: 'aws-load-balancer-controller',
      repoURL: 'https://aws.github.io/eks-charts',
      seen: '3.5.0',
      clusterKinds: [
        DEFINITION_KIND,
        ...RBAC_KINDS,
        ...WEBHOOK_KINDS,
        'IngressClass',
        'IngressClassParams.elbv2.k8s.aws',
        'GatewayClass.gateway.networking.k8s.io',
      ],
      serverSideApply: true,
      roleAnnotations: [['serviceAccount', 'annotations']],
      ignored: [
        { kind: 'Secret', name: 'aws-load-balancer-tls', jsonPointers: ['/data'] },
        ...WEBHOOK_KINDS.map((kind) => ({
          group: 'admissionregistration.k8s.io',
          kind,
          name: 'aws-load-balancer-webhook',
          jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'],
        })),
      ],
    },
  },
  see: [
    'https://github.com/aws/eks-charts/tree/master/stable/aws-load-balancer-controller',
    'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2071',
  ],
};
