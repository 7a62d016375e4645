import { judgeWithApiServer } from '../../../src/referee/apiserver/judge';
import { stringifyYaml } from '../../../src/render/yaml/stringify';
import { EVERYTHING_MADE, everythingRendered } from '../../support/everything/rendered';
import { installCatalog } from './harness/catalog';
import { ControlPlane } from './harness/control-plane';
import { installDefinitions, servedKinds } from './harness/definitions';
import { servedVersions } from './harness/judged';
import { makeNamespaces } from './harness/namespaces';

/** What one entry renders, as files that are about to be written. */
const filesOf = (name: string, how: 'least' | 'most', version: string) =>
  everythingRendered(name, how, version).map((object, index) => {
    return { path: `${name}/${how}/${index}`, content: stringifyYaml(object.value), object };
  });

/** Those that a version has. */
const namesFor = (version: string) =>
  Object.entries(EVERYTHING_MADE).flatMap(([name, { since = '1.0' }]) => (since <= version ? [name] : []));

const { judged, unbuilt } = servedVersions();

// So that a run shows which versions it did not ask.
if (unbuilt.length > 0)
  describe.skip.each(unbuilt)('every construct on Kubernetes %s', (version) => {
    it.todo(`npm run contract:tools -- --kubernetes ${version}`);
  });

describe.each(judged)('every construct on Kubernetes %s', (version) => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await ControlPlane.start({ version });
    await installDefinitions(plane.api);
    await installCatalog(plane.api, servedKinds());
    const all = namesFor(version).flatMap((name) => [
      ...filesOf(name, 'least', version),
      ...filesOf(name, 'most', version),
    ]);
    await makeNamespaces(
      plane.api,
      all.filter(({ object }) => object.kind !== 'Namespace'),
    );
  });
  afterAll(() => plane?.stop());

  it.each(namesFor(version))('%s is accepted with as little as it takes, and with everything set', async (name) => {
    const said = await Promise.all(
      (['least', 'most'] as const).map((how) =>
        judgeWithApiServer({ environment: 'test', files: filesOf(name, how, version) }, plane.ask),
      ),
    );
    expect(said.flat().map(({ severity, message }) => `${severity}: ${message}`)).toEqual([]);
  });
});
