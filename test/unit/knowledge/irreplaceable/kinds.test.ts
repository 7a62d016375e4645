import { withSyncAnnotations } from '../../../../src/gitops/sync-annotations';
import { objectPath } from '../../../../src/knowledge/argocd/output-paths';
import { IRREPLACEABLE_KINDS } from '../../../../src/knowledge/irreplaceable/kinds';
import type { IrreplaceableKind } from '../../../../src/knowledge/irreplaceable/row';
import { defined } from '../../../../src/model/defined';
import { at, type JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { riskOf } from '../../../../src/model/risk';
import { deletionProblems } from '../../../../src/write/deletion-brake';
import { delivered } from '../../gitops/delivery';

const OPTIONS = 'argocd.argoproj.io/sync-options';

/** `{ spec: { type: 'LoadBalancer' } }` of what a row asks of its objects. */
function asked({ when }: IrreplaceableKind, is: string | undefined): JsonObject {
  if (when === undefined || is === undefined) return {};
  return when.field.reduceRight<JsonObject | string>((inner, key) => ({ [key]: inner }), is) as JsonObject;
}

function optionsOf(row: Pick<IrreplaceableKind, 'group' | 'kind'>, fields: JsonObject, protect: string[] = []) {
  const apiVersion = row.group === '' ? 'v1' : `${row.group}/v1`;
  const value = { apiVersion, kind: row.kind, metadata: { name: 'x', namespace: 'shop' }, ...fields };
  const environment = delivered({ protect });
  const [object] = withSyncAnnotations([renderedObject(value, { environment: 'prod', app: 'shop' })], environment);
  return at(object?.value, 'metadata', 'annotations', OPTIONS);
}

const CONFIRMED = /^Prune=confirm,Delete=confirm(,|$)/;
const rows = IRREPLACEABLE_KINDS.map((row) => [`${row.kind}.${row.group}`, row] as const);
const KEPT = 'prod/shop/shop/configmap_kept.yaml';
const lostOf = (object: Pick<IrreplaceableKind, 'group' | 'kind'>, protect?: readonly string[], value?: JsonObject) => {
  const path = objectPath('prod', 'shop', { ...object, namespace: 'shop', name: 'x' });
  const given = {
    before: [path, KEPT, `${KEPT}2`],
    after: [KEPT, `${KEPT}2`],
    allowed: [],
    committed: () => () => value,
    gitopsIn: () => defined({ protect }),
  };
  return deletionProblems(given).map(({ message }) => message.slice(path.length));
};

describe.each(rows)('the loss of a %s', (_kind, row) => {
  const object = { group: row.group, kind: row.kind, namespace: 'shop', name: 'x' };

  it('4.1 waits in Argo CD until somebody confirms', () =>
    expect(optionsOf(row, asked(row, row.when?.is))).toMatch(CONFIRMED));

  it('4.1 is told by the deletion brake, with what is lost', () =>
    expect(lostOf(row, undefined, asked(row, row.when?.is))).toEqual([
      ` would be deleted from the cluster, and with it ${row.lost}.`,
    ]));

  it('4.4 is told also where the object cannot be read, and not of one that holds nothing', () => {
    expect(lostOf(row)).toHaveLength(1);
    if (row.when !== undefined) expect(lostOf(row, undefined, asked(row, 'something else'))).toEqual([]);
  });

  it('4.1 is a risk in `diff`', () => {
    const value = asked(row, row.when?.is);
    expect(riskOf({ kind: 'removed', object, field: '' }, value)).toBe(row.holds);
    if (row.when === undefined) return;
    const field = row.when.field.join('.');
    expect(riskOf({ kind: 'changed', object, field }, value)).toBe(row.holds);
    expect(riskOf({ kind: 'removed', object, field: '' }, asked(row, 'something else'))).not.toBe(row.holds);
  });

  it('has a source', () => expect(row.source).toMatch(/^https:\/\//));
});

describe('the list', () => {
  it('names each kind once, as a path spells it too', () => {
    const paths = IRREPLACEABLE_KINDS.map(({ group, kind }) => objectPath('prod', 'shop', { group, kind, name: 'x' }));
    expect(paths).toEqual([...new Set(paths)]);
  });

  it('4.1 has what was removed without a word', () => {
    const kinds = new Set(IRREPLACEABLE_KINDS.map(({ group, kind }) => `${group}/${kind}`));
    const wanted = [
      'snapshot.storage.k8s.io/VolumeSnapshot',
      'snapshot.storage.k8s.io/VolumeSnapshotContent',
      'eks.services.k8s.aws/Cluster',
      'eks.services.k8s.aws/Nodegroup',
      'rds.services.k8s.aws/DBInstance',
      's3.services.k8s.aws/Bucket',
      'dynamodb.services.k8s.aws/Table',
      'postgresql.cnpg.io/Cluster',
      'karpenter.sh/NodePool',
      '/Secret',
      'k8ssandra.io/K8ssandraCluster',
      'longhorn.io/Volume',
    ];
    expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it.each([
    [
      'aws.upbound.io',
      'sqs/Queue kms/Key secretsmanager/Secret efs/FileSystem elasticache/ReplicationGroup docdb/Cluster',
    ],
    ['aws.upbound.io', 'ecr/Repository route53/Zone route53/Record ec2/EIP ec2/Instance elbv2/LB eks/NodeGroup'],
    ['aws.m.upbound.io', 'sqs/Queue kms/Key secretsmanager/Secret ec2/Instance eks/Cluster'],
    ['aws.crossplane.io', 'rds/DBInstance s3/Bucket sqs/Queue kms/Key database/RDSInstance eks/Cluster'],
    ['services.k8s.aws', 'opensearchserverless/Collection ecrpublic/Repository'],
  ])('4.1 has what several controllers make of AWS, and was removed without a word: %s %s', (group, kinds) => {
    const known = new Set(IRREPLACEABLE_KINDS.map((row) => `${row.group}/${row.kind}`));
    const wanted = kinds.split(' ').map((kind) => kind.replace('/', `.${group}/`));
    expect(wanted.filter((kind) => !known.has(kind))).toEqual([]);
  });

  it('4.1 has each kind of data of ACK for Crossplane too, where both know the service', () => {
    const has = (group: string) =>
      IRREPLACEABLE_KINDS.filter((row) => row.holds === 'data').flatMap((row) =>
        row.group.endsWith(`.${group}`) ? row.group.slice(0, -group.length - 1) : [],
      );
    // Crossplane calls these by the names that Terraform has for them.
    const renamed: Readonly<Record<string, string>> = {
      cognitoidentityprovider: 'cognitoidp',
      documentdb: 'docdb',
      opensearchservice: 'opensearch',
      prometheusservice: 'amp',
    };
    const crossplane = new Set(has('aws.upbound.io'));
    expect([...new Set(has('services.k8s.aws'))].filter((name) => !crossplane.has(renamed[name] ?? name))).toEqual([]);
  });

  it('4.1 grows with the settings, for Argo CD, for the brake and for `diff`', () => {
    const object = { group: 'db.example.com', kind: 'Store' };
    const protect = ['db.example.com/Store'];
    expect([optionsOf(object, {}), lostOf(object)]).toEqual([undefined, []]);
    expect(optionsOf(object, {}, protect)).toMatch(CONFIRMED);
    expect(lostOf(object, protect)).toEqual([
      ' would be deleted from the cluster, and with it what it holds: `gitops.protect` names its kind, db.example.com/Store.',
    ]);
    const removed = { kind: 'removed' as const, object: { ...object, name: 'x' }, field: '' };
    expect(riskOf(removed, {}, delivered({ protect }))).toBe('data');
  });

  it('4.1 means every object of a kind that the settings name', () => {
    const service = { group: '', kind: 'Service' };
    expect(optionsOf(service, {})).toBeUndefined();
    expect(optionsOf(service, {}, ['Service'])).toMatch(CONFIRMED);
  });
});

describe('the loss of what is not in the list', () => {
  it('waits for nobody', () => {
    for (const row of IRREPLACEABLE_KINDS)
      if (row.when !== undefined) expect(optionsOf(row, asked(row, 'something else'))).toBeUndefined();
    expect(optionsOf({ group: 'serving.knative.dev', kind: 'Service' }, {})).toBeUndefined();
  });
});
