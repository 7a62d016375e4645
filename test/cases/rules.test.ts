import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/checks/engine/check';
import type { Rule } from '../../src/checks/engine/rule';
import { RULES } from '../../src/checks/registry';
import { loadManifests } from '../../src/load/manifests';
import { loadSchemas } from '../../src/load/schemas';
import type { CommittedObject } from '../../src/model/check-input';
import type { GitOps } from '../../src/model/gitops';
import { identityKey } from '../../src/model/identity';
import { type RenderedObject, renderedObject } from '../../src/model/rendered-object';
import type { Unread } from '../../src/model/unread';
import { findingsText } from '../../src/report/text';
import { eksEnvironment } from '../support/environment';

const ROOT = join(__dirname, '..', '..');
const CASES = join(ROOT, 'test', 'cases', 'rules');
const schemas = loadSchemas(join(ROOT, 'imports', 'schemas'), '1.34');
const environment = eksEnvironment({
  external: [{ group: '', kind: 'Secret', namespace: 'shop', name: 'outside' }],
});
const other = eksEnvironment({
  name: 'other',
  accountId: '999988887777',
  domain: 'other.example.com',
  clusterName: 'other-cluster',
});
/** What an earlier output held, for the rule that looks at it. */
const committed: readonly CommittedObject[] = [
  { app: 'shop', group: '', kind: 'ConfigMap', namespace: 'elsewhere', name: 'left-behind' },
  { app: 'shop', group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'shop-reader' },
];

function read(rule: Rule, file: string) {
  return loadManifests(join(CASES, rule.id, file), { environment: 'test', root: CASES });
}

function manifests(rule: Rule, file: string): readonly RenderedObject[] {
  return read(rule, file).objects.map((object) => ({ ...object, app: 'shop' }));
}

/** The rule that is about another flavour of Argo CD is asked about an environment that has it. */
const capability = eksEnvironment({
  gitops: {
    ...(environment.gitops as GitOps),
    flavour: 'eks-capability',
    destination: { clusterArn: 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster' },
  },
});

/** The rule about Flux is asked where Flux reads the output. */
const flux = eksEnvironment({
  gitops: { ...(environment.gitops as GitOps), consumer: 'flux', namespace: 'flux-system' },
});

/** What was committed of objects that are otherwise now, for the rule that compares. */
function committedBefore(rule: Rule): ReadonlyMap<string, RenderedObject> {
  const isThere = existsSync(join(CASES, rule.id, 'before.yaml'));
  return new Map((isThere ? manifests(rule, 'before.yaml') : []).map((object) => [identityKey(object), object]));
}

/** Production asks for digests instead. */
const development = eksEnvironment({ tier: 'development' });

/** Rules about nodes that somebody makes are asked about an environment where Karpenter and EKS Auto Mode do. */
const makers = eksEnvironment({ compute: { ...environment.compute, karpenter: true, autoMode: true } });

/** Rules about private clusters are asked about one. */
const closed = eksEnvironment({
  network: { ...environment.network, private: true, imageRegistries: ['mirror.example.com:5000'] },
});

/** Rules about what was read of a cluster are asked about one that has an add-on and no Fargate profile of the settings. */
const readCluster = eksEnvironment({
  facts: {
    schemaVersion: 1,
    clusterName: 'test-cluster',
    accountId: '111122223333',
    region: 'eu-west-1',
    cluster: {
      arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster',
      kubernetesVersion: '1.34',
      autoMode: false,
    },
    addOns: [{ name: 'aws-ebs-csi-driver', version: 'v1.64.0-eksbuild.1' }],
    fargateProfiles: [{ name: 'jobs', selectors: [{ namespace: 'serverless', labels: { tier: 'low' } }] }],
  },
});

/** Rules about what Auto Mode has built in are asked about a cluster without other nodes. */
const autoMode = eksEnvironment({ compute: { ...environment.compute, autoMode: true, managedNodeGroups: [] } });

/** Rules about add-ons are asked where an owner may have one. */
const withAddOns = eksEnvironment({
  owners: {
    ...environment.owners,
    ops: {
      name: 'ops',
      namespaces: ['ops'],
      clusterKinds: [],
      repositories: ['mirror.example.com/charts'],
      platform: true,
      addOns: ['karpenter', 'snapshot-controller'],
    },
  },
});

interface Beside {
  readonly committed?: readonly CommittedObject[];
  readonly unread?: readonly Unread[];
}

function findingsOf(rule: Rule, objects: readonly RenderedObject[], beside: Beside = {}) {
  const appOwners = new Map([['shop', 'retail']]);
  const others: Readonly<Record<string, typeof environment>> = {
    'eks/valid-argocd-capability': capability,
    'policy/require-image-tag': development,
    'policy/valid-flux-annotation': flux,
    'eks/no-missing-controller': readCluster,
    'eks/no-duplicate-add-on': readCluster,
    'eks/ban-built-in-add-on': autoMode,
    'policy/valid-add-on-application': withAddOns,
    'eks/no-missing-fargate-profile': readCluster,
    'eks/ban-public-endpoint': closed,
    'eks/ban-public-image': closed,
    'eks/no-missing-node-class': makers,
    'eks/no-missing-accelerator': makers,
    'eks/valid-node-pool': makers,
    'eks/valid-node-class': makers,
  };
  const judged = others[rule.id] ?? environment;
  const input = {
    environment: judged,
    objects,
    schemas,
    appOwners,
    environments: [environment, other],
    committed: [],
    before: committedBefore(rule),
    ...beside,
  };
  return check(input, [rule]).findings;
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('speaks on two mistakes or more, in these words', () => {
    const { unread } = read(rule, 'wrong.yaml');
    const before = rule.id === 'policy/no-missing-owner-permission' ? committed : [];
    const said = findingsOf(rule, manifests(rule, 'wrong.yaml'), { committed: before, unread });
    const text = findingsText(said, { colour: false });
    const file = join(CASES, rule.id, 'expected.txt');
    if (process.env['UPDATE_CASES'] !== undefined) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
    expect(text.split('\n\n').length).toBeGreaterThan(1);
  });

  it('is silent on the smallest correction', () => {
    expect(findingsOf(rule, manifests(rule, 'right.yaml'))).toEqual([]);
  });

  it('is silent where there is nothing', () => {
    const nothing = { environment, objects: [], schemas, appOwners: new Map(), environments: [environment, other] };
    expect(check(nothing, [rule]).findings).toEqual([]);
  });

  it('says why it exists, in one to three sentences, and names pages', () => {
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
    expect(rule.why.split(/\. (?=[A-Z])/).length).toBeLessThanOrEqual(3);
    for (const address of rule.see) expect(new URL(address).protocol).toBe('https:');
  });

  it('has a page', () => {
    expect(existsSync(join(ROOT, 'docs', 'rules', `${rule.id}.md`))).toBe(true);
  });
});

describe('rules of declared kinds', () => {
  const declared = RULES.flatMap((rule) => ('kinds' in rule ? [[rule.id, rule] as const] : []));

  it.each(declared)('%s leaves the same kind of another group alone', (_id, rule) => {
    const elsewhere = manifests(rule, 'wrong.yaml').map((object) =>
      renderedObject({ ...object.value, apiVersion: 'other.example.com/v1' }, object),
    );
    expect(findingsOf(rule, elsewhere)).toEqual([]);
  });
});
