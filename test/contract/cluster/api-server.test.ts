import { judgeWithApiServer } from '../../../src/referee/apiserver/judge';
import { ControlPlane } from './harness/control-plane';
import { installDefinitions } from './harness/definitions';
import { filesOf } from './harness/dist';
import { judgedVersions } from './harness/judged-versions';

describe.each(judgedVersions())('the API server of Kubernetes %s', (version, environments) => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await ControlPlane.start({ version });
    await installDefinitions(plane.api);
  });
  afterAll(() => plane?.stop());

  it.each(environments)('accepts every object of %s without a warning', async (environment) => {
    const files = filesOf(environment);
    for (const { object } of files) if (object.kind === 'Namespace') await plane.api.apply(object.value);
    for (const name of namespacesNotRendered(files)) {
      await plane.api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    }
    const findings = await judgeWithApiServer({ environment, files }, plane.ask);
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([]);
    expect(files.length).toBeGreaterThan(50);
  });
});

/** Argo CD's own, which it has before anything is rendered. */
function namespacesNotRendered(files: ReturnType<typeof filesOf>): readonly string[] {
  const rendered = new Set(files.filter(({ object }) => object.kind === 'Namespace').map(({ object }) => object.name));
  const used = files.flatMap(({ object }) => object.namespace ?? []);
  return [...new Set(used)].filter((name) => !rendered.has(name));
}
