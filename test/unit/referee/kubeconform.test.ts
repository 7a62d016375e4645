import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSpec } from '../../../src/model/file-spec';
import { renderedObject } from '../../../src/model/rendered-object';
import { judgeWithKubeconform } from '../../../src/referee/kubeconform';
import { rejectionOf } from '../../support/thrown';
import { TestFolder } from './folder';

const place = { file: 'apps/shop.ts', line: 3, column: 5 };
const origin = { environment: 'prod', app: 'shop', construct: 'shop/web/Service', source: () => place };
const service = (name: string): FileSpec => ({
  path: `prod/shop/shop/service_${name}.yaml`,
  content: `kind: Service # ${name}\n`,
  object: renderedObject({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'shop' } }, origin),
});
const bootstrap: FileSpec = { path: '_bootstrap/prod.yaml', content: 'kind: AppProject\n---\nkind: Application\n' };
const about = {
  rule: 'referee/kubeconform',
  severity: 'error',
  environment: 'prod',
  app: 'shop',
  field: '',
  fix: 'correct the object; if kubeconform is wrong, its schema in imports/ is.',
  see: 'https://github.com/yannh/kubeconform',
  construct: 'shop/web/Service',
  source: place,
};
const web = { group: '', kind: 'Service', namespace: 'shop', name: 'web' };

/** What kubeconform says of one object; `name` is a file's path below the folder it was given. */
interface Answer {
  readonly name: string;
  readonly status: string;
  readonly msg?: string;
  readonly validationErrors?: readonly { readonly path: string; readonly msg: string }[];
}

let folder: TestFolder;
beforeEach(() => {
  folder = new TestFolder();
});
afterEach(() => folder.remove());

/** Asks a program that answers so, or complains. */
async function judge(files: readonly FileSpec[], resources: readonly Answer[] | string) {
  folder.write('answer.json', JSON.stringify(resources));
  folder.program(
    'bin/kubeconform',
    `const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
    const args = process.argv.slice(2);
    if (args[0] === '-v') { console.log('v0.7.0'); process.exit(); }
    const folder = args.at(-1);
    const read = (from) => Object.fromEntries(readdirSync(from, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => (entry.parentPath ?? entry.path) + '/' + entry.name)
      .map((path) => [path.slice(from.length + 1), readFileSync(path, 'utf8')]));
    writeFileSync(${JSON.stringify(join(folder.path, 'seen.json'))}, JSON.stringify({ args, files: read(folder), schemas: read(folder.replace(/files$/, 'schemas')) }));
    const answer = JSON.parse(readFileSync(${JSON.stringify(join(folder.path, 'answer.json'))}, 'utf8'));
    if (typeof answer === 'string') { process.stderr.write(answer); process.exit(1); }
    const resources = answer.map(({ name, ...rest }) => ({ filename: folder + '/' + name, ...rest, ...(rest.msg && { msg: rest.msg.replace('FOLDER', folder) }) }));
    console.log(JSON.stringify({ resources }));`,
  );
  const options = {
    path: join(folder.path, 'bin'),
    cache: join(folder.path, 'cache'),
    offline: true,
    releases: '',
    log: () => undefined,
  };
  const schemas = [{ path: 'v1/service_v1.json', content: '{}' }];
  return judgeWithKubeconform({ environment: 'prod', files, schemas }, options);
}

const seen = () => JSON.parse(readFileSync(join(folder.path, 'seen.json'), 'utf8'));

describe('kubeconform as a referee', () => {
  it('reads the bytes about to be written and this project’s schemas, strictly, from a folder that goes', async () => {
    const files = [service('web'), bootstrap];
    const valid = { status: 'statusValid' };
    expect(
      await judge(
        files,
        files.flatMap(({ path }) => [{ name: path, ...valid }]),
      ),
    ).toEqual([]);
    const { args, files: given, schemas } = seen();
    const [below] = args.slice(-1);
    expect(args).toEqual([
      '-strict',
      '-verbose',
      '-output',
      'json',
      '-schema-location',
      below.replace(/files$/, 'schemas/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json'),
      below,
    ]);
    expect(given).toEqual(Object.fromEntries(files.map(({ path, content }) => [path, content])));
    expect(schemas).toEqual({ 'v1/service_v1.json': '{}' });
    expect(existsSync(below)).toBe(false);
  });

  it('gives one finding per refused field, at the object and its line', async () => {
    const msg = [
      "problem validating schema. Check JSON formatting: jsonschema validation failed with 'file://FOLDER/x.json#'",
      "- at '': validation failed   - at '/spec/ports/0': missing property 'port'",
      "- at '/metadata/annotations/a.b~1c': got number, want string",
    ].join('   ');
    const validationErrors = [{ path: '', msg: 'validation failed' }];
    const [file] = [service('web')];
    expect(await judge([file], [{ name: file.path, status: 'statusInvalid', msg, validationErrors }])).toEqual([
      {
        ...about,
        object: web,
        field: 'metadata.annotations["a.b/c"]',
        message: 'kubeconform refuses prod/shop/shop/service_web.yaml: got number, want string',
      },
      {
        ...about,
        object: web,
        field: 'spec.ports[0]',
        message: "kubeconform refuses prod/shop/shop/service_web.yaml: missing property 'port'",
      },
    ]);
  });

  it('never lets a file pass that it skips, cannot read, finds empty, or says nothing about', async () => {
    const files = ['a', 'b', 'c', 'd'].map(service);
    const answers = [
      { name: files[2]?.path ?? '', status: '', msg: '' },
      { name: files[1]?.path ?? '', status: 'statusError', msg: 'no schema in FOLDER/v1' },
      { name: files[0]?.path ?? '', status: 'statusSkipped', msg: '' },
    ];
    expect((await judge(files, answers)).map((finding) => finding.message)).toEqual([
      'kubeconform could not judge prod/shop/shop/service_a.yaml: it says statusSkipped',
      'kubeconform could not judge prod/shop/shop/service_b.yaml: no schema in files/v1',
      'kubeconform could not judge prod/shop/shop/service_c.yaml: it holds no object',
      'kubeconform could not judge prod/shop/shop/service_d.yaml: it did not answer',
    ]);
  });

  it('names the file where it holds more than one object', async () => {
    const { construct: _construct, source: _source, app: _app, ...rest } = about;
    expect(await judge([bootstrap], [{ name: bootstrap.path, status: 'statusInvalid', msg: 'no' }])).toEqual([
      {
        ...rest,
        app: '',
        construct: '',
        object: { group: '', kind: 'File', name: '_bootstrap/prod.yaml' },
        message: 'kubeconform refuses _bootstrap/prod.yaml: no',
      },
    ]);
  });

  it('is asked nothing where there is no file', async () => {
    expect(await judge([], [])).toEqual([]);
    expect(existsSync(join(folder.path, 'seen.json'))).toBe(false);
  });

  it('stops the run when its answer cannot be read, and leaves no folder behind', async () => {
    expect(await rejectionOf(judge([service('web')], 'flag provided but not defined'))).toBe(
      'kubeconform gave no answer that can be read: flag provided but not defined\nfix: run `npx cdk8s-eks kubeconform -v` to see whether it starts.',
    );
    expect(existsSync(seen().args.at(-1))).toBe(false);
  });
});
