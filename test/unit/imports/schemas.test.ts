import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isBuiltIn } from '../../../src/knowledge/kubernetes/kinds';
import { bundleOf } from '../../../src/load/schema-bundle';
import type { SchemaBundle, SchemaNode } from '../../../src/model/schema';
import { ROOT } from '../../support/project';
import { SCHEMAS, schemasOf } from '../../support/schemas';

const VERSIONS = ['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36'];
/** What nobody renders: requests about objects, and a list the server makes. */
const NOT_RENDERED = ['TokenRequest', 'ComponentStatus', 'ResourcePoolStatusRequest'];

function written(name: string): SchemaBundle {
  return JSON.parse(readFileSync(join(SCHEMAS, `${name}.json`), 'utf8'));
}

function refs(node: SchemaNode): readonly string[] {
  const inner = [...Object.values(node.properties ?? {}), node.values, node.items, ...(node.oneOf ?? [])];
  return [node.ref ?? [], ...inner.map((one) => (one === undefined ? [] : refs(one)))].flat();
}

function dangling(bundle: SchemaBundle, ...others: readonly SchemaBundle[]): readonly string[] {
  const known = new Set([bundle, ...others].flatMap(({ definitions }) => Object.keys(definitions)));
  return [...Object.values(bundle.kinds), ...Object.values(bundle.definitions).flatMap(refs)].filter(
    (ref) => !known.has(ref),
  );
}

describe.each(VERSIONS)('the schemas of Kubernetes %s', (version) => {
  const kubernetes = written(`kubernetes-${version}`);
  const custom = written('custom');

  it('point only at what is there', () => {
    expect([...dangling(kubernetes), ...dangling(custom, kubernetes)]).toEqual([]);
  });

  it('hold all workloads', () => {
    const kinds = ['apps/v1/Deployment', 'batch/v1/CronJob', 'networking.k8s.io/v1/Ingress', 'v1/Pod', 'v1/Service'];
    expect(kinds.filter((kind) => kubernetes.kinds[kind] === undefined)).toEqual([]);
  });
});

it.each(['custom', ...VERSIONS.map((version) => `kubernetes-${version}`)])(
  'each definition of %s is found by name',
  (name) => {
    const { kinds, definitions } = written(name);
    const lazy = bundleOf(readFileSync(join(SCHEMAS, `${name}.json`), 'utf8'));
    const found = Object.keys(definitions).map((one) => [one, lazy.definitions.get(one)]);
    expect(Object.fromEntries(found)).toEqual(definitions);
    expect(lazy.kinds).toEqual(kinds);
    expect(['constructor', 'kinds', ''].map((one) => lazy.definitions.get(one))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  },
);

it('every kind that Kubernetes serves is known to live in a namespace or not', () => {
  const unknown = Object.keys(schemasOf().servedIn).filter((key) => {
    const [kind = '', , group = ''] = key.split('/').reverse();
    return !NOT_RENDERED.includes(kind) && !isBuiltIn(group, kind);
  });
  expect(unknown).toEqual([]);
});

it('every custom kind is known to live in a namespace or not', () => {
  const { custom, scopes } = schemasOf();
  const unknown = Object.keys(custom.kinds).filter((key) => {
    const [group, , kind] = key.split('/');
    return typeof scopes.get(`${group}/${kind}`) !== 'boolean';
  });
  expect(unknown).toEqual([]);
});

it('no field of an object takes what controllers write', () => {
  const withStatus = [schemasOf().kubernetes, schemasOf().custom].flatMap(({ kinds, definitions }) =>
    Object.values(kinds).filter((name) => definitions.get(name)?.properties?.['status'] !== undefined),
  );
  expect(withStatus).toEqual([]);
});

it('each file stays small enough to read quickly', () => {
  const large = readdirSync(SCHEMAS).filter((name) => statSync(join(SCHEMAS, name)).size > 400_000);
  expect(large).toEqual([]);
});

/** `One of …`, `1–5.`, an address of the reference: what scripts/import/facts.ts writes. */
const FACT =
  /(?:\w+ of [\w./]+(?:, in a namespace|, of the whole cluster)?|Required|Each: .+|(?:One of )?`.*`|At (?:least|most) \d+(?: items?| characters?)?|\d+–\d+(?: items?| characters?)?|Matches `.*`|No two items .+|Immutable in an? \w+: a change needs a new object|Since Kubernetes 1\.\d+)\./;
const ADDRESS = /@see https:\/\/kubernetes\.io\/docs\/reference\/generated\/kubernetes-api\/v1\.\d+\/#[a-z0-9-]+/;
const COMMENT = new RegExp(`^ *\\/\\*\\* (?:${FACT.source} )*(?:${ADDRESS.source} )?\\*\\/$`, 'gm');

it('what is generated holds no address but those of the reference, no path of a machine and no prose', () => {
  const files = readdirSync(join(ROOT, 'imports')).filter((name) => name.endsWith('.ts') && name !== 'fields.ts');
  const texts = [...files.map((name) => join(ROOT, 'imports', name)), join(SCHEMAS, 'custom.json')].map((file) =>
    readFileSync(file, 'utf8').replace(COMMENT, ''),
  );
  expect(
    texts.flatMap((text) => text.match(/https?:\/\/|\/(work|home|root|tmp)\/|\/\*\*|"description": ?"/g) ?? []),
  ).toEqual([]);
});

describe('the doc comments of imports/k8s.ts', () => {
  const text = readFileSync(join(ROOT, 'imports', 'k8s.ts'), 'utf8');
  const commentOf = (declaration: string) => {
    const lines = text.split('\n');
    return lines[lines.findIndex((line) => line.trim().startsWith(declaration)) - 1]?.trim();
  };

  it('9.5 are before every kind, with the address of its reference', () => {
    const classes = text
      .split('\n')
      .flatMap((line, at, all) => (line.startsWith('export class Kube') ? [all[at - 1]] : []));
    expect(classes.length).toBeGreaterThan(150);
    expect(classes.filter((line) => !/^\/\*\* (\w+ of .*)?@see .*#[a-z0-9-]+ \*\/$/.test(line ?? ''))).toEqual([]);
  });

  it('9.5 say what the server asks beside the published types', () => {
    const see = '@see https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#';
    expect(commentOf('export class KubeIngress extends')).toBe(
      `/** Ingress of networking.k8s.io/v1, in a namespace. ${see}ingress-v1-networking-k8s-io */`,
    );
    expect(commentOf('readonly externalTrafficPolicy?:')).toBe(
      `/** One of \`Cluster\`, \`Local\`. ${see}servicespec-v1-core */`,
    );
    expect(commentOf('readonly podManagementPolicy?:')).toBe(
      `/** One of \`OrderedReady\`, \`Parallel\`. Immutable in a StatefulSet: a change needs a new object. ${see}statefulsetspec-v1-apps */`,
    );
    expect(commentOf('readonly imagePullPolicy?:')).toBe('/** One of `Always`, `IfNotPresent`, `Never`. */');
  });
});
