import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { banRemovedApi } from '../../src/checks/rules/k8s/ban-removed-api';
import { noMissingSchema } from '../../src/checks/rules/k8s/no-missing-schema';
import { validName } from '../../src/checks/rules/k8s/valid-name';
import { validSchema } from '../../src/checks/rules/k8s/valid-schema';
import { VALIDATION } from '../../src/checks/validation-rules';
import type { JsonObject } from '../../src/model/json';
import { ROOT } from '../support/project';
import { saidBy } from '../support/schemas';
import { type Answer, DIFFERENCES, KUBECONFORM, REFUSED_WORKLOADS } from './schema-verdicts';

const DATA = join(ROOT, '..', 'shared', 'data');
const there = existsSync(join(DATA, 'fixtures'));
if (!there)
  console.warn('schema verdicts were not compared: the fixtures are not beside this checkout (../shared/data)');

const RULES = [validSchema, noMissingSchema, banRemovedApi, validName, ...VALIDATION];
const yamls = (folder: string) => readdirSync(join(DATA, folder)).filter((name) => name.endsWith('.yaml'));
const textOf = (folder: string, file: string) => readFileSync(join(DATA, folder, file), 'utf8');

/** The objects of a file; undefined where a strict reader refuses it. */
function objectsOf(text: string): readonly JsonObject[] | undefined {
  const documents = parseAllDocuments(text, { version: '1.1', merge: true });
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  return documents.flatMap((document) => {
    const object = document.toJS() as JsonObject | null;
    if (object === null) return [];
    return object['kind'] === 'List' ? (object['items'] as unknown as JsonObject[]) : [object];
  });
}

const said = (objects: readonly JsonObject[], version?: string) =>
  RULES.flatMap((rule) => saidBy(rule, objects, version));

function answer(folder: string, file: string): Answer {
  const objects = objectsOf(textOf(folder, file));
  return objects === undefined || said(objects).length > 0 ? 'refuses' : 'accepts';
}

/** What the comment above each document says; one refused document refuses the file. */
function answerInComment(file: string): Answer {
  return textOf('fixtures/kubectl-validate', file).includes('"status": "Failure"') ? 'refuses' : 'accepts';
}

const otherwise = (one: Answer): Answer => (one === 'accepts' ? 'refuses' : 'accepts');

(there ? describe : describe.skip)('schema rules', () => {
  it.each([
    [
      'kubectl-validate',
      Object.fromEntries(there ? yamls('fixtures/kubectl-validate').map((f) => [f, answerInComment(f)]) : []),
    ],
    ['kubeconform', KUBECONFORM],
  ])('answer as an API server does to the fixtures of %s, but for what the table explains', (project, server) => {
    const folder = `fixtures/${project}`;
    const ours = Object.fromEntries(yamls(folder).map((file) => [file, answer(folder, file)]));
    const expected = Object.fromEntries(
      Object.entries(server).map(([file, one]) => [file, `${project}/${file}` in DIFFERENCES ? otherwise(one) : one]),
    );
    expect(ours).toEqual(expected);
  });

  it.each(['1.31', '1.32', '1.33', '1.34', '1.35', '1.36'])(
    'take of all workloads what a server of %s takes',
    (version) => {
      const objects = yamls('workloads').flatMap((file) => objectsOf(textOf('workloads', file)) ?? []);
      expect(objects.length).toBe(235);
      expect(said(objects, version)).toEqual(REFUSED_WORKLOADS);
    },
  );
});
