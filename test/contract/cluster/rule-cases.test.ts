import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Rule } from '../../../src/checks/engine/rule';
import { validAutoscaler } from '../../../src/checks/rules/k8s/valid-autoscaler';
import { validNodePort } from '../../../src/checks/rules/k8s/valid-node-port';
import { validPriorityClass } from '../../../src/checks/rules/k8s/valid-priority-class';
import { VALIDATION } from '../../../src/checks/validation-rules';
import { isBuiltIn } from '../../../src/knowledge/kubernetes/kinds';
import { splitApiVersion } from '../../../src/model/identity';
import type { JsonObject } from '../../../src/model/json';
import { refusalsOf } from '../../../src/referee/apiserver/refusal';
import { ROOT } from '../../support/project';
import { saidBy } from '../../support/schemas';
import { ControlPlane } from './harness/control-plane';
import { judgedVersions } from './harness/judged';

/** The server reads a StatefulSet's Pod template since 1.34, and its claims only when they are made. */
const isJudgedLate = (object: JsonObject, rule: Rule, version: string) =>
  object['kind'] === 'StatefulSet' && (version < '1.34' || rule.id === 'k8s/valid-claim');

/** Kinds of operators are not the server's. */
const isOfServer = ({ apiVersion, kind }: JsonObject) =>
  isBuiltIn(splitApiVersion(String(apiVersion)).group, String(kind));

const documents = (rule: Rule, file: string) =>
  parseAllDocuments(readFileSync(join(ROOT, 'test', 'cases', 'rules', rule.id, file), 'utf8'))
    .map((document) => document.toJS() as JsonObject)
    .filter(isOfServer);

const nameOf = (object: JsonObject) => `${object['kind']} ${(object['metadata'] as JsonObject)['name']}`;

/** `spec.ports.name` of `spec.ports[1].name: Duplicate value`. */
const placeOf = (finding: string) => inSchema(finding.split(': ')[0] ?? '').replace(/\[[^\]]*\]/g, '');

/** The server writes the schema of an only version where v1beta1 had it, and the names of fields in brackets. */
const inSchema = (path: string) =>
  path.includes('.openAPIV3Schema')
    ? path.replace('spec.validation.', 'spec.versions[0].schema.').replace(/\[([a-z]\w*)\]/gi, '.$1')
    : path;

/** The server names the field, its parent, or a field beside it. */
const isBeside = (ours: string, theirs: string) =>
  ours.startsWith(theirs) || theirs.startsWith(ours.slice(0, ours.lastIndexOf('.')));

/**
 * What the server takes: it warns of the one, a node meets the other when it pulls, and a field behind a gate is dropped
 * unread.
 */
const isTaken = (finding: string, version: string) =>
  /The server takes it with a warning|Its Pods stay in InvalidImageName/.test(finding) ||
  (version < '1.35' && /\.tolerance: /.test(finding)) ||
  (version < '1.34' && /\b(?:resourceClaims\[|resources\.claims\[)/.test(finding.split(': ')[0] ?? ''));

/** The autoscaler's rule also looks at its workload, which the server does not. */
const RULES = [...VALIDATION, validAutoscaler];

describe.each(judgedVersions())('the cases of the validation rules on Kubernetes %s', (version) => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start({ version });
    await plane.api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  });
  afterAll(() => plane?.stop());

  const refusals = async (object: JsonObject, query = '?dryRun=All&fieldValidation=Strict') => {
    const answer = await plane.api.post(object, query);
    return answer.status < 300 ? [] : refusalsOf(answer).map(({ field, message }) => `${field}: ${message}`);
  };

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s refuses what the server refuses', async (_, rule) => {
    for (const object of documents(rule, 'wrong.yaml')) {
      const said = saidBy(rule, [object], version);
      if (rule === validAutoscaler && said.length === 0) continue;
      expect([nameOf(object), said.length > 0]).toEqual([nameOf(object), true]);
      const ours = said.filter((finding) => !isTaken(finding, version));
      if (isJudgedLate(object, rule, version)) continue;
      // A dry run takes no node port, and so judges none.
      const isDry = (object['spec'] as JsonObject | undefined)?.['type'] !== 'NodePort';
      const theirs = await (isDry ? refusals(object) : refusals(object, ''));
      // Where all that we say is taken, the server refuses nothing.
      if (ours.length === 0) expect([nameOf(object), theirs]).toEqual([nameOf(object), []]);
      const places = theirs.map(placeOf);
      const alone = ours.filter((finding) => !places.some((place) => isBeside(placeOf(finding), place)));
      expect([nameOf(object), alone, theirs]).toEqual([nameOf(object), [], theirs]);
      expect([nameOf(object), ours.length <= theirs.length, ours, theirs]).toEqual([
        nameOf(object),
        true,
        ours,
        theirs,
      ]);
    }
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s accepts what the server accepts', async (_, rule) => {
    for (const object of documents(rule, 'right.yaml')) {
      expect([nameOf(object), await refusals(object)]).toEqual([nameOf(object), []]);
    }
  });

  it('the second of two is refused, where only one can hold a thing', async () => {
    const [web, shop] = documents(validNodePort, 'wrong.yaml') as [JsonObject, JsonObject];
    await plane.api.apply(web);
    expect(await refusals(shop)).toEqual([expect.stringContaining('provided port is already allocated')]);
    const [, usual] = documents(validPriorityClass, 'right.yaml') as [JsonObject, JsonObject];
    await plane.api.apply(usual);
    const second = { ...usual, metadata: { name: 'second' } };
    expect(saidBy(validPriorityClass, [usual, second], version)).toHaveLength(1);
    expect((await plane.api.post(second, '?dryRun=All')).status).toBe(403);
  });
});
