/** What an operator makes of one object of a kind. `{name}` stands for the object's name, `*` for any text. */
export interface OperatorKind {
  readonly group: string;
  readonly kind: string;
  /** A label that all Pods of the object carry, beside others. */
  readonly podLabel?: readonly [key: string, value: string];
  readonly services?: readonly string[];
  readonly secrets?: readonly string[];
  /** Keys that its Secrets have at least. */
  readonly keys?: readonly string[];
  /** Where the operator's documentation says so. */
  readonly source: string;
}

/** Operators that run something, with the names that applications meet. Read on 2026-11-28. */
export const OPERATOR_KINDS: readonly OperatorKind[] = [
  {
    group: 'postgresql.cnpg.io',
    kind: 'Cluster',
    podLabel: ['cnpg.io/cluster', '{name}'],
    services: ['{name}-rw', '{name}-ro', '{name}-r'],
    secrets: ['{name}-app', '{name}-superuser'],
    keys: ['username', 'password', 'dbname', 'host', 'port', 'uri', 'jdbc-uri', 'pgpass'],
    source: 'https://cloudnative-pg.io/docs/1.29/applications/',
  },
  {
    group: 'postgresql.cnpg.io',
    kind: 'Cluster',
    secrets: ['{name}-ca', '{name}-server', '{name}-replication'],
    source: 'https://cloudnative-pg.io/docs/1.29/certificates/',
  },
  {
    group: 'postgresql.cnpg.io',
    kind: 'Pooler',
    podLabel: ['cnpg.io/poolerName', '{name}'],
    services: ['{name}'],
    source: 'https://cloudnative-pg.io/docs/1.29/labels_annotations/',
  },
  {
    group: 'acid.zalan.do',
    kind: 'postgresql',
    podLabel: ['cluster-name', '{name}'],
    services: ['{name}', '{name}-repl'],
    secrets: ['*.{name}.credentials.postgresql.acid.zalan.do'],
    keys: ['username', 'password'],
    source: 'https://postgres-operator.readthedocs.io/en/latest/user/',
  },
  {
    group: 'postgres-operator.crunchydata.com',
    kind: 'PostgresCluster',
    podLabel: ['postgres-operator.crunchydata.com/cluster', '{name}'],
    services: ['{name}-primary', '{name}-replicas', '{name}-pgbouncer'],
    secrets: ['{name}-pguser-*'],
    source:
      'https://access.crunchydata.com/documentation/postgres-operator/latest/tutorials/basic-setup/connect-cluster',
  },
  {
    group: 'kafka.strimzi.io',
    kind: 'Kafka',
    podLabel: ['strimzi.io/cluster', '{name}'],
    services: ['{name}-kafka-bootstrap', '{name}-kafka-brokers'],
    secrets: ['{name}-cluster-ca-cert', '{name}-clients-ca-cert'],
    source: 'https://strimzi.io/docs/operators/latest/deploying',
  },
  {
    group: 'kafka.strimzi.io',
    kind: 'KafkaConnect',
    podLabel: ['strimzi.io/cluster', '{name}'],
    source: 'https://strimzi.io/docs/operators/latest/deploying',
  },
  {
    group: 'kafka.strimzi.io',
    kind: 'KafkaUser',
    secrets: ['{name}'],
    source: 'https://strimzi.io/docs/operators/latest/deploying',
  },
  {
    group: 'elasticsearch.k8s.elastic.co',
    kind: 'Elasticsearch',
    podLabel: ['elasticsearch.k8s.elastic.co/cluster-name', '{name}'],
    services: ['{name}-es-http'],
    secrets: ['{name}-es-elastic-user', '{name}-es-http-certs-public', '{name}-es-http-ca-internal'],
    source: 'https://www.elastic.co/docs/deploy-manage/deploy/cloud-on-k8s',
  },
  {
    group: 'kibana.k8s.elastic.co',
    kind: 'Kibana',
    podLabel: ['kibana.k8s.elastic.co/name', '{name}'],
    services: ['{name}-kb-http'],
    source: 'https://www.elastic.co/docs/deploy-manage/deploy/cloud-on-k8s',
  },
  {
    group: 'rabbitmq.com',
    kind: 'RabbitmqCluster',
    podLabel: ['app.kubernetes.io/name', '{name}'],
    services: ['{name}'],
    secrets: ['{name}-default-user'],
    keys: ['username', 'password', 'host', 'port'],
    source: 'https://www.rabbitmq.com/kubernetes/operator/using-operator',
  },
  {
    group: 'monitoring.coreos.com',
    kind: 'Prometheus',
    podLabel: ['prometheus', '{name}'],
    services: ['prometheus-operated'],
    source: 'https://prometheus-operator.dev/docs/developer/getting-started/',
  },
  {
    group: 'monitoring.coreos.com',
    kind: 'Alertmanager',
    podLabel: ['alertmanager', '{name}'],
    services: ['alertmanager-operated'],
    source: 'https://prometheus-operator.dev/docs/developer/alerting/',
  },
];

/**
 * Groups whose kinds make no Pods that anybody selects, and no Secrets or ConfigMaps that the checks do not know. A kind
 * of any other group may make both.
 */
const QUIET_GROUPS: ReadonlySet<string> = new Set([
  'argoproj.io',
  'bitnami.com',
  'cert-manager.io',
  'cilium.io',
  'eks.amazonaws.com',
  'elbv2.k8s.aws',
  'external-secrets.io',
  'gateway.k8s.aws',
  'karpenter.k8s.aws',
  'karpenter.sh',
  'keda.sh',
  'kyverno.io',
  'networking.istio.io',
  'networking.k8s.aws',
  'secrets-store.csi.x-k8s.io',
  'security.istio.io',
  'snapshot.storage.k8s.io',
  'trust.cert-manager.io',
  'vpcresources.k8s.aws',
]);

/** Kinds of other groups of which the same is true. */
const QUIET_KINDS: ReadonlySet<string> = new Set([
  ...[
    'BackendTLSPolicy',
    'GRPCRoute',
    'HTTPRoute',
    'ListenerSet',
    'ReferenceGrant',
    'TCPRoute',
    'TLSRoute',
    'UDPRoute',
  ].map((kind) => `gateway.networking.k8s.io/${kind}`),
  ...['AlertmanagerConfig', 'PodMonitor', 'Probe', 'PrometheusRule', 'ScrapeConfig', 'ServiceMonitor'].map(
    (kind) => `monitoring.coreos.com/${kind}`,
  ),
  'kafka.strimzi.io/KafkaTopic',
  ...['Backup', 'Database', 'ScheduledBackup'].map((kind) => `postgresql.cnpg.io/${kind}`),
]);

const KNOWN: ReadonlySet<string> = new Set(OPERATOR_KINDS.map(({ group, kind }) => `${group}/${kind}`));

/** Whether it is a kind of the table; all of them live in a namespace. */
export function isOfOperator(group: string, kind: string): boolean {
  return KNOWN.has(`${group}/${kind}`);
}

/** Whether nobody here knows what the controller of a custom kind makes. */
export function makesUnknown(group: string, kind: string): boolean {
  const key = `${group}/${kind}`;
  // Controllers of AWS for Kubernetes make things of AWS.
  return !group.endsWith('.services.k8s.aws') && !QUIET_GROUPS.has(group) && !QUIET_KINDS.has(key) && !KNOWN.has(key);
}
