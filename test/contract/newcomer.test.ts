import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/project';
import { COMMANDS, FIRST_APP, OWNER } from '../support/readme';

/** In a shell, as somebody types it; the variables that npm gives to its scripts are not theirs. */
function type(command: string, cwd: string) {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_(?!config_)|NODE_ENV$|JEST_)/i.test(name));
  const env = { ...Object.fromEntries(own), NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8', env });
  return { status, text: `${stdout}${stderr}` };
}

const registry = type('npm view constructs@10.8.1 name --fetch-retries 0 --fetch-timeout 10000', ROOT).status === 0;
if (!registry) console.warn('a newcomer’s installation was not tried: npm reaches no registry');

(registry ? describe : describe.skip)('a newcomer in an empty folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-newcomer-'));
  const project = join(folder, 'platform');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('9.1 the README’s commands are green, with npm, in an empty folder', () => {
    const packed = type(`npm pack --json --pack-destination '${folder}'`, ROOT);
    expect(packed).toMatchObject({ status: 0 });
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const tarball = join(folder, `cdk8s-eks-${version}.tgz`);
    expect(existsSync(tarball)).toBe(true);
    const [init = '', ...others] = COMMANDS;
    // Until it is published, npm takes it from the tarball.
    const made = type(init.replace('npx cdk8s-eks', `npx --yes --package '${tarball}' cdk8s-eks`), folder);
    expect(made).toEqual({ status: 0, text: expect.stringContaining('next: ') });
    const manifest = readFileSync(join(project, 'package.json'), 'utf8');
    expect(manifest).toContain(`"cdk8s-eks": "${version}"`);
    writeFileSync(
      join(project, 'package.json'),
      manifest.replace(`"cdk8s-eks": "${version}"`, `"cdk8s-eks": "file:${tarball}"`),
    );
    for (const command of others) {
      const ran = type(command, folder);
      expect(ran).toEqual({ status: 0, text: expect.stringContaining('0 warnings, 0 unknown') });
      expect(ran.text).not.toMatch(/npm (warn|error)/i);
    }
  });

  it('9.8 is installed without any install script', () => {
    const again = 'npm ci --ignore-scripts && npm run typecheck && npm test && npm run synth -- --check';
    expect(type(again, project)).toEqual({ status: 0, text: expect.stringContaining('dist/ is what the source says') });
    expect(type('npm ls --all', project).text).not.toMatch(/@aws-sdk|@smithy|valibot|commander/);
  });

  it('9.1 the README’s first app is green after that', () => {
    const defaults = join(project, 'environments', 'defaults.yaml');
    writeFileSync(defaults, readFileSync(defaults, 'utf8').replace('\nowners:\n', `\nowners:\n${OWNER}`));
    writeFileSync(join(project, 'apps', 'shop.ts'), FIRST_APP);
    expect(type('npm run synth', project)).toEqual({
      status: 0,
      text: expect.stringContaining('0 warnings, 0 unknown'),
    });
    expect(existsSync(join(project, 'dist', 'dev', 'shop', 'shop', 'deployment_web.yaml'))).toBe(true);
  });
});
