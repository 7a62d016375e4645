import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../support/project';
import { CACHE } from './cluster/tools/cache';

const PIPELINES = join(ROOT, 'docs', 'pipelines');
const TOOLS = join(CACHE, 'contract', 'pipelines');
const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-pipelines-'));

function run(command: string, args: readonly string[], cwd = folder, env: NodeJS.ProcessEnv = {}) {
  const ran = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env }, timeout: 240_000 });
  return { status: ran.status, text: `${ran.stdout}${ran.stderr}` };
}

/** A judge that is installed already, or that its own package manager installs now; where neither works, it is told. */
function judge(what: string, path: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  mkdirSync(TOOLS, { recursive: true });
  if (!existsSync(path)) run(command, args, TOOLS, env);
  const there = existsSync(path);
  if (!there) console.warn(`${what} was not asked: ${command} did not install it`);
  return there ? describe : describe.skip;
}

const actionlint = join(TOOLS, 'actionlint');
const groovy = join(TOOLS, 'groovy-5.0.8.jar');
const gitlab = join(TOOLS, 'node_modules', 'gitlab-ci-local', 'src', 'schema', 'schema.js');
const ajv = join(TOOLS, 'node_modules', 'ajv', 'dist', 'ajv.js');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';
judge('actionlint', actionlint, 'go', ['install', ACTIONLINT], { GOBIN: TOOLS })('actionlint', () => {
  const lint = () => run(actionlint, [], join(folder, 'github'));
  const workflows = join(folder, 'github', '.github', 'workflows');
  beforeAll(() => {
    cpSync(join(PIPELINES, 'github'), workflows, { recursive: true });
    run('git', ['init', '--quiet'], join(folder, 'github'));
  });

  it('14.4 accepts the workflows, together', () => {
    expect(readdirSync(workflows)).toEqual(['ci.yml', 'release.yml', 'review.yml']);
    expect(lint()).toEqual({ status: 0, text: '' });
  });

  it('14.4 refuses an input that the reusable workflow does not have', () => {
    const path = join(workflows, 'ci.yml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('review.yml\n', 'review.yml\n    with: { node: 20 }\n'));
    expect(lint()).toEqual({ status: 1, text: expect.stringContaining('input "node" is not defined') });
    writeFileSync(path, text);
  });
});

const install = ['install', '--ignore-scripts', '--no-save', '--prefix', TOOLS, 'gitlab-ci-local@4.56.0', 'ajv@8'];
judge(
  'the schema of GitLab',
  gitlab,
  'npm',
  install,
)('the schema of GitLab, as gitlab-ci-local carries it', () => {
  const text = readFileSync(join(PIPELINES, 'gitlab', 'gitlab-ci.yml'), 'utf8');
  const judged = (yaml: string) => {
    writeFileSync(join(folder, 'gitlab.yml'), yaml);
    const yamlModule = join(ROOT, 'node_modules', 'yaml', 'dist', 'index.js');
    const script = `import { schema } from '${pathToFileURL(gitlab)}';
import ajv from '${pathToFileURL(ajv)}';
import yaml from '${pathToFileURL(yamlModule)}';
import { readFileSync } from 'node:fs';
const validate = new ajv.default({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
validate(yaml.parse(readFileSync('gitlab.yml', 'utf8'), { merge: true }));
process.stdout.write((validate.errors ?? []).map((one) => one.instancePath).join(' '));
`;
    return run(process.execPath, ['--input-type=module', '--eval', script]);
  };

  it('14.4 accepts the pipeline', () => {
    expect(judged(text)).toEqual({ status: 0, text: '' });
  });

  it('14.4 refuses stages that are not a list', () => {
    expect(judged(text.replace(/^stages:.*$/m, 'stages: test'))).toEqual({
      status: 0,
      text: expect.stringContaining('/stages'),
    });
  });
});

const ARTIFACT = ['-q', 'dependency:copy', '-Dartifact=org.apache.groovy:groovy:5.0.8', `-DoutputDirectory=${TOOLS}`];
/** The judge of declarative pipelines is a plugin of a running Jenkins; Groovy, in which they are written, is asked instead. */
judge(
  'Groovy',
  groovy,
  'mvn',
  ARTIFACT,
)('Groovy', () => {
  const compiled = (text: string) => {
    writeFileSync(join(folder, 'pipeline.groovy'), text);
    return run('java', [
      '-cp',
      groovy,
      'org.codehaus.groovy.tools.FileSystemCompiler',
      '-d',
      folder,
      'pipeline.groovy',
    ]);
  };

  it.each(readdirSync(join(PIPELINES, 'jenkins')))('14.4 compiles %s', (name) => {
    expect(compiled(readFileSync(join(PIPELINES, 'jenkins', name), 'utf8'))).toEqual({ status: 0, text: '' });
  });

  it('14.4 refuses a stage that does not end', () => {
    expect(compiled("pipeline { stages { stage('a') { }").status).not.toBe(0);
  });
});
