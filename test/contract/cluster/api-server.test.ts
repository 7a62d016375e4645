import { judgeWithApiServer } from '../../../src/referee/apiserver/judge';
import { ControlPlane } from './harness/control-plane';
import { installDefinitions } from './harness/definitions';
import { filesOf } from './harness/dist';
import { judgedVersions } from './harness/judged-versions';
import { makeNamespaces } from './harness/namespaces';

describe.each(judgedVersions())('the API server of Kubernetes %s', (version, environments) => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await ControlPlane.start({ version });
    await installDefinitions(plane.api);
  });
  afterAll(() => plane?.stop());

  it.each(environments)('accepts every object of %s without a warning', async (environment) => {
    const files = filesOf(environment);
    await makeNamespaces(plane.api, files);
    const findings = await judgeWithApiServer({ environment, files }, plane.ask);
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([]);
    expect(files.length).toBeGreaterThan(50);
  });
});
