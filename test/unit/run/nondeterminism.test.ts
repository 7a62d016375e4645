import { renderedObject } from '../../../src/model/rendered-object';
import { type Disagreement, disagreementProblems } from '../../../src/run/apart/nondeterminism';

const object = renderedObject(
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } },
  {
    app: 'shop',
    environment: 'prod',
    construct: 'shop/web',
    source: () => ({ file: 'apps/shop.ts', line: 9, column: 5 }),
  },
);

const field = (name: string, environment = 'prod'): Disagreement => ({
  app: 'shop',
  environment,
  object,
  where: object.construct,
  field: name,
  symptom: 'field',
  first: '"a"',
  second: '"b"',
});

const read = (line: number) => ({ app: 'shop', what: 'Date.now()', place: { file: 'apps/shop.ts', line, column: 1 } });

describe('what two renderings do not agree about', () => {
  it('says that Pods are rolled out where the template differs', () => {
    const path = 'spec.template.metadata.annotations.at';
    expect(disagreementProblems([field(path), field(path, 'dev')], [read(9)])).toEqual([
      {
        message:
          'two renderings of the same source differ: "a" and "b". Every run rewrites the file, and Argo CD rolls out new Pods for nothing. The app asks for Date.now() at apps/shop.ts:9:1.',
        path: `prod › shop › Deployment shop/web › ${path} (and in dev)`,
        place: { file: 'apps/shop.ts', line: 9, column: 5 },
        fix: 'take the value from environment.yaml or release.yaml, or write it as a constant.',
      },
    ]);
  });

  it('counts what is too much to read: fields, and lines that ask', () => {
    const many = Array.from({ length: 25 }, (_, index) => field(`spec.template.${index}`));
    const asked = [1, 2, 2, 3, 4, 5, 6].map(read);
    const problems = disagreementProblems(many, [...asked, { ...read(7), app: 'other' }]);
    expect(problems.length).toBe(21);
    expect(problems[20]).toEqual({ message: '… and 5 more fields and objects differ.' });
    expect(problems[0]?.message).toMatch(
      /asks for Date\.now\(\) at apps\/shop\.ts:1:1, .*:2:1, .*:3:1, Date\.now\(\) at apps\/shop\.ts:4:1, and 2 more\.$/,
    );
  });

  it('says what becomes of an object that is there only once', () => {
    const [problem] = disagreementProblems([{ ...field(''), symptom: 'first-only' }], []);
    expect([problem?.message, problem?.fix]).toEqual([
      'one of two renderings has no such object. Every run writes another file, and Argo CD deletes one object and creates another.',
      'keep no state outside charts(), which is called once per environment, in any order; write dates and numbers without time zone and locale.',
    ]);
  });
});
