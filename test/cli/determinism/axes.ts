import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../support/project';
import { findNodes, howToHave, MAJORS } from './nodes';
import type { Way } from './renderings';

/** What may differ between machines, with all values; the first alone is rendered unless CONTRACT is set. */
export interface Axis {
  readonly name: string;
  readonly ways: readonly Way[];
  /** Why some values are left out. */
  readonly missing?: readonly string[];
}

/** Variables that tools of CI, shells and clouds set, and as many that nobody knows. */
const KNOWN =
  'USER LOGNAME HOSTNAME HOST PWD OLDPWD SHELL EDITOR CI GITHUB_SHA GITHUB_REF GITHUB_RUN_ID GIT_COMMIT GIT_BRANCH BUILD_NUMBER BUILD_ID VERSION APP_VERSION IMAGE_TAG TAG RELEASE COMMIT BRANCH ENV ENVIRONMENT STAGE NAMESPACE CLUSTER KUBECONFIG AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_ACCOUNT_ID AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN CDK8S_OUTDIR CDK8S_RECORD_CONSTRUCT_METADATA CDK_DEFAULT_ACCOUNT CDK_DEFAULT_REGION JSII_AGENT NODE_ENV DEBUG npm_package_version npm_config_user_agent SOURCE_DATE_EPOCH HTTP_PROXY HTTPS_PROXY DATABASE_URL SECRET';

export const CANARY = 'canary-7f3a';

function canaries(): Readonly<Record<string, string>> {
  const names = KNOWN.split(' ');
  for (let index = 0; names.length < 100; index++) names.push(`UNHEARD_OF_${index}`);
  return Object.fromEntries(names.map((name, index) => [name, `${CANARY}-${index}`]));
}

const LOCALES = ['tr_TR', 'da_DK', 'et_EE', 'lt_LT', 'cs_CZ'];
const ZONES = ['Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'UTC'];

/** The ways of each axis; the first is the one most likely to matter. */
export function axes(): readonly Axis[] {
  return [
    {
      name: 'locale',
      ways: [
        ...LOCALES.map((locale) => ({ name: locale, env: { LC_ALL: `${locale}.UTF-8` } })),
        { name: 'C', env: { LC_ALL: 'C' } },
      ],
    },
    { name: 'time zone', ways: ZONES.map((zone) => ({ name: zone, env: { TZ: zone } })) },
    { name: 'umask', ways: ['077', '000', '022'].map((umask) => ({ name: umask, umask })) },
    {
      name: 'working directory',
      ways: [
        { name: 'for temporary files', cwd: tmpdir() },
        { name: 'at the top', cwd: '/' },
        { name: 'in the project', cwd: join(ROOT, 'apps') },
      ],
    },
    {
      name: 'order of folders',
      ways: [1, 2, 3].map((time) => ({
        name: `by chance, time ${time}`,
        nodeArgs: ['--require', join(__dirname, 'shuffle-folders.js')],
      })),
    },
    { name: 'environment', ways: [{ name: '100 more variables', env: canaries() }] },
    {
      name: 'process',
      ways: [
        { name: 'sandbox', args: ['--sandbox'] },
        { name: 'rendered twice', args: ['--verify-determinism'] },
        { name: 'both', args: ['--sandbox', '--verify-determinism'] },
      ],
    },
    workers(),
    nodes(),
    network(),
  ];
}

const AROUND = ['locale', 'time zone', 'umask', 'working directory', 'order of folders', 'environment'];

/**
 * What lies around a process can differ in all respects at once: one run says whether any of it matters, and
 * `axes-catch.test.ts` that each would be seen. Which one it was is said with CONTRACT=1.
 */
export function together(all: readonly Axis[]): readonly Axis[] {
  const around = all.filter(({ name }) => AROUND.includes(name));
  const ways = around.flatMap((axis) => axis.ways);
  const way: Way = {
    ...Object.assign({}, ...ways),
    name: around.map((axis) => `${axis.name} ${axis.ways.map(({ name }) => name).join()}`).join(', '),
    env: Object.assign({}, ...ways.map(({ env }) => env)),
  };
  return [{ name: 'around it:', ways: [way] }, ...all.filter((axis) => !around.includes(axis))];
}

function workers(): Axis {
  const help = spawnSync(process.execPath, [join(ROOT, 'bin', 'cdk8s-eks.js'), 'synth', '--help'], {
    encoding: 'utf8',
  });
  if (!help.stdout.includes('--jobs')) return { name: 'workers', ways: [], missing: ['synth has no --jobs'] };
  return { name: 'workers', ways: [3, 1, 2, 16].map((n) => ({ name: `${n}`, args: ['--jobs', `${n}`] })) };
}

function nodes(): Axis {
  const found = findNodes();
  const others = MAJORS.filter((major) => found.get(major) !== process.execPath);
  const ways = others.flatMap((major) => {
    const node = found.get(major);
    return node === undefined
      ? []
      : [
          { name: `${major}`, node },
          { name: `${major}, sandbox`, node, args: ['--sandbox'] },
        ];
  });
  return { name: 'Node', ways, missing: others.filter((major) => !found.has(major)).map(howToHave) };
}

/** A network namespace of its own, in which nothing answers, not even this machine. */
function network(): Axis {
  if (spawnSync('unshare', ['-rn', 'true']).status !== 0) {
    const missing = ['the network was not cut off: `unshare -rn` is not permitted here'];
    return { name: 'network', ways: [], missing };
  }
  const under = ['unshare', '-rn'];
  return {
    name: 'network',
    ways: [
      { name: 'none', under },
      { name: 'none, sandbox', under, args: ['--sandbox'] },
    ],
  };
}
