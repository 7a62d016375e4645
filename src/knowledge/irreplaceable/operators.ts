import { type IrreplaceableKind, kindsOf } from './row';

const STORE = 'the store that it describes, with the volumes that its operator removes';

/** Group, kinds and the operator's documentation. Each kind stands for a data store that runs on the cluster. */
const STORES: readonly (readonly [group: string, kinds: string, source: string])[] = [
  ['acid.zalan.do', 'postgresql', 'https://postgres-operator.readthedocs.io/en/latest/administrator/'],
  [
    'app.redislabs.com',
    'RedisEnterpriseCluster RedisEnterpriseDatabase',
    'https://redis.io/docs/latest/operate/kubernetes/',
  ],
  ['cassandra.datastax.com', 'CassandraDatacenter', 'https://docs.k8ssandra.io/components/cass-operator/'],
  [
    'ceph.rook.io',
    'CephBlockPool CephCluster CephFilesystem CephObjectStore',
    'https://rook.io/docs/rook/latest-release/Storage-Configuration/ceph-teardown/',
  ],
  [
    'clickhouse-keeper.altinity.com',
    'ClickHouseKeeperInstallation',
    'https://docs.altinity.com/altinitykubernetesoperator/',
  ],
  ['clickhouse.altinity.com', 'ClickHouseInstallation', 'https://docs.altinity.com/altinitykubernetesoperator/'],
  ['couchbase.com', 'CouchbaseCluster', 'https://docs.couchbase.com/operator/current/overview.html'],
  ['crdb.cockroachlabs.com', 'CrdbCluster', 'https://github.com/cockroachdb/cockroach-operator'],
  ['databases.spotahome.com', 'RedisFailover', 'https://github.com/spotahome/redis-operator'],
  ['dragonflydb.io', 'Dragonfly', 'https://www.dragonflydb.io/docs/getting-started/kubernetes-operator'],
  [
    'elasticsearch.k8s.elastic.co',
    'Elasticsearch',
    'https://www.elastic.co/docs/deploy-manage/deploy/cloud-on-k8s/volume-claim-templates',
  ],
  ['jetstream.nats.io', 'KeyValue ObjectStore Stream', 'https://github.com/nats-io/nack'],
  ['k8s.mariadb.com', 'Database MariaDB', 'https://github.com/mariadb-operator/mariadb-operator'],
  ['k8ssandra.io', 'K8ssandraCluster', 'https://docs.k8ssandra.io/components/k8ssandra-operator/'],
  ['kafka.strimzi.io', 'Kafka KafkaNodePool KafkaTopic', 'https://strimzi.io/docs/operators/latest/deploying'],
  ['minio.min.io', 'Tenant', 'https://github.com/minio/operator'],
  ['mongodb.com', 'MongoDB', 'https://github.com/mongodb/mongodb-kubernetes'],
  ['mongodbcommunity.mongodb.com', 'MongoDBCommunity', 'https://github.com/mongodb/mongodb-kubernetes'],
  ['mysql.oracle.com', 'InnoDBCluster', 'https://dev.mysql.com/doc/mysql-operator/en/'],
  [
    'opensearch.opster.io',
    'OpenSearchCluster',
    'https://docs.opensearch.org/latest/install-and-configure/install-opensearch/operator/',
  ],
  [
    'pgv2.percona.com',
    'PerconaPGCluster',
    'https://docs.percona.com/percona-operator-for-postgresql/latest/delete.html',
  ],
  ['pingcap.com', 'TidbCluster', 'https://docs.pingcap.com/tidb-in-kubernetes/stable/destroy-a-tidb-cluster'],
  ['planetscale.com', 'VitessCluster', 'https://github.com/planetscale/vitess-operator'],
  [
    'postgres-operator.crunchydata.com',
    'PostgresCluster',
    'https://access.crunchydata.com/documentation/postgres-operator/latest/',
  ],
  ['postgresql.cnpg.io', 'Cluster Database', 'https://cloudnative-pg.io/docs/'],
  ['ps.percona.com', 'PerconaServerMySQL', 'https://docs.percona.com/percona-operator-for-mysql/ps/delete.html'],
  ['psmdb.percona.com', 'PerconaServerMongoDB', 'https://docs.percona.com/percona-operator-for-mongodb/delete.html'],
  ['pxc.percona.com', 'PerconaXtraDBCluster', 'https://docs.percona.com/percona-operator-for-mysql/pxc/delete.html'],
  [
    'rabbitmq.com',
    'Queue RabbitmqCluster SuperStream Vhost',
    'https://www.rabbitmq.com/kubernetes/operator/operator-overview',
  ],
  [
    'redis.redis.opstreelabs.in',
    'Redis RedisCluster RedisReplication',
    'https://github.com/OT-CONTAINER-KIT/redis-operator',
  ],
  ['scylla.scylladb.com', 'ScyllaCluster', 'https://operator.docs.scylladb.com/stable/'],
  ['solr.apache.org', 'SolrCloud', 'https://apache.github.io/solr-operator/docs/solr-cloud/solr-cloud-crd.html'],
  ['stackgres.io', 'SGCluster', 'https://stackgres.io/doc/latest/reference/crd/sgcluster/'],
  ['zookeeper.pravega.io', 'ZookeeperCluster', 'https://github.com/pravega/zookeeper-operator'],
];

/** Kinds of operators that run data stores, and kinds that make and remove other objects. Read on 2026-11-28. */
export const OF_OPERATORS: readonly IrreplaceableKind[] = [
  ...STORES.flatMap(([group, kinds, source]) => kindsOf(kinds, { group, holds: 'data', lost: STORE, source })),
  ...kindsOf('BackingImage Backup BackupVolume Snapshot Volume', {
    group: 'longhorn.io',
    holds: 'data',
    lost: 'what it stands for in the storage, with all data',
    source: 'https://longhorn.io/docs/latest/concepts/',
  }),
  {
    group: 'apps.kruise.io',
    kind: 'StatefulSet',
    holds: 'data',
    lost: 'its Pods, and its claims too where its retention policy says Delete',
    source: 'https://openkruise.io/docs/user-manuals/advancedstatefulset',
  },
  ...kindsOf('Application ApplicationSet', {
    group: 'argoproj.io',
    holds: 'data',
    lost: 'every object that it delivers, where its finalizer says so',
    source: 'https://argo-cd.readthedocs.io/en/release-3.2/user-guide/app_deletion/',
  }),
  {
    group: 'external-secrets.io',
    kind: 'PushSecret',
    holds: 'data',
    when: { field: ['spec', 'deletionPolicy'], is: 'Delete' },
    lost: 'the secret that it wrote into its store',
    source: 'https://external-secrets.io/latest/api/pushsecret/',
  },
  {
    group: 'cluster.x-k8s.io',
    kind: 'Cluster',
    holds: 'machines',
    lost: 'the cluster, with everything that runs on it',
    source: 'https://cluster-api.sigs.k8s.io/',
  },
  ...kindsOf('MachineDeployment MachinePool', {
    group: 'cluster.x-k8s.io',
    holds: 'machines',
    lost: 'its nodes, with every Pod on them',
    source: 'https://cluster-api.sigs.k8s.io/',
  }),
];
