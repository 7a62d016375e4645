import { INGRESS_CLASS, type Ran, SHOP, TestProject } from '../support/project';

let project: TestProject;
beforeEach(() => {
  project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
});
afterEach(() => project.remove());

const json = ({ code, stdout }: Ran) => {
  const { formatVersion, command, problems } = JSON.parse(stdout);
  return [code, formatVersion, command, problems];
};
const where = ({ code, stdout }: Ran) => {
  const [, , , problems] = json({ code, stdout, stderr: '' });
  return [code, problems.map((one: { code: string; source?: object }) => [one.code, one.source])];
};
const SHOP_AT = (line: number, column: number) => ({ file: 'apps/shop.ts', line, column });

describe('what stops a run is in the format that was asked for', () => {
  it('8.1 ARGUMENTS of the parser, and of a command', () => {
    const stop = (message: string, fix: string) => [{ code: 'ARGUMENTS', exitCode: 2, message, fix }];
    expect(json(project.run('synth', '--format', 'json', '--stict'))).toEqual([
      2,
      1,
      'synth',
      stop("unknown option '--stict'. Did you mean --strict?", 'see `cdk8s-eks synth --help`.'),
    ]);
    expect(json(project.run('facts', 'refresh', '-fjson'))).toEqual([
      2,
      1,
      'facts',
      stop("missing required argument 'environment'.", 'see `cdk8s-eks facts --help`.'),
    ]);
    expect(json(project.run('check', '--jobs', '0', '-f', 'json'))[3]).toEqual(
      stop('--jobs is "0".', 'use a whole number from 1 to 256, such as the number of cores.'),
    );
  });

  it('8.1 ARGUMENTS in a format that the command does not have', () =>
    expect(project.run('diff', '--format=github').stdout).toBe(
      "::error title=ARGUMENTS::option '-f, --format <format>' argument 'github' is invalid. Allowed choices are text, json, markdown, html.%0Afix: see `cdk8s-eks diff --help`.\n",
    ));

  it('5.3 shows what it does not send, in the parser’s words too', () =>
    expect(project.run('synth', '--x\u001b[2J\n::error::y')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        "error ARGUMENTS: unknown option '--x\\u001b[2J\n  \\u003a:error::y'.\nfix: see `cdk8s-eks synth --help`.\n",
    }));

  it('8.1 SETTINGS, with its line', () => {
    project.edit('environments/dev/environment.yaml', 'kubernetesVersion:', 'kubernetesVersoin:');
    const [code, stops] = where(project.run('check', '--env', 'dev', '--format', 'json'));
    expect(code).toBe(2);
    expect(stops).toContainEqual(['SETTINGS', expect.objectContaining({ file: 'environments/dev/environment.yaml' })]);
  });

  it('8.1 APP_RENDER, with its line', () => {
    project.edit('apps/shop.ts', "host: 'shop'", "host: 'sh_op'");
    const ran = project.run('synth', '--env', 'dev', '--format', 'json');
    expect(where(ran)).toEqual([2, [['APP_RENDER', SHOP_AT(15, 5)]]]);
  });

  it('8.1 APP_MODULE, with its line', () => {
    project.edit('apps/shop.ts', 'charts(scope) {', 'charts(scope) {{');
    expect(where(project.run('synth', '--format', 'json'))).toMatchObject([
      2,
      [['APP_MODULE', { file: 'apps/shop.ts' }]],
    ]);
  });

  it('8.1 TYPES, with its line, as an annotation', () => {
    project.withTypeScript().edit('apps/shop.ts', 'port: 9898', "port: 'http'");
    const { code, stdout } = project.run('check', '--env', 'dev', '--format', 'github');
    expect([code, stdout.match(/^::error file=apps\/shop\.ts,line=\d+,col=\d+,title=TYPES::/gm)]).toMatchObject([
      2,
      ['::error file=apps/shop.ts,line=10,col=7,title=TYPES::'],
    ]);
  });

  it('8.1 differences of --check, and the deletion that was refused', () => {
    expect(project.run('synth', '--env', 'dev').code).toBe(0);
    project.edit('apps/shop.ts', '9898', '9899');
    const junit = project.run('synth', '--check', '--env', 'dev', '--format', 'junit');
    expect([junit.code, junit.stdout.match(/<error type=".*?" message=".*?">/g)]).toEqual([
      1,
      [
        '<error type="DIFFERENCES" message="1 file is not what the source renders: dev/shop/game-2048/deployment_web.yaml.">',
      ],
    ]);
    project.delete('apps/shop.ts');
    const sarif = JSON.parse(project.run('synth', '--env', 'dev', '--format', 'sarif').stdout);
    expect(sarif.runs[0].results.map((one: { ruleId: string }) => one.ruleId)).toEqual(['DELETION']);
  });

  it('8.1 markdown, for the comment that waits for it', () =>
    expect(project.run('diff', '--env', 'prd', '--format', 'markdown').stdout).toBe(
      '`diff` was stopped:\n\n```text\nerror ARGUMENTS: there is no environment "prd" under environments/. Did you mean "prod"?\n```\n',
    ));

  it('8.1 a stray error, on the stdout that apps cannot replace', () => {
    project.edit(
      'apps/shop.ts',
      '    const web',
      "    process.stdout.write = () => true;\n    setTimeout(() => { throw new Error('late') }, 0);\n    const web",
    );
    const ran = project.runApart('synth', '--env', 'dev', '--format', 'json');
    expect(where(ran)).toEqual([2, [['APP_RENDER', SHOP_AT(9, 30)]]]);
  });
});

describe('what apps print', () => {
  it('5.3 passes the net, and keeps its lines', () => {
    project.edit(
      'apps/shop.ts',
      '    const web',
      "    console.log('a\\tb\\u001b[2J\\n::error::c');\n    console.error('\\u202e');\n    const web",
    );
    expect(project.run('synth', '--env', 'dev').stderr).toBe('a\tb\\u001b[2J\n\\u003a:error::c\n\\u202e\n');
  });
});
