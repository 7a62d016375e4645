import { withSyncAnnotations } from '../../../../src/gitops/sync-annotations';
import { objectPath } from '../../../../src/knowledge/argocd/output-paths';
import { IRREPLACEABLE_KINDS, type IrreplaceableKind } from '../../../../src/knowledge/kubernetes/irreplaceable-kinds';
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

function optionsOf(row: IrreplaceableKind, fields: JsonObject): unknown {
  const apiVersion = row.group === '' ? 'v1' : `${row.group}/v1`;
  const value = { apiVersion, kind: row.kind, metadata: { name: 'x', namespace: 'shop' }, ...fields };
  const [object] = withSyncAnnotations([renderedObject(value, { environment: 'prod', app: 'shop' })], delivered());
  return at(object?.value, 'metadata', 'annotations', OPTIONS);
}

const rows = IRREPLACEABLE_KINDS.map((row) => [`${row.kind}.${row.group}`, row] as const);

describe.each(rows)('the loss of a %s', (_kind, row) => {
  const object = { group: row.group, kind: row.kind, namespace: 'shop', name: 'x' };

  it('waits in Argo CD until somebody confirms', () =>
    expect(optionsOf(row, asked(row, row.when?.is))).toMatch(/^Prune=confirm,Delete=confirm(,|$)/));

  it('is told by the deletion brake where the path shows it, with what is lost', () => {
    const path = objectPath('prod', 'shop', object);
    const kept = 'prod/shop/shop/configmap_kept.yaml';
    const problems = deletionProblems({ before: [path, kept], after: [kept], allowed: [] });
    expect(problems.map(({ message }) => message)).toEqual(
      row.holds === 'data' && row.when === undefined
        ? [`${path} would be deleted from the cluster, and with it ${row.lost}.`]
        : [],
    );
  });

  it('is a risk in `diff` where it holds data', () =>
    expect(riskOf({ kind: 'removed', object, field: '' }, {})).toBe(row.holds === 'data' ? 'data' : undefined));

  it('has a source', () => expect(row.source).toMatch(/^https:\/\//));
});

describe('the loss of what is not in the list', () => {
  it('waits for nobody', () => {
    for (const row of IRREPLACEABLE_KINDS)
      if (row.when !== undefined) expect(optionsOf(row, asked(row, 'something else'))).toBeUndefined();
    const service: IrreplaceableKind = {
      group: 'serving.knative.dev',
      kind: 'Service',
      holds: 'data',
      lost: '',
      source: '',
    };
    expect(optionsOf(service, {})).toBeUndefined();
  });
});
