import * as door from 'cdk8s-eks';
import { GATEWAY_PLACES } from './gateway-places';
import { bound, image, type Place, type Theirs } from './plus-place';

const pod = (properties: (given: Theirs) => object, text: string): Place => {
  return (scope, given) => {
    new door.Worker(scope, 'ours', { image, ...properties(given) });
    return ['Deployment ours', text];
  };
};

const ingress = (rules: (given: Theirs) => readonly door.AlbRule[], text: string): Place => {
  return (scope, given) => {
    new door.AlbIngress(scope, 'ours', { scheme: 'internal', rules: rules(given) });
    return ['Ingress ours', text];
  };
};

const BACKEND = '"service":{"name":"their-service","port":{"number":8080}}';
const PODS = '"podSelector":{"matchLabels":{"cdk8s.io/metadata.addr":"shop-web-c80b2a96"}}';
const TARGET = '{"apiVersion":"apps/v1","kind":"Deployment","name":"their-web"}';
const SUBJECT = '"subjects":[{"kind":"ServiceAccount","name":"their-account","namespace":"shop"}]';

const NO_KIND = 'cdk8s-plus has no such kind.';
const OTHER = 'It does not name an object of the app.';

/** Every property of the package that could take an object of cdk8s-plus: how it does, or why it does not. Namespaces are named. */
export const PLACES: Readonly<Record<string, Place | string>> = {
  ...GATEWAY_PLACES,
  'AlbPath.backend': ingress(({ service }) => [{ paths: [{ path: '/', backend: service }] }], BACKEND),
  'AlbRule.backend': ingress(({ service }) => [{ host: 'a', backend: service }], BACKEND),
  'AlbTarget.backend': ingress(
    ({ service }) => [{ paths: [{ path: '/', action: { forward: [{ backend: service, weight: 1 }] } }] }],
    'their-service',
  ),
  'ClaimMount.claim': pod(({ claim }) => ({ mounts: [{ path: '/x', claim }] }), '"claimName":"their-claim"'),
  'ClaimTemplate.restoreFrom': bound(
    '"dataSource":{"kind":"PersistentVolumeClaim","name":"their-claim"}',
    (scope, { claim }) =>
      new door.StatefulService(scope, 'ours', {
        image,
        ports: [{ name: 'sql', containerPort: 5432 }],
        claims: [{ name: 'data', size: '1Gi', storageClass: 'gp3', restoreFrom: claim }],
        mounts: [{ path: '/data', claimTemplate: 'data' }],
      }),
    'StatefulSet ours',
  ),
  'ClaimTemplate.storageClass': NO_KIND,
  'ClaimTemplate.volumeAttributesClass': NO_KIND,
  'ConfigMapMount.configMap': pod(
    ({ config }) => ({ mounts: [{ path: '/x', configMap: config }] }),
    '"configMap":{"name":"their-config"}',
  ),
  'ContainerProps.env': pod(({ env }) => ({ env: { A: env } }), '"env":[{"name":"A","value":"theirs"}]'),
  'ContainerProps.envFrom': pod(
    ({ config, secret }) => ({ envFrom: [config, secret] }),
    '"envFrom":[{"configMapRef":{"name":"their-config"}},{"secretRef":{"name":"their-secret"}}]',
  ),
  'ContainerResources.claims': NO_KIND,
  'DeviceInput.claim': NO_KIND,
  'ExistingRole.role': bound(
    '"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"their-role"}',
    (scope, { role }) =>
      new door.TeamRbac(scope, 'ours', { subjects: [{ group: 'a' }], existingRoles: [{ role, namespace: 'shop' }] }),
    'RoleBinding ours-their-role',
  ),
  'FlavorQuotas.flavor': NO_KIND,
  'LocalQueueProps.clusterQueue': NO_KIND,
  'QueueAdmissionCheck.onFlavors': NO_KIND,
  'QueueOptions.name': NO_KIND,
  'TelemetryAccount.serviceAccount': bound(
    '"serviceAccountName":"their-account"',
    (scope, { account }) => new door.FluentBit(scope, 'ours', { image, serviceAccount: account, retentionDays: 30 }),
    'DaemonSet ours',
  ),
  'HorizontalPodAutoscalerProps.target': bound(
    TARGET,
    (scope, { web }) => new door.HorizontalPodAutoscaler(scope, 'ours', { target: web, maxReplicas: 3 }),
    'HorizontalPodAutoscaler ours',
  ),
  'LoadBalancerAccess.pods': 'Labels of a load balancer’s own Pods.',
  'ClusterNetworkPolicyProps.subject': OTHER,
  'ClusterPods.pods': 'Labels of Pods in many namespaces.',
  'EgressCall.from': bound(
    PODS,
    (scope, { web }) => door.allowEgress(scope, 'ours', { from: web, to: { namespace: 'db' } }),
    'NetworkPolicy ours',
  ),
  'NetworkCall.from': bound(
    PODS,
    (scope, { web }) => door.allowFrom(scope, 'ours', { from: web, to: { namespace: 'db' } }),
    'NetworkPolicy ours-egress',
  ),
  'NetworkCall.to': bound(
    PODS,
    (scope, { web }) => door.allowFrom(scope, 'ours', { to: web, from: { namespace: 'db' } }),
    'NetworkPolicy ours-ingress',
  ),
  'NetworkPeer.pods': bound(
    PODS,
    (scope, { web }) =>
      door.allowIngress(scope, 'ours', { to: { namespace: 'shop', pods: web }, from: { namespace: 'db' } }),
    'NetworkPolicy ours',
  ),
  'NlbServiceProps.backend': bound(
    '"ports":[{"name":"http","port":80,"targetPort":"http"}],"selector":{"cdk8s.io/metadata.addr":"shop-web-c80b2a96"}',
    (scope, { web }) => new door.NlbService(scope, 'ours', { backend: web }),
    'Service ours',
  ),
  'NlbTargetProps.backend': bound(
    'their-service',
    (scope, { service }) =>
      new door.NlbService(scope, 'ours', {
        backend: new door.WebService(scope, 'base', { image, port: 8080 }),
        listeners: { http: { forward: { weight: 1, targets: [{ backend: service, weight: 1 }] } } },
      }),
    'Service ours',
  ),
  'PlatformAssociation.serviceAccount': 'A setting of an environment, which no app passes on.',
  'PodMonitorProps.target': bound(
    '"selector":{"matchLabels":{"cdk8s.io/metadata.addr":"shop-web-c80b2a96"}}',
    (scope, { web }) => new door.PodMonitor(scope, 'ours', { target: web }),
    'PodMonitor ours',
  ),
  'PodProps.imagePullSecrets': pod(
    ({ secret }) => ({ imagePullSecrets: [secret] }),
    '"imagePullSecrets":[{"name":"their-secret"}]',
  ),
  'PodProps.priorityClassName': NO_KIND,
  'PodProps.serviceAccount': pod(
    ({ account }) => ({ serviceAccount: account }),
    '"serviceAccountName":"their-account"',
  ),
  'RemoteNetworks.pods': 'Addresses of hybrid nodes, in the settings of an environment.',
  'ScaledObjectProps.target': bound(
    TARGET,
    (scope, { web }) =>
      new door.ScaledObject(scope, 'ours', {
        target: web,
        maxReplicas: 3,
        triggers: [{ type: 'rabbitmq', metadata: { mode: 'QueueLength', queueName: 'mails', value: '20' } }],
      }),
    'ScaledObject ours',
  ),
  'ScopedQuota.exceptPriorityClasses': NO_KIND,
  'ScopedQuota.pods': OTHER,
  'ScopedQuota.priorityClasses': NO_KIND,
  'ScopedQuota.volumeAttributesClasses': NO_KIND,
  'SecretMount.secret': pod(({ secret }) => ({ mounts: [{ path: '/x', secret }] }), '"secretName":"their-secret"'),
  'SecretProviderClassProps.secrets': 'Secrets that it makes.',
  'SecretStoreProps.serviceAccount': bound(
    '"serviceAccountRef":{"name":"their-account"}',
    (scope, { account }) => new door.SecretStore(scope, 'ours', { serviceAccount: account }),
    'SecretStore ours',
  ),
  'SecurityGroupPolicyProps.pods': bound(
    '"podSelector":{"matchLabels":{"cdk8s.io/metadata.addr":"shop-web-c80b2a96"}}',
    (scope, { web }) =>
      new door.SecurityGroupPolicy(scope, 'ours', { pods: web, securityGroups: ['sg-0123456789abcdef0'] }),
    'SecurityGroupPolicy ours',
  ),
  'SecurityGroupPolicyProps.serviceAccounts': 'Labels of ServiceAccounts.',
  'ServiceBackend.service': ingress(({ service }) => [{ host: 'a', backend: { service, port: 8080 } }], BACKEND),
  'ServiceMonitorProps.target': bound(
    '"selector":{"matchLabels":{"app.kubernetes.io/name":"their-service"}}',
    (scope, { service }) => new door.ServiceMonitor(scope, 'ours', { target: service }),
    'ServiceMonitor ours',
  ),
  'StatefulSetProps.claims': 'Claims that it makes.',
  'TargetGroupBindingProps.backend': bound(
    '"serviceRef":{"name":"their-service","port":8080}',
    (scope, { service }) => new door.TargetGroupBinding(scope, 'ours', { backend: service, targetGroupName: 'web' }),
    'TargetGroupBinding ours',
  ),
  'TeamRbacProps.subjects': bound(
    SUBJECT,
    (scope, { account }) =>
      new door.TeamRbac(scope, 'ours', {
        subjects: [account],
        namespaced: { namespace: 'shop', grants: [{ resources: ['pods'], verbs: ['get'] }] },
      }),
    'RoleBinding ours',
  ),
  'TelemetryPodProps.env': bound(
    '{"name":"A","value":"theirs"}',
    (scope, { account, env }) =>
      new door.FluentBit(scope, 'ours', { image, serviceAccount: account, retentionDays: 30, env: { A: env } }),
    'DaemonSet ours',
  ),
  'TelemetryPodProps.priorityClassName': NO_KIND,
  'TenantQuota.claims': OTHER,
  'TenantQuota.pods': OTHER,
  'TenantTeam.subjects': bound(
    SUBJECT,
    (scope, { web }) => new door.TenantNamespace(scope, 'shop', { quota: false, team: { subjects: [web] } }),
    'RoleBinding team-edit',
  ),
  'TriggerAuthenticationProps.secrets': 'Its rows are: TriggerSecret.',
  'TriggerSecret.secret': bound(
    '{"key":"a","name":"their-secret","parameter":"password"}',
    (scope, { secret }) =>
      new door.TriggerAuthentication(scope, 'ours', { secrets: [{ parameter: 'password', secret, key: 'a' }] }),
    'TriggerAuthentication ours',
  ),
  'VerticalPodAutoscalerProps.target': bound(
    TARGET,
    (scope, { web }) => new door.VerticalPodAutoscaler(scope, 'ours', { target: web }),
    'VerticalPodAutoscaler ours',
  ),
  'VolumeClaimProps.restoreFrom': bound(
    '"dataSource":{"kind":"PersistentVolumeClaim","name":"their-claim"}',
    (scope, { claim }) => new door.VolumeClaim(scope, 'ours', { storageClass: 'gp3', size: '1Gi', restoreFrom: claim }),
    'PersistentVolumeClaim ours',
  ),
  'VolumeClaimProps.volumeAttributesClass': NO_KIND,
  'VolumeMountOf.volume': pod(
    ({ volume }) => ({ mounts: [{ path: '/x', volume }] }),
    '{"emptyDir":{},"name":"their-volume"}',
  ),
  'VolumeSnapshotProps.claim': bound(
    '"persistentVolumeClaimName":"their-claim"',
    (scope, { claim }) => new door.VolumeSnapshot(scope, 'ours', { claim, snapshotClass: 'backups' }),
    'VolumeSnapshot ours',
  ),
  'VolumeSnapshotProps.snapshotClass': NO_KIND,
};
