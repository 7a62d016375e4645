import { TestProject } from '../support/project';
import { DIGEST, type TestRegistry, withRegistry } from '../support/registry';
import { digestOf, SHOP_RELEASE, shopOf } from '../support/released';
import { runBeside } from '../support/run-beside';

const FILE = 'environments/prod/release.yaml';

describe('bump --resolve', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': shopOf('shop') });
    for (const name of ['dev', 'staging', 'prod']) project.write(`environments/${name}/release.yaml`, SHOP_RELEASE);
    expect(project.run('synth', '--no-typecheck').code).toBe(0);
  });
  afterEach(() => project.remove());

  /** No login of the person who runs the tests is looked at. */
  const bump = (...args: readonly string[]) => {
    const all = ['bump', 'shop', ...args, '--env', 'prod', '--resolve', '--no-typecheck'];
    return runBeside(project, { DOCKER_CONFIG: project.root }, ...all);
  };
  const asked = <T>(run: (registry: TestRegistry) => Promise<T>) => withRegistry(() => false, run);

  it('writes tag and digest together, also where production wants a digest', async () => {
    await asked(async ({ host }) => {
      const { code, stdout, stderr } = await bump(`web=${host}/shop/web:1.5.0`);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain(`shop web: ghcr.io/example/web:1.4.0 → ${host}/shop/web:1.5.0@${DIGEST}\n`);
      const entry = `{ repository: "${host}/shop/web", tag: '1.5.0', digest: ${DIGEST} }`;
      expect(project.read(FILE)).toBe(SHOP_RELEASE.replace("{ repository: ghcr.io/example/web, tag: '1.4.0' }", entry));
      // What is right already stays.
      expect((await bump(`web=${host}/shop/web:1.5.0@${DIGEST}`)).stdout).toContain(`${FILE}: unchanged`);
    });
  });

  it('tells all that is wrong at once, and writes nothing', async () => {
    await asked(async ({ host }) => {
      const web = `${host}/shop/web`;
      const { code, stdout, stderr } = await bump(
        `web=${web}:1.5.0@${digestOf('a')}`,
        `api=${web}:9`,
        `db=${web}@${digestOf('a')}`,
        'x',
      );
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toBe(`error ARGUMENTS: "x" does not say which image it is about.
fix: write NAME=IMAGE:TAG@sha256:…, such as web=ghcr.io/example/web:1.4.0@sha256:….

error ARGUMENTS: "web" names ${digestOf('a')}, and the registry has ${DIGEST} for ${web}:1.5.0 now: the tag was moved.
fix: leave the digest out to take what the tag is now, or leave --resolve out to release the digest that you name.

error ARGUMENTS: ${host} has no image ${web}:9: the tag or the repository is not there.
fix: push the image first, or correct its name and its tag.

error ARGUMENTS: "db" names no tag, so there is nothing that --resolve could ask ${web} for.
fix: name the tag too, db=${web}:TAG, or leave --resolve out.
`);
      expect(project.read(FILE)).toBe(SHOP_RELEASE);
    });
  });

  it('ends with 4 where the registry alone is the reason', async () => {
    const { host } = await asked(async (registry) => registry);
    const { code, stderr } = await bump(`web=${host}/shop/web:1.5.0`);
    expect([code, stderr.split(' (')[0]]).toEqual([4, `error LIVE: ${host} cannot be reached`]);
    expect(project.read(FILE)).toBe(SHOP_RELEASE);
  });
});
