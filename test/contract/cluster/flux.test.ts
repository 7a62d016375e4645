import { fluxBootstrap } from '../../../src/gitops/flux/flux-bootstrap';
import { fluxObjects } from '../../../src/gitops/flux/flux-objects';
import type { GitOps } from '../../../src/model/gitops';
import { renderedObject } from '../../../src/model/rendered-object';
import { judgeWithApiServer } from '../../../src/referee/apiserver/judge';
import { stringifyYaml } from '../../../src/render/yaml/stringify';
import { delivered, owner } from '../../unit/gitops/delivery';
import { ControlPlane } from './harness/control-plane';
import { installDefinitions } from './harness/definitions';
import { judgedVersions } from './harness/judged';
import { makeNamespaces } from './harness/namespaces';
import { changedByServer } from './harness/stored';

const environment = delivered(
  {
    consumer: 'flux',
    namespace: 'flux-system',
    destination: { name: 'prod-kubeconfig' },
    flux: { sourceSecret: 'platform-repository', ownerAccounts: true },
    ignoreDifferences: [{ kind: 'Secret', name: 'tokens', jsonPointers: ['/data'] }],
  },
  { owners: { ops: owner({ name: 'ops', platform: true }), retail: owner() } },
);
const APPS = [
  { name: 'shop', owner: 'retail', namespace: 'shop', needs: ['tenant-retail'] },
  { name: 'tenant-retail', owner: 'ops', namespace: 'shop' },
];

/** All that Flux is given, with every setting. */
function files() {
  const gitops = environment.gitops as GitOps;
  const bootstrap = fluxBootstrap(environment, gitops).map((value) =>
    renderedObject(value, { environment: 'prod', app: '_bootstrap' }),
  );
  return [...fluxObjects(environment, gitops, APPS), ...bootstrap].map((object, index) => {
    return { path: `flux/${index}`, content: stringifyYaml(object.value), object };
  });
}

describe.each(judgedVersions())('what Flux is given, on Kubernetes %s', (version) => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await ControlPlane.start({ version });
    await installDefinitions(plane.api);
    await makeNamespaces(plane.api, files());
  });
  afterAll(() => plane?.stop());

  it('is accepted without a warning, and stored as it was written', async () => {
    const findings = await judgeWithApiServer({ environment: 'prod', files: files() }, plane.ask);
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([]);
    const changed: string[] = [];
    for (const { path, content, object } of files()) {
      const stored = await plane.api.applyText(object.value, content);
      changed.push(...changedByServer(object.value, stored).map((difference) => `${path}: ${difference}`));
    }
    expect(changed).toEqual([]);
  });

  it('is refused with a word that its definition does not have', async () => {
    const [kustomization] = files().filter(({ object }) => object.kind === 'Kustomization');
    const content = kustomization?.content.replace('WaitForTermination', 'Foreground') ?? '';
    await expect(plane.api.applyText(kustomization?.object.value ?? {}, content)).rejects.toThrow('deletionPolicy');
  });
});
