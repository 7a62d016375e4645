import { judgeWithApiServer } from '../../../src/referee/apiserver/judge';
import { ControlPlane } from './harness/control-plane';
import { installDefinitions } from './harness/definitions';
import { filesOf } from './harness/dist';
import { judgedEnvironments } from './harness/judged';
import { makeNamespaces } from './harness/namespaces';
import { changedByServer } from './harness/stored';
import { record } from './harness/verdicts';

describe.each(judgedEnvironments())('the API server for %s, Kubernetes %s,', (environment, version) => {
  const files = filesOf(environment);
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await ControlPlane.start({ version });
    await installDefinitions(plane.api);
    await makeNamespaces(plane.api, files);
  });
  afterAll(() => plane?.stop());

  it('accepts every object without a warning', async () => {
    const findings = await judgeWithApiServer({ environment, files }, plane.ask);
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([]);
    expect(files.length).toBeGreaterThan(50);
    record(`objects/${environment}`, { version, objects: files.length, accepted: files.length - findings.length });
  });

  it('stores every object as it was written', async () => {
    const changed: string[] = [];
    for (const { path, content, object } of files) {
      const stored = await plane.api.applyText(object.value, content);
      changed.push(...changedByServer(object.value, stored).map((difference) => `${path}: ${difference}`));
    }
    expect(changed).toEqual([]);
  });
});
