/** A difference from the originals that is meant, and why. Texts are `Kind field: before -> after`, or an identity. */
export interface Known {
  readonly what: RegExp;
  readonly reason: string;
}

/** Objects of ours that stand for one of another name. */
export const RENAMED: Readonly<Record<string, string>> = {
  'Deployment deployment-2048': 'apps|Deployment|game-2048|game-2048',
  'Service service-2048': '|Service|game-2048|game-2048',
  'Ingress ingress-2048': 'networking.k8s.io|Ingress|game-2048|game-2048',
};

export const MISSING: readonly Known[] = [
  {
    what: /^\|(ConfigMap\|other\|dummy|Namespace\|\|other)$/,
    reason: 'the workshop’s own exercise, of no use to the store',
  },
  {
    what: /^\|Secret\|(catalog\|catalog-db|orders\|orders-db)$/,
    reason: 'no Secret with data is rendered: an ExternalSecret makes it',
  },
];

export const EXTRA: readonly Known[] = [
  { what: /^external-secrets\.io\|ExternalSecret\|/, reason: 'makes the Secret that is not rendered' },
  { what: /^\|ServiceAccount\|/, reason: 'each workload runs as an account of its own, without a token' },
  { what: /^policy\|PodDisruptionBudget\|/, reason: 'a drain takes one Pod at a time' },
  { what: /^\|(LimitRange|ResourceQuota)\|\w+\|tenant$/, reason: 'the tenancy' },
  { what: /^networking\.k8s\.io\|NetworkPolicy\|/, reason: 'the tenancy is closed, and each call is opened' },
  { what: /^rbac\.authorization\.k8s\.io\|(Role|RoleBinding)\|\w+\|\w+-team$/, reason: 'the tenancy’s team' },
  {
    what: /^networking\.k8s\.io\|Ingress\|ui\|ui$/,
    reason: 'the store’s load balancer, which the workshop adds later',
  },
  {
    what: /^(networking\.k8s\.io\|Ingress|gateway\.networking\.k8s\.io\|HTTPRoute)\|\w+\|podinfo$/,
    reason: 'the ways in, which podinfo leaves to its cluster',
  },
  { what: /^\|Service\|\w+\|backend-nlb$/, reason: 'gRPC through a load balancer of its own' },
  {
    what: /^gateway\.k8s\.aws\|TargetGroupConfiguration\|staging\|(backend|frontend)$/,
    reason: 'how their load balancer reaches and asks them',
  },
];

const TEMPLATE = '(spec\\.template|spec\\.jobTemplate\\.spec\\.template)';
const CONTAINER = `${TEMPLATE}\\.spec\\.(containers|initContainers)\\.[\\w-]+|${TEMPLATE}\\.spec\\.containers\\["[\\w-]+"\\]`;
const field = (pattern: string) =>
  new RegExp(`^\\w+ ${pattern.replaceAll('CONTAINER', `(${CONTAINER})`).replaceAll('TEMPLATE', TEMPLATE)}`);

export const FIELDS: readonly Known[] = [
  { what: field('metadata\\.labels'), reason: 'our labels instead of the workshop’s and the overlay’s' },
  { what: field('TEMPLATE\\.metadata\\.labels'), reason: 'the same on Pods' },
  {
    what: field('spec\\.selector(\\.matchLabels)?\\["app\\.kubernetes\\.io/(name|part-of|instance|component)"\\]'),
    reason: 'selectors come from app and component',
  },
  {
    what: field('metadata\\.annotations(: undefined -> .*argocd|\\["argocd)\\.argoproj\\.io/sync-(wave|options)'),
    reason: 'order and confirmations for Argo CD',
  },
  { what: field('spec\\.type: "ClusterIP" -> undefined'), reason: 'the server’s default is not written' },
  { what: field('.*protocol: "TCP" -> undefined'), reason: 'the server’s default is not written' },
  {
    what: field('CONTAINER\\.imagePullPolicy: "(IfNotPresent|Always)" -> undefined'),
    reason: 'the server’s default for the tag is not written',
  },
  {
    what: field('TEMPLATE\\.spec\\.enableServiceLinks: undefined -> false'),
    reason: 'Pods get no variables for every Service around',
  },
  {
    what: field('(TEMPLATE\\.spec\\.)?automountServiceAccountToken: undefined -> false'),
    reason: 'no Pod calls the Kubernetes API',
  },
  {
    what: field('(TEMPLATE\\.spec|CONTAINER)\\.securityContext'),
    reason: 'Pod Security restricted, or baseline with a reason',
  },
  { what: field('TEMPLATE\\.spec\\.serviceAccountName: undefined -> "'), reason: 'an account of its own' },
  {
    what: field('TEMPLATE\\.spec\\.topologySpreadConstraints: undefined -> '),
    reason: 'Pods spread over zones and nodes',
  },
  {
    what: field('CONTAINER\\.lifecycle: undefined -> '),
    reason: 'a stopping Pod serves until load balancers have noticed',
  },
  {
    what: field('(TEMPLATE\\.spec\\.volumes|CONTAINER\\.volumeMounts)'),
    reason: 'writable folders are declared, sized and named by path; hashed ConfigMaps',
  },
  {
    what: field('CONTAINER\\.resources'),
    reason: 'no CPU limit, memory request equal to limit, every container states both',
  },
  { what: field('CONTAINER\\.readinessProbe: undefined -> '), reason: 'what a Service sends to says when it is ready' },
  { what: field('CONTAINER\\.envFrom'), reason: 'hashed ConfigMap; single keys of the Secret are named' },
  {
    what: field('CONTAINER\\.env'),
    reason: 'keys of the Secret are named one by one; the root password comes from the Secret',
  },
  { what: field('spec\\.strategy'), reason: 'no Pod goes before its successor is ready' },
  { what: field('spec\\.revisionHistoryLimit: (undefined|5) -> '), reason: 'three revisions are enough to go back' },
  { what: field('immutable: undefined -> true'), reason: 'a changed ConfigMap is a new one, and rolls its Pods' },
  { what: field('data'), reason: 'the scripts are our own; fake AWS keys stay where DynamoDB Local is used' },
  { what: field('spec\\.storageClassName: undefined -> "gp3"'), reason: 'EKS has no default class' },
  {
    what: field('spec\\.replicas: (5 -> 2|undefined -> 1)'),
    reason: 'the environment’s number of replicas; one is stated where no autoscaler decides',
  },
  { what: /^ConfigMap metadata\.name: /, reason: 'the name holds a hash of the content' },
  {
    what: /^(Deployment|Service|Ingress) metadata\.name: "\w+-2048" -> "game-2048"$/,
    reason: 'all of a component are called alike',
  },
  {
    what: /image: "docker\.io\/redis:8\.8\.0" -> "docker\.io\/library\/redis:8\.8\.0"$/,
    reason: 'the same image by its full name',
  },
  {
    what: /image: "ghcr\.io\/(stefanprodan\/podinfo:[\d.]+)" -> "\d{12}\.dkr\.ecr\.eu-west-1\.amazonaws\.com\/github\/\1"$/,
    reason: 'staging is private, and pulls from the mirror of the registry',
  },
  {
    what: /image: "docker\.io\/redis:8\.8\.0" -> "\d{12}\.dkr\.ecr\.eu-west-1\.amazonaws\.com\/docker-hub\/library\/redis:8\.8\.0"$/,
    reason: 'the same there',
  },
  { what: field('spec\\.ports\\[0\\]|spec\\.ports\\.|spec\\.ports'), reason: 'our Services name their ports' },
  { what: field('spec\\.type: "NodePort" -> undefined'), reason: 'the load balancer reaches Pods directly' },
  {
    what: field('CONTAINER\\.(name|ports)|TEMPLATE\\.spec\\.containers\\.[\\w-]+: '),
    reason: 'the container is called as its component',
  },
  { what: field('spec\\.rules'), reason: 'a host, and the certificate that covers it' },
  { what: field('metadata\\.annotations(\\["alb\\.ingress[^"]*"\\])?: '), reason: 'HTTPS and health checks' },
];
