import { TestProject } from '../support/project';
import { digestOf, SHOP_RELEASE, shopOf } from '../support/released';

const FILE = 'environments/dev/release.yaml';
const WEB = 'ghcr.io/example/web';

const INGRESS = `    new k8s.KubeIngress(scope, 'ingress', {
      metadata: { name: 'web', namespace: 'game-2048' },
      spec: { ingressClassName: 'mine', defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
    });
    new k8s.KubeService(scope, 'service', {
      metadata: { name: 'web', namespace: 'game-2048' },
      spec: { ports: [{ port: 80 }] },
    });
`;

const CLASS_APP = `import { defineApp, k8s } from 'cdk8s-eks';

export default defineApp({
  name: 'web',
  owner: 'platform',
  skip: { local: 'nothing on a laptop' },
  charts(scope) {
    new k8s.KubeIngressClass(scope, 'class', { metadata: { name: 'mine' }, spec: { controller: 'example.com/mine' } });
  },
});
`;

describe('bump', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': shopOf('shop') });
    for (const name of ['dev', 'staging', 'prod']) project.write(`environments/${name}/release.yaml`, SHOP_RELEASE);
    expect(project.run('synth', '--no-typecheck').code).toBe(0);
  });
  afterEach(() => project.remove());

  const bump = (...args: readonly string[]) => project.run('bump', 'shop', ...args, '--no-typecheck');

  it('edits the entry alone, and shows what synth will change', () => {
    const { code, stdout, stderr } = bump(`web=${WEB}:1.5.0@${digestOf('a')}`, '--env', 'dev');
    expect([code, stderr]).toEqual([0, '']);
    expect(project.read(FILE)).toBe(SHOP_RELEASE.replace("'1.4.0' }", `'1.5.0', digest: ${digestOf('a')} }`));
    expect(stdout).toBe(`shop web: ${WEB}:1.4.0 → ${WEB}:1.5.0@${digestOf('a')}
dev › shop
  ~ ConfigMap game-2048/config
      data.web: "${WEB}:1.4.0" → "${WEB}:1.5.0@${digestOf('a')}"  (changes nothing that exists)
    later: no Pod restarts: variables keep their values, and files in volumes follow within minutes, unless mounted by subPath.
${FILE}: written; \`synth\` renders it into dist/
`);
    expect(project.run('synth', '--no-typecheck').code).toBe(0);
    // A new tag without a digest takes the old one's with it, and a digest alone leaves the tag.
    expect(bump(`web=${WEB}:1.6.0`, '--env', 'dev').code).toBe(0);
    expect(project.read(FILE)).toBe(SHOP_RELEASE.replace("'1.4.0'", "'1.6.0'"));
    expect(bump(`web=${WEB}@${digestOf('b')}`, '--env', 'dev').code).toBe(0);
    expect(project.read(FILE)).toBe(SHOP_RELEASE.replace("'1.4.0' }", `'1.6.0', digest: ${digestOf('b')} }`));
  });

  it('takes several at once, or none', () => {
    const api = 'api=ghcr.io/example/api:2026.12.1';
    expect(bump(`web=${WEB}:1.5.0`, api, '--env', 'dev', '--dry-run')).toEqual({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(`\n${FILE}: not written, since this is a dry run\n$`),
    });
    expect(bump(`web=${WEB}:1.5.0`, `${api}!`, '--env', 'dev').code).toBe(2);
    expect(project.read(FILE)).toBe(SHOP_RELEASE);
    expect(bump(`web=${WEB}:1.5.0`, api, '--env', 'dev').code).toBe(0);
    expect(project.read(FILE)).toBe(SHOP_RELEASE.replace('1.4.0', '1.5.0').replace('2026.11.1', '2026.12.1'));
    expect(bump(`web=${WEB}:1.5.0`, api, '--env', 'dev').stdout).toBe(`dev › shop
  ~ ConfigMap game-2048/config
      data.api: "ghcr.io/example/api:2026.11.1" → "ghcr.io/example/api:2026.12.1"  (changes nothing that exists)
      data.web: "${WEB}:1.4.0" → "${WEB}:1.5.0"  (changes nothing that exists)
    later: no Pod restarts: variables keep their values, and files in volumes follow within minutes, unless mounted by subPath.
${FILE}: unchanged
`);
  });

  it('tells all that is wrong at once, and writes nothing', () => {
    const { code, stdout, stderr } = bump(
      `web=${WEB}:1.3.9`,
      `wbe=${WEB}:1.5.0@${digestOf('a')}`,
      `api=ghcr.io/example/api`,
      `new=${WEB}@${digestOf('a')}`,
      'nginx:1.5',
      'web=nginx:1.5',
      `wbe=${WEB}:1.6.0`,
      '--env',
      'prod',
    );
    const form = 'write NAME=IMAGE:TAG@sha256:…, such as web=ghcr.io/example/web:1.4.0@sha256:….';
    const said = [
      ['"api=ghcr.io/example/api" has neither a tag nor a digest: it says nothing that could be released.', form],
      ['"nginx:1.5" does not say which image it is about.', form],
      ['"web=nginx:1.5" is not an image that can be released: "nginx" does not name its registry in lower case.', form],
      ['the image "wbe" is named twice.', 'name it once.'],
      [
        `shop web: prod is of tier production, and ${WEB}:1.3.9 names no digest: everyone who can push the tag could change production without a commit.`,
        `write web=${WEB}:1.3.9@sha256:…, with the digest that the registry has, or say --resolve.`,
      ],
      [
        'shop web: 1.3.9 is older than 1.4.0, which prod runs: a job that came late would take back a newer release.',
        'name a newer version, or say --allow-older where going back is what you want.',
      ],
      [
        '"new" is not in apps.shop.images of environments/prod/release.yaml yet, so there is no tag that could stay.',
        `name the tag too: new=${WEB}:TAG@${digestOf('a')}.`,
      ],
      [
        'shop reads no image "wbe" in prod: what is released there never reaches the cluster. Did you mean "web"?',
        'use a name that it reads: web, api.',
      ],
      [
        'shop reads no image "new" in prod: what is released there never reaches the cluster.',
        'use a name that it reads: web, api.',
      ],
    ];
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: `9 problems: 9 ARGUMENTS\n\n${said.map(([message, fix]) => `error ARGUMENTS: ${message}\nfix: ${fix}\n`).join('\n')}`,
    });
    expect(project.read('environments/prod/release.yaml')).toBe(SHOP_RELEASE);
  });

  it('refuses names that no release holds, without a place that is in no file', () => {
    const { code, stderr } = bump(
      `__proto__=${WEB}:1.5.0`,
      `constructor=${WEB}:1.5.0`,
      `A B=${WEB}:1.5.0`,
      '--env',
      'dev',
    );
    const fix = 'fix: use the name by which the app reads it.\n';
    const reserved = (name: string) =>
      `error ARGUMENTS: "${name}" is not a name that an image can have in release.yaml: it has a meaning of its own in JavaScript.\n${fix}`;
    expect([code, stderr]).toEqual([
      2,
      [
        reserved('__proto__'),
        reserved('constructor'),
        `error ARGUMENTS: "A B" is not a name that an image can have in release.yaml: only lower-case letters, digits and inner hyphens fit.\n${fix}`,
      ].join('\n'),
    ]);
    expect(project.read(FILE)).toBe(SHOP_RELEASE);
  });

  it('goes back where that is said, and says what nobody can compare', () => {
    expect(bump(`web=${WEB}:1.3.9`, 'api=docker.io/example/api:1', '--env', 'dev', '--allow-older').stdout).toMatch(
      /\nnote: shop web: 1\.3\.9 is older than 1\.4\.0, as --allow-older says\.\nnote: shop api: ghcr\.io\/example\/api becomes docker\.io\/example\/api; versions of two repositories are not compared\.\n/,
    );
    expect(bump(`web=${WEB}:4f2a91c`, '--env', 'dev', '--dry-run').stdout).toMatch(
      /\nnote: shop web: nobody can tell from the tags whether 4f2a91c is newer than 1\.3\.9\.\n/,
    );
  });

  it('writes nothing where the app does not render, and tells of arguments with it', () => {
    project.edit('apps/shop.ts', "releasedImage(scope, 'api')", "releasedImage(scope, 'db')");
    const { code, stderr } = bump(`web=${WEB}:1.3.9`, '--env', 'dev');
    expect([code, stderr.match(/^error \w+/gm)]).toEqual([2, ['error ARGUMENTS', 'error APP_RENDER']]);
    expect(bump(`web=${WEB}:1.5.0`, '--env', 'dev').code).toBe(2);
    expect(project.read(FILE)).toBe(SHOP_RELEASE);
    // What the app reads and nobody released yet is added.
    expect(bump('db=ghcr.io/example/db:1', '--env', 'dev').code).toBe(0);
    expect(project.read(FILE)).toBe(
      SHOP_RELEASE.replace(
        'example/api\n',
        'example/api\n      db:\n        repository: ghcr.io/example/db\n        tag: "1"\n',
      ),
    );
  });

  it('knows the environments and the apps, and where an app does not run', () => {
    expect(bump(`web=${WEB}:1.5.0`, '--env', 'dve').stderr).toBe(
      'error ARGUMENTS: there is no environment "dve" under environments/. Did you mean "dev"?\n',
    );
    expect(project.run('bump', 'shp', `web=${WEB}:1.5.0`, '--env', 'dev').stderr).toBe(
      'error ARGUMENTS: there is no app "shp" under apps/. Did you mean "shop"?\n',
    );
    expect(bump(`web=${WEB}:1.5.0`, '--env', 'local').stderr).toBe(
      'error ARGUMENTS: shop is left out of local: nothing on a laptop.\nfix: name an environment in which the app runs.\n',
    );
  });

  it('is data for a program, and a comment for a change request', () => {
    const args = [`web=${WEB}:1.5.0`, '--env', 'dev', '--dry-run', '--format'];
    const { released, changes, written, dryRun, file } = JSON.parse(bump(...args, 'json').stdout);
    const entry = { app: 'shop', list: 'images', name: 'web', before: `${WEB}:1.4.0`, after: `${WEB}:1.5.0` };
    expect({ released, written, dryRun, file, changed: changes.length }).toEqual({
      released: [entry],
      written: false,
      dryRun: true,
      file: FILE,
      changed: 1,
    });
    const comment = bump(...args, 'markdown').stdout;
    expect(comment).toContain(
      `\nshop web: ${WEB}:1.4.0 → ${WEB}:1.5.0\n${FILE}: not written, since this is a dry run\n\`\`\`\n\n| environment `,
    );
    expect(comment).toContain('| dev | 0 | 1 | 0 |');
    expect(comment).not.toContain('no differences');
    const unchanged = bump(`web=${WEB}:1.4.0`, '--env', 'dev', '--format', 'markdown').stdout;
    expect(unchanged).toContain(`\n${FILE}: unchanged\n\`\`\`\n\nNo rendered object changes.\n`);
  });

  it('compares with nothing before the first synth, and counts on what other apps render', () => {
    project.write('apps/web.ts', CLASS_APP);
    project.edit('apps/shop.ts', '    const data =', `${INGRESS}    const data =`);
    project.delete('dist/dev');
    const { code, stdout, stderr } = bump(`web=${WEB}:1.5.0`, '--env', 'dev', '--dry-run');
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `shop web: ${WEB}:1.4.0 → ${WEB}:1.5.0
note: nothing of dev is in dist/ yet, so there is nothing to compare with, and what other apps have there is not known: run \`cdk8s-eks synth --env dev\`.
${FILE}: not written, since this is a dry run
`,
      stderr: '',
    });
    expect(bump(`web=${WEB}:1.5.0`, '--env', 'dev', '--dry-run', '--format', 'markdown').stdout).not.toContain('|');
  });

  it('says what an app lacks before the first synth where no other app renders it', () => {
    project.edit('apps/shop.ts', '    const data =', `${INGRESS}    const data =`);
    project.delete('dist/dev');
    const { code, stdout } = bump(`web=${WEB}:1.5.0`, '--env', 'dev');
    expect(code).toBe(1);
    expect(stdout).toContain('IngressClass');
    expect(project.read(FILE)).toBe(SHOP_RELEASE);
  });
});
