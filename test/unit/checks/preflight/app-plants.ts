import {
  all,
  cluster,
  deployment,
  facts,
  noAddOn,
  noExternal,
  object,
  objects,
  type Plant,
  settings,
  without,
} from './plants';

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const OTHER = 'oidc.eks.eu-west-1.amazonaws.com/id/OTHER';
const missing = (title: string) => [`problem controllers ${title}`];
const notKnown = (title: string) => [`unknown controllers ${title}`];

const account = (name: string, annotations: Readonly<Record<string, string>> = {}, namespace = 'shop') =>
  object('v1', 'ServiceAccount', name, { metadata: { annotations } }, namespace);

/** Disagreements about controllers, add-ons, identity and access. */
export const APP_PLANTS: readonly Plant[] = [
  { what: 'no EBS driver', change: noAddOn('aws-ebs-csi-driver'), found: missing('the EBS CSI driver') },
  { what: 'no EFS driver', change: noAddOn('aws-efs-csi-driver'), found: missing('the EFS CSI driver') },
  { what: 'no snapshot controller', change: noAddOn('snapshot-controller'), found: missing('the snapshot controller') },
  { what: 'no metrics-server', change: noAddOn('metrics-server'), found: missing('metrics-server') },
  {
    what: 'no Pod Identity agent',
    change: noAddOn('eks-pod-identity-agent'),
    found: missing('the EKS Pod Identity agent'),
  },
  { what: 'no cert-manager', change: noAddOn('cert-manager'), found: missing('cert-manager') },
  {
    what: 'no CloudWatch Observability',
    change: noAddOn('amazon-cloudwatch-observability'),
    found: missing('the CloudWatch Observability add-on'),
  },
  {
    what: 'no S3 driver, of a volume inside of a Pod',
    change: objects(deployment('s3', { volumes: [{ name: 'data', csi: { driver: 's3.csi.aws.com' } }] })),
    found: missing('the Mountpoint for S3 CSI driver'),
  },
  {
    what: 'no external-dns, of an annotation',
    change: objects(
      object('v1', 'Service', 'web', {
        metadata: { annotations: { 'external-dns.alpha.kubernetes.io/hostname': 'a.example.com' } },
      }),
    ),
    found: missing('external-dns'),
  },
  {
    what: 'a class of Auto Mode on a cluster without it',
    change: objects(
      object('networking.k8s.io/v1', 'IngressClass', 'auto', { spec: { controller: 'eks.amazonaws.com/alb' } }),
    ),
    found: missing('EKS Auto Mode'),
  },
  {
    what: 'a load balancer controller that nothing shows',
    change: noExternal('aws-load-balancer-controller'),
    found: notKnown('the AWS Load Balancer Controller'),
  },
  { what: 'no Argo Rollouts', change: noExternal('argo-rollouts'), found: notKnown('Argo Rollouts') },
  { what: 'no KEDA', change: noExternal('scaledobjects.keda.sh'), found: notKnown('KEDA') },
  {
    what: 'no External Secrets',
    change: noExternal('external-secrets'),
    found: notKnown('the External Secrets Operator'),
  },
  {
    what: 'no ACK',
    change: all(
      facts(() => ({ capabilities: [] })),
      settings(() => ({ capabilities: [] })),
    ),
    found: notKnown('ACK'),
  },
  {
    what: 'a controller that an app installs itself',
    change: all(
      noExternal('argo-rollouts'),
      objects(
        object('argoproj.io/v1alpha1', 'Application', 'rollouts', { spec: { source: { chart: 'argo-rollouts' } } }),
      ),
    ),
    found: [],
  },
  {
    what: 'another issuer',
    change: cluster({ oidcIssuer: OTHER }),
    found: ['problem oidc-issuer Role.iam.services.k8s.aws shop/carts', 'problem oidc-issuer identity.oidcIssuer'],
  },
  {
    what: 'a trust policy for the issuer of another cluster',
    change: objects(
      object('iam.services.k8s.aws/v1alpha1', 'Role', 'old', {
        spec: { assumeRolePolicyDocument: `{"Federated":"arn:aws:iam::111122223333:oidc-provider/${OTHER}"}` },
      }),
    ),
    found: ['problem oidc-issuer Role.iam.services.k8s.aws shop/old'],
  },
  {
    what: 'an association that is missing',
    change: facts(() => ({ podIdentityAssociations: [] })),
    found: ['problem pod-identity ServiceAccount shop/carts'],
  },
  {
    what: 'an association with another role',
    change: facts(() => ({
      podIdentityAssociations: [{ namespace: 'shop', serviceAccount: 'carts', roleArn: role('other') }],
    })),
    found: ['problem pod-identity ServiceAccount shop/carts'],
  },
  {
    what: 'an association for a ServiceAccount that nobody renders',
    change: facts(({ podIdentityAssociations = [] }) => ({
      podIdentityAssociations: [...podIdentityAssociations, { namespace: 'shop', serviceAccount: 'cart' }],
    })),
    found: ['problem pod-identity ServiceAccount shop/cart'],
  },
  {
    what: 'an association of Pods on Fargate',
    change: facts(({ podIdentityAssociations = [] }) => ({
      podIdentityAssociations: [...podIdentityAssociations, { namespace: 'serverless', serviceAccount: 'batch' }],
    })),
    found: ['problem pod-identity ServiceAccount serverless/batch'],
  },
  {
    what: 'an association beside an annotation of IRSA',
    change: all(
      objects(account('both', { 'eks.amazonaws.com/role-arn': role('both') })),
      facts(({ podIdentityAssociations = [] }) => ({
        podIdentityAssociations: [...podIdentityAssociations, { namespace: 'shop', serviceAccount: 'both' }],
      })),
    ),
    found: ['problem pod-identity ServiceAccount shop/both'],
  },
  {
    what: 'an authentication mode that takes no entries',
    change: cluster({ authenticationMode: 'CONFIG_MAP' }),
    found: [
      'problem authentication-mode ConfigMap shop/access',
      'problem authentication-mode identity.authenticationMode',
    ],
  },
  {
    what: 'an aws-auth that nobody reads',
    change: objects(object('v1', 'ConfigMap', 'aws-auth', { data: { mapRoles: '[]' } }, 'kube-system')),
    found: ['problem authentication-mode ConfigMap kube-system/aws-auth'],
  },
  {
    what: 'an access entry that is missing',
    change: facts(() => ({ accessEntries: [] })),
    found: [`problem access-entries access entry of ${role('developers')}`],
  },
  {
    what: 'an access entry without the group',
    change: facts(({ accessEntries = [] }) => ({
      accessEntries: accessEntries.map((one) => ({ ...one, kubernetesGroups: ['others'] })),
    })),
    found: [`problem access-entries access entry of ${role('developers')}`],
  },
  {
    what: 'a group that nobody is in',
    change: objects(
      object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'admins', {
        subjects: [{ kind: 'Group', name: 'developer' }],
      }),
    ),
    found: ['problem access-entries group developer'],
  },
  {
    what: 'a group that an identity provider may give',
    change: all(
      facts(() => ({ identityProviders: [{ name: 'company', type: 'oidc' }] })),
      objects(
        object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'admins', {
          subjects: [{ kind: 'Group', name: 'admins' }],
        }),
      ),
    ),
    found: ['unknown access-entries group admins', 'problem identity-providers identity provider company'],
  },
  {
    what: 'a capability of Argo CD that reads another namespace',
    change: all(
      settings(({ gitops }) => (gitops === undefined ? {} : { gitops: { ...gitops, flavour: 'eks-capability' } })),
      facts(({ capabilities = [] }) => ({
        capabilities: [...capabilities, { name: 'argocd', type: 'ARGOCD', status: 'ACTIVE', namespace: 'argo' }],
      })),
    ),
    found: ['problem argo-cd the capability ARGOCD', 'warning not-described capabilities'],
  },
  {
    what: 'a capability of Argo CD that is not there',
    change: settings(({ gitops }) =>
      gitops === undefined ? {} : { gitops: { ...gitops, flavour: 'eks-capability' } },
    ),
    found: ['unknown argo-cd the capability ARGOCD'],
  },
  { what: 'objects that need nothing', change: without('Rollout', 'ScaledObject', 'Certificate'), found: [] },
];
