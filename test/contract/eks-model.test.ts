import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { FACTS_CALLS, type FactsCall } from '../../src/knowledge/aws/facts-calls';
import { eksOf, NOTHING, ROUTES } from '../support/eks-cluster';
import { WHOLE } from '../support/eks-whole-cluster';
import { read, type SeeInput } from '../unit/live/recorded';

interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly member?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
}

interface Model {
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly http: { readonly requestUri: string };
        readonly input: { readonly shape: string };
        readonly output: { readonly shape: string };
      }
    >
  >;
}

/** Made once by test/contract/moto/install.sh: botocore comes with moto, and AWS's model of EKS with botocore. */
const PYTHON = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'cdk8s-eks',
  'moto-venv',
  'bin',
  'python',
);
const there = existsSync(PYTHON);
if (!there) console.warn('AWS’s model of EKS was not asked: run test/contract/moto/install.sh once (needs Python 3)');

const READ = `
import botocore.loaders, json
print(json.dumps(botocore.loaders.Loader().load_service_model('eks', 'service-2')))
`;

/** Where a value is not what the model says; nothing where all of it is. */
function wrongIn(model: Model, value: unknown, name: string, path: string): readonly string[] {
  const shape = model.shapes[name];
  if (shape === undefined) return [`${path}: there is no shape ${name}`];
  const { members, member, value: item } = shape;
  switch (shape.type) {
    case 'structure':
      return Object.entries(Object(value)).flatMap(([key, one]) => {
        const field = members?.[key];
        return field === undefined
          ? [`${path}.${key} is not in ${name}`]
          : wrongIn(model, one, field.shape, `${path}.${key}`);
      });
    case 'list':
      if (!Array.isArray(value)) return [`${path} is not a list`];
      return value.flatMap((one, index) => wrongIn(model, one, member?.shape ?? '', `${path}[${index}]`));
    case 'map':
      return Object.entries(Object(value)).flatMap(([key, one]) =>
        wrongIn(model, one, item?.shape ?? '', `${path}.${key}`),
      );
    case 'string': {
      const isWrong = typeof value !== 'string' || (shape.enum !== undefined && !shape.enum.includes(value));
      return isWrong ? [`${path} is ${JSON.stringify(value)}, not of ${name}`] : [];
    }
    default: {
      const wanted = shape.type === 'boolean' ? 'boolean' : 'number';
      return typeof value === wanted ? [] : [`${path} is not a ${shape.type}`];
    }
  }
}

(there ? describe : describe.skip)('AWS’s model of EKS', () => {
  let model: Model;
  beforeAll(() => {
    const text = execFileSync(PYTHON, ['-c', READ], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    model = JSON.parse(text);
  });

  it.each(Object.keys(FACTS_CALLS) as readonly FactsCall[])(
    'has the call %s, at the path where the tests answer it',
    (call) => {
      const uri = model.operations[call]?.http.requestUri ?? 'missing';
      expect(ROUTES[call].test(uri.replace(/\{[^}]*\}/g, 'x'))).toBe(true);
    },
  );

  it('has the shape of every answer that the tests give', async () => {
    const wrong: string[] = [];
    const judge = (call: FactsCall, body: object): void => {
      wrong.push(...wrongIn(model, body, model.operations[call]?.output.shape ?? '', call));
    };
    await read(eksOf(WHOLE, judge));
    await read(eksOf({ ...NOTHING, DescribeCluster: WHOLE.DescribeCluster ?? (() => ({})) }, judge));
    expect(wrong).toEqual([]);
  });

  it('takes what each command is sent with, and is sent all that it requires', async () => {
    const wrong: string[] = [];
    const judge: SeeInput = (command, input) => {
      const name = model.operations[command.replace(/Command$/, '')]?.input.shape ?? '';
      wrong.push(...wrongIn(model, input, name, command));
      const missing = (model.shapes[name]?.required ?? []).filter((key) => !Object.hasOwn(input, key));
      wrong.push(...missing.map((key) => `${command} lacks ${key}`));
    };
    await read(eksOf(WHOLE), 1, undefined, judge);
    expect(wrong).toEqual([]);
  });

  it('refuses an answer of another shape', () => {
    const body = { nodegroups: 'a', more: 1, nextToken: 2 };
    expect(wrongIn(model, body, 'ListNodegroupsResponse', 'ListNodegroups')).toEqual([
      'ListNodegroups.nodegroups is not a list',
      'ListNodegroups.more is not in ListNodegroupsResponse',
      'ListNodegroups.nextToken is 2, not of String',
    ]);
  });
});
