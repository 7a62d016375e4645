import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { defaultFindOptions, type FindOptions, findKubeconform } from '../../../src/referee/find-kubeconform';
import { rejectionOf } from '../../support/thrown';
import { TestFolder } from './folder';

const NOWHERE = 'http://127.0.0.1:9';
const saying = (version: string) => `process.stdout.write(${JSON.stringify(`${version}\n`)});`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let folder: TestFolder;
let logged: string[];
beforeEach(() => {
  folder = new TestFolder();
  logged = [];
});
afterEach(() => folder.remove());

function options(overrides: Partial<FindOptions> = {}): FindOptions {
  const log = (text: string) => void logged.push(text);
  return { path: '', cache: join(folder.path, 'cache'), offline: true, releases: NOWHERE, log, ...overrides };
}

/** The lines of an error about a kubeconform that cannot be had. */
const cannotBeHad = (...tried: readonly string[]) =>
  `kubeconform v0.7.0 cannot be had here:\n${tried.map((line) => `  - ${line}`).join('\n')}\nfix: install Go, or put kubeconform v0.7.0 on PATH.`;
const nothing = {
  path: 'PATH: there is none',
  cache: () => `cache: ${folder.path}/cache has none`,
  go: 'go install: there is no Go on PATH',
  release: 'release page: CDK8S_EKS_OFFLINE is set',
};

describe('the pinned kubeconform', () => {
  it('is the first one on PATH that says it is that version', async () => {
    folder.program('old/kubeconform', saying('v0.6.7'));
    const right = folder.program('right/kubeconform', saying('v0.7.0'));
    const path = ['old', 'missing', 'right'].map((name) => join(folder.path, name)).join(delimiter);
    expect(await findKubeconform(options({ path }))).toBe(right);
  });

  it('is not one that only says "development", or that does not start', async () => {
    const built = folder.program('built/kubeconform', saying('development'));
    const text = folder.write('text/kubeconform', 'no program');
    const path = [built, text].map((file) => join(file, '..')).join(delimiter);
    expect(await rejectionOf(findKubeconform(options({ path })))).toBe(
      cannotBeHad(`PATH: ${built} reports "development"`, nothing.cache(), nothing.go, nothing.release),
    );
  });

  it('is the one in the cache while its digest is the one in the note', async () => {
    const cached = folder.program('cache/kubeconform', saying('development'));
    folder.write('cache/kubeconform.sha256', `${sha256(readFileSync(cached, 'utf8'))}\n`);
    expect(await findKubeconform(options())).toBe(cached);
    folder.write('cache/kubeconform', 'something else');
    expect(await rejectionOf(findKubeconform(options()))).toBe(
      cannotBeHad(nothing.path, `cache: ${cached} is not what was put there`, nothing.go, nothing.release),
    );
  });

  it('is built by Go once, and then comes from the cache', async () => {
    folder.program(
      'go/go',
      `const { writeFileSync } = require('node:fs');
      if (process.argv[2] === 'install') writeFileSync(process.env.GOBIN + '/kubeconform', process.argv[3] + ' ' + process.env.GOPROXY);`,
    );
    const cached = join(folder.path, 'cache', 'kubeconform');
    expect(await findKubeconform(options({ path: join(folder.path, 'go') }))).toBe(cached);
    // Offline, Go may use what it has and fetches nothing.
    const content = 'github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0 off';
    expect(readFileSync(cached, 'utf8')).toBe(content);
    expect(readFileSync(`${cached}.sha256`, 'utf8')).toBe(`${sha256(content)}\n`);
    expect(logged).toEqual(['building kubeconform v0.7.0 with Go, once (about half a minute)']);
    expect(await findKubeconform(options())).toBe(cached);
  });

  it('is not what a failing Go leaves behind, and the reason is told', async () => {
    folder.program(
      'go/go',
      `if (process.argv[2] === 'install') { console.error('go: a\\ngo: no space'); process.exit(1); }`,
    );
    expect(await rejectionOf(findKubeconform(options({ path: join(folder.path, 'go') })))).toBe(
      cannotBeHad(nothing.path, nothing.cache(), 'go install: go: no space', nothing.release),
    );
    expect(existsSync(join(folder.path, 'cache'))).toBe(false);
  });
});

describe('the archive of the release page', () => {
  /** What is said of the release page when it answers so. */
  async function refusal(status: number, body: string): Promise<string | undefined> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(status).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const releases = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const text = await rejectionOf(findKubeconform(options({ offline: false, releases })));
      expect(asked[0]).toMatch(/^\/v0\.7\.0\/kubeconform-(linux|darwin)-(amd64|arm64)\.tar\.gz$/);
      return text.split('\n').find((line) => line.startsWith('  - release page'));
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  }

  it('is refused without the pinned SHA-256, and nothing of it is kept', async () => {
    expect(await refusal(200, 'not the archive')).toBe(
      '  - release page: the archive does not have the pinned SHA-256',
    );
    expect(existsSync(join(folder.path, 'cache'))).toBe(false);
  });

  it('may be missing', async () => expect(await refusal(404, '')).toBe('  - release page: 404 Not Found'));
});

describe('what is looked at', () => {
  it('comes from the environment variables people know', () => {
    const log = (): void => undefined;
    expect(defaultFindOptions({ PATH: '/bin', XDG_CACHE_HOME: '/c', CDK8S_EKS_OFFLINE: '1' }, log)).toEqual({
      path: '/bin',
      cache: '/c/cdk8s-eks/kubeconform/v0.7.0',
      offline: true,
      releases: 'https://github.com/yannh/kubeconform/releases/download',
      log,
    });
    expect(defaultFindOptions({}, log).offline).toBe(false);
  });
});
