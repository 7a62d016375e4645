import type { Reason } from './compare';

const OURS = ['managed-by', 'part-of', 'name'] as const;
const THEIRS = ['created-by', 'type', 'team', 'environment', 'instance', 'component'] as const;
const SELECTING = ['*selector', '*selector.matchLabels', '*template.metadata.labels'] as const;
const NAMED = 'names and selectors come from the app and the workload';
const SERVER = 'the API server’s default is not written';
const RESTRICTED = 'Pod Security restricted, or baseline with a reason';
const USER = 'the user is said once, for the Pod';
const ACCOUNT = 'each workload runs as an account of its own, without a token';
const ROLLOUT = 'no Pod goes before its successor is ready';
const TYPED = 'the API server would add it, and a comparison would show it';
const HASH = 'the name holds a hash of the content, so that a change rolls the Pods';

/** Labels of what is made, and those that select. */
const LABELS: readonly Reason[] = [
  ...OURS.map((name) => ({
    field: `* metadata.labels["app.kubernetes.io/${name}"]`,
    ours: '"*"',
    why: 'the labels that Kubernetes recommends',
  })),
  ...THEIRS.map((name) => ({
    field: `* metadata.labels["app.kubernetes.io/${name}"]`,
    ours: 'nothing',
    why: 'labels that nothing selects are left out',
  })),
  ...SELECTING.map((place) => ({ field: `* spec.${place}["app.kubernetes.io/*"]`, ours: '*', why: NAMED })),
  ...['selector', '*template.metadata.labels'].map((place) => ({
    field: `* spec.${place}.*`,
    ours: 'nothing',
    why: NAMED,
  })),
  { field: '* metadata.labels.*', ours: 'nothing', why: 'labels that nothing selects are left out' },
];

/** What the library says of every workload, because it was asked for nothing else. */
export const HOUSE: readonly Reason[] = [
  ...LABELS,
  { field: 'Service spec.type', ours: 'nothing', why: `${SERVER}; load balancers reach Pods directly` },
  { field: '* spec*.protocol', ours: 'nothing', why: SERVER },
  { field: '* spec*.imagePullPolicy', ours: 'nothing', why: SERVER },
  { field: 'Service spec.ports*.targetPort', ours: '"*"', why: 'Services lead to ports by their names' },
  { field: 'Namespace metadata.labels["pod-security.kubernetes.io/*"]', ours: '"*"', why: 'Pod Security is enforced' },
  {
    field: 'Namespace metadata.labels["elbv2.k8s.aws/pod-readiness-gate-inject"]',
    ours: '"enabled"',
    why: 'a Pod counts as ready when its load balancer says so',
  },
  {
    field: 'DaemonSet spec.template.spec.affinity.nodeAffinity.*',
    ours: '*fargate*',
    why: 'the environment has Fargate profiles, and a Pod that tolerates every taint would wait for their nodes for ever',
  },
  { field: 'ServiceAccount (object)', ours: 'there', why: ACCOUNT },
  { field: '* spec*template.spec.serviceAccountName', ours: '"*"', why: ACCOUNT },
  { field: 'ServiceAccount automountServiceAccountToken', ours: 'false', why: ACCOUNT },
  { field: '* spec*template.spec.automountServiceAccountToken', ours: 'false', why: ACCOUNT },
  { field: '* spec*template.spec.enableServiceLinks', ours: 'false', why: 'no variables for every Service around' },
  { field: '* spec*template.spec.securityContext.seccompProfile.type', ours: '"RuntimeDefault"', why: RESTRICTED },
  { field: '* spec*template.spec.securityContext.runAsNonRoot', ours: 'true', why: RESTRICTED },
  { field: '* spec*template.spec.securityContext.runAs*', ours: '*', why: USER },
  { field: '* spec*template.spec.securityContext.fsGroup', ours: '*', why: USER },
  { field: '* spec*ontainers*.securityContext.allowPrivilegeEscalation', ours: 'false', why: RESTRICTED },
  { field: '* spec*ontainers*.securityContext.readOnlyRootFilesystem', ours: 'true', why: RESTRICTED },
  { field: '* spec*ontainers*.securityContext.capabilities.drop', ours: '["ALL"]', why: RESTRICTED },
  { field: '* spec*.containers*.securityContext.runAs*', ours: 'nothing', why: USER },
  { field: 'Deployment spec.strategy.type', ours: '"RollingUpdate"', why: ROLLOUT },
  { field: 'Deployment spec.strategy.rollingUpdate.maxSurge', ours: '"25%"', why: ROLLOUT },
  { field: 'Deployment spec.strategy.rollingUpdate.maxUnavailable', ours: '0', why: ROLLOUT },
  { field: '* spec.revisionHistoryLimit', ours: '3', why: 'three revisions are enough to go back' },
  { field: '* spec.replicas', ours: '1', why: 'the environment’s number is stated where no autoscaler decides' },
  {
    field: 'Deployment spec*.lifecycle.preStop.sleep.seconds',
    ours: '10',
    why: 'a stopping Pod serves until load balancers have noticed',
  },
  {
    field: 'PodDisruptionBudget spec.unhealthyPodEvictionPolicy',
    ours: '"AlwaysAllow"',
    why: 'a Pod that is not ready anyway does not hold a drain up',
  },
  { field: 'StatefulSet spec.volumeClaimTemplates[0].apiVersion', ours: '"v1"', why: TYPED },
  { field: 'StatefulSet spec.volumeClaimTemplates[0].kind', ours: '"PersistentVolumeClaim"', why: TYPED },
  {
    field: '* spec*.readinessProbe.tcpSocket.port',
    ours: '"*"',
    why: 'what a Service sends to says when it is ready',
  },
  { field: '* spec*topologySpreadConstraints', ours: '[*]', why: 'Pods spread over zones and nodes' },
  { field: 'PodDisruptionBudget (object)', ours: 'there', why: 'a drain takes one Pod at a time' },
  { field: 'ConfigMap immutable', ours: 'true', why: 'a changed ConfigMap is a new one' },
  { field: 'ConfigMap metadata.name', ours: '"*"', why: HASH },
  { field: '* spec*configMapRef.name', ours: '"*"', why: HASH },
  { field: '* spec*configMap.name', ours: '"*"', why: HASH },
  { field: '* spec*.emptyDir.sizeLimit', ours: '"64Mi"', why: 'a writable folder says what it may hold' },
  { field: 'Secret (object)', ours: 'nothing', why: 'no Secret with data is rendered: an ExternalSecret makes it' },
];
