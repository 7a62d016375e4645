import { applicationSet, applicationsOfSet, elementsOf } from '../../../src/gitops/application-set';
import { argocdObjects } from '../../../src/gitops/argocd-objects';
import { bootstrapFile } from '../../../src/gitops/bootstrap';
import type { GitOps } from '../../../src/model/gitops';
import { at, isJsonObject, type JsonObject, type JsonValue } from '../../../src/model/json';
import { messageOf } from '../../support/thrown';
import { delivered } from './delivery';

const APPS = [
  {
    name: 'shop',
    owner: 'retail',
    namespace: 'shop',
    ignored: [{ kind: 'Secret', name: 'tokens', jsonPointers: ['/data'] }],
  },
  { name: 'cart', owner: 'retail', namespace: 'shop-cart' },
  { name: 'edge', owner: 'platform' },
];

const environment = delivered({ consumer: 'application-set' });
const set = applicationSet(environment, environment.gitops as GitOps, APPS);

/** As much of Go's templates as the set has: `{{ .key }}` and `{{ toJson .key }}`. */
function filled(part: JsonValue, element: JsonObject): JsonValue {
  if (typeof part === 'string')
    return part
      .replace(/\{\{ toJson \.(\w+) \}\}/g, (_all, key: string) => JSON.stringify(element[key]))
      .replace(/\{\{ \.(\w+) \}\}/g, (_all, key: string) => String(element[key]));
  if (Array.isArray(part)) return part.map((item: JsonValue) => filled(item, element));
  if (!isJsonObject(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, filled(item ?? null, element)]));
}

function generated(element: JsonObject): JsonObject {
  const made = filled(at(set, 'spec', 'template') ?? null, element) as { spec: Record<string, JsonValue> };
  const patch = String(filled(at(set, 'spec', 'templatePatch') ?? null, element));
  const [, ignored = '', options = ''] =
    /ignoreDifferences: (.*)\n {2}syncPolicy:\n {4}syncOptions: (.*)\n$/.exec(patch) ?? [];
  const syncPolicy = { ...(made.spec['syncPolicy'] as JsonObject), syncOptions: JSON.parse(options) as JsonValue };
  return { ...made, spec: { ...made.spec, ignoreDifferences: JSON.parse(ignored) as JsonValue, syncPolicy } };
}

describe('an ApplicationSet', () => {
  it('makes the Applications that would be written otherwise, without a finalizer and without what root asks', () => {
    const whole = argocdObjects(delivered(), APPS).filter(({ kind }) => kind === 'Application');
    const elements = elementsOf(set);
    expect(elements.map(({ app }) => app)).toEqual(['cart', 'edge', 'shop']);
    expect(elements.map(generated)).toEqual(
      whole.map(({ name, value }) => ({
        metadata: {
          name,
          namespace: 'argocd',
          annotations: { 'argocd.argoproj.io/manifest-generate-paths': '.' },
        },
        spec: {
          ...(at(value, 'spec') as JsonObject),
          destination: { namespace: '', ...(at(value, 'spec', 'destination') as JsonObject) },
          ignoreDifferences: at(value, 'spec', 'ignoreDifferences') ?? [],
        },
      })),
    );
    expect(applicationsOfSet({ name: 'prod-apps', value: set })).toEqual(whole.map(({ name }) => name));
  });

  it('makes and changes Applications, deletes none, and goes only when somebody confirms it', () => {
    expect(at(set, 'spec', 'syncPolicy')).toEqual({
      applicationsSync: 'create-update',
      preserveResourcesOnDeletion: true,
    });
    expect(at(set, 'metadata')).toEqual({
      name: 'prod-apps',
      namespace: 'argocd',
      annotations: { 'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm' },
    });
  });

  it('refuses an item without a key, rather than to make an Application of half a name', () => {
    expect(at(set, 'spec', 'goTemplateOptions')).toEqual(['missingkey=error']);
    const keys = ['app', 'project', 'namespace', 'ignoreDifferences', 'syncOptions'];
    for (const element of elementsOf(set)) expect(Object.keys(element)).toEqual(keys);
  });

  it('stands beside the projects in place of the Applications, and root may bring it', () => {
    expect(argocdObjects(environment, APPS).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'AppProject prod-platform',
      'AppProject prod-retail',
      'ApplicationSet prod-apps',
    ]);
    expect(at(bootstrapFile(environment)?.values[0], 'spec', 'namespaceResourceWhitelist')).toEqual([
      { group: 'argoproj.io', kind: 'ApplicationSet' },
      { group: 'argoproj.io', kind: 'AppProject' },
    ]);
  });

  it('keeps the items of apps that a run leaves out', () => {
    const [cart] = elementsOf(set);
    const part = applicationSet(environment, environment.gitops as GitOps, APPS.slice(0, 1), [cart ?? {}]);
    expect(elementsOf(part)).toEqual(elementsOf(set).filter(({ app }) => app !== 'edge'));
  });

  it('sends nothing to another cluster than the others', () => {
    const hub = delivered({ consumer: 'application-set', destination: { name: 'prod' } });
    expect(
      messageOf(() =>
        argocdObjects(hub, [{ name: 'add-ons', owner: 'platform', namespace: 'x', applications: 'all' }]),
      ),
    ).toBe(
      [
        'prod: app add-ons renders Applications of add-ons. Argo CD runs on another cluster and reads them there alone, and an ApplicationSet sends all apps to one cluster.',
        'fix: set `gitops.consumer: applications`.',
      ].join('\n'),
    );
  });
});
