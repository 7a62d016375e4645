import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { DOORS } from '../../scripts/api/public-api';
import { ROOT } from '../support/project';
import { type Packed, run } from './packed';

/** The SDK takes it where it is there, and signs without it: requests to one region need nothing else. */
const ASKED_FOR = '@aws-sdk/signature-v4-crt';

/** What the package's files need of others, and what they hold. */
export function contents(packed: () => Packed): void {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const peers = Object.keys(manifest.peerDependencies);
  const textOf = (path: string) => packed().textOf(path);
  /** `@scope/name/file` → `@scope/name` */
  const packageOf = (name: string) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;

  it('9.8 needs esbuild and its peers, and nothing else', () => {
    expect(manifest.dependencies).toEqual({ esbuild: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    expect(manifest.scripts).not.toHaveProperty('install');
    expect(manifest.scripts).not.toHaveProperty('postinstall');
    const code = packed().files.filter((path) => /^(bin|lib)\/.*\.js$/.test(path));
    expect(code.length).toBeGreaterThan(8);
    const needed = code.flatMap((path) =>
      [...textOf(path).matchAll(/\brequire\("([^".][^"]*)"\)/g)].map(([, name = '']) => name),
    );
    const foreign = new Set(needed.filter((name) => !isBuiltin(name) && name !== ASKED_FOR).map(packageOf));
    // cdk8s-plus-28 is there for its types, and for the apps.
    expect([...foreign].sort()).toEqual([...peers.filter((name) => name !== 'cdk8s-plus-28'), 'esbuild'].sort());
  });

  it('9.8 has types that name nothing else', () => {
    const seen = new Set<string>();
    const foreign = new Set<string>();
    const walk = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const text = textOf(file).replace(/\/\*[\s\S]*?\*\//g, '');
      for (const [, name = ''] of text.matchAll(/(?:^(?:import|export)\b[^'"]*? from |\bimport\()['"]([^'"]+)['"]/gm)) {
        if (name.startsWith('.')) walk(`${posix.join(posix.dirname(file), name.replace(/\.js$/, ''))}.d.ts`);
        else if (!isBuiltin(name)) foreign.add(packageOf(name));
      }
    };
    for (const file of Object.values(DOORS)) walk(`lib/${file}.d.ts`);
    expect(seen.size).toBeGreaterThan(50);
    expect([...foreign].sort()).toEqual([...peers].sort());
  });

  it('9.8 reads facts with the SDK that it holds', () => {
    const project = join(packed().folder, 'live');
    packed().installIn(project);
    mkdirSync(join(project, 'environments', 'prod'), { recursive: true });
    for (const file of ['defaults.yaml', 'eks.yaml', 'prod/environment.yaml'])
      writeFileSync(join(project, 'environments', file), readFileSync(join(ROOT, 'environments', file)));
    // Without credentials, and asked not to look for a machine that has some.
    const code = `process.env = { PATH: process.env.PATH, HOME: '${project}', AWS_EC2_METADATA_DISABLED: 'true', NO_COLOR: '1' };
// The SDK tells of versions of Node to come.
process.removeAllListeners('warning');
process.argv = [process.argv[0], 'cdk8s-eks', 'facts', 'check', 'prod'];
require('./node_modules/cdk8s-eks/bin/cdk8s-eks.js');`;
    expect(run(process.execPath, ['-e', code], project)).toEqual({
      status: 4,
      stdout: '',
      stderr: `error LIVE: there are no usable AWS credentials (CredentialsProviderError: Could not load credentials from any providers).
fix: sign in to account 444455556666, for instance with \`aws sso login\`, and run the command again.
`,
    });
    expect(packed().files).toEqual(expect.arrayContaining(['lib/third-party.txt', 'lib/third-party-sdk.txt']));
    expect(textOf('lib/third-party-sdk.txt')).toContain('@aws-sdk/client-eks\n');
    expect(textOf('lib/third-party-sdk.txt')).toContain('@aws-sdk/client-ecr\n');
    expect(textOf('lib/third-party.txt')).toContain('commander\n');
  });
}
