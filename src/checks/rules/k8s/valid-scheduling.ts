import { ownOf } from '../../../grammar/own';
import { at, type FieldPath, type JsonValue, listAt, mapAt, numberAt, textAt } from '../../../model/json';
import type { PodTemplate } from '../../../model/pod-spec';
import { judgeTopologyKeys } from '../../../model/pods/judge-topology-keys';
import type { PodRule, Tell } from '../../engine/rule';
import { refusalOf } from '../../reads/pod-refusal';
import { isLabelValue } from '../../schema/names';

const TERMS = 'requiredDuringSchedulingIgnoredDuringExecution';
const WISHES = 'preferredDuringSchedulingIgnoredDuringExecution';

export const validScheduling: PodRule = {
  id: 'k8s/valid-scheduling',
  severity: 'error',
  summary: 'Tolerations, node affinity and topology spread say something the scheduler can follow.',
  why: 'The server refuses tolerations, affinities and spreads that the scheduler could not follow.',
  see: [
    'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  ],
  checkPod(template, { schemas }, tell) {
    const refused = refusalOf(template, schemas.kubernetesVersion);
    listAt(template.spec, 'tolerations').forEach((one, i) => {
      toleration(one, template, i, refused, tell);
    });
    spread(template, refused, tell);
    for (const said of judgeTopologyKeys(template.spec, refused))
      tell({ ...said, path: [...template.path, 'spec', ...said.path] });
    const affinity = at(template.spec, 'affinity', 'nodeAffinity');
    if (affinity !== undefined) nodeAffinity(affinity, template, refused, tell);
    for (const [key, value] of Object.entries(mapAt(template.spec, 'nodeSelector'))) {
      if (typeof value !== 'string' || isLabelValue(value)) continue;
      tell({
        path: [...template.path, 'spec', 'nodeSelector', key],
        found: value,
        what: `no node can have the label ${key}=${value}, so ${refused}.`,
        fix: 'select a label that nodes have.',
      });
    }
  },
};

function toleration(one: JsonValue, template: PodTemplate, i: number, refused: string, tell: Tell): void {
  const here = (field: string) => [...template.path, 'spec', 'tolerations', i, field];
  const operator = textAt(one, 'operator') ?? '';
  const key = textAt(one, 'key') ?? '';
  if (key === '' && operator !== 'Exists')
    tell({
      path: here('operator'),
      found: operator === '' ? 'nothing' : operator,
      wanted: 'Exists',
      what: `a toleration without a key means every taint, which needs the operator Exists, so ${refused}.`,
      fix: 'set `operator: Exists`, or name the key.',
    });
  const value = textAt(one, 'value') ?? '';
  if (operator === 'Exists' && value !== '')
    tell({
      path: here('value'),
      found: value,
      what: `a toleration with the operator Exists compares no value, so ${refused}.`,
      fix: 'remove the value.',
    });
  if (operator !== 'Exists' && !isLabelValue(value))
    tell({
      path: here('value'),
      found: value,
      what: `no taint can have the value "${value}", so ${refused}.`,
      fix: 'correct the value.',
    });
  if (typeof at(one, 'tolerationSeconds') === 'number' && at(one, 'effect') !== 'NoExecute')
    tell({
      path: here('effect'),
      found: textAt(one, 'effect') ?? 'nothing',
      wanted: 'NoExecute',
      what: `only the effect NoExecute is tolerated for a time, so ${refused}.`,
      fix: 'set `effect: NoExecute`, or remove `tolerationSeconds`.',
    });
}

function spread({ spec, path }: PodTemplate, refused: string, tell: Tell): void {
  listAt(spec, 'topologySpreadConstraints').forEach((one, i) => {
    for (const field of ['maxSkew', 'minDomains']) {
      const value = numberAt(one, field);
      if (value === undefined || value >= 1) continue;
      tell({
        path: [...path, 'spec', 'topologySpreadConstraints', i, field],
        found: String(value),
        wanted: 'at least 1',
        what: `${field} of a spread is ${value} and has to be at least 1, so ${refused}.`,
        fix: 'raise it.',
      });
    }
    if (typeof at(one, 'minDomains') !== 'number' || at(one, 'whenUnsatisfiable') === 'DoNotSchedule') return;
    tell({
      path: [...path, 'spec', 'topologySpreadConstraints', i, 'minDomains'],
      found: String(at(one, 'minDomains')),
      what: `a spread that may be ignored cannot ask for a number of domains, so ${refused}.`,
      fix: 'set `whenUnsatisfiable: DoNotSchedule`, or remove `minDomains`.',
    });
  });
}

function nodeAffinity(affinity: JsonValue, { path }: PodTemplate, refused: string, tell: Tell): void {
  const base = [...path, 'spec', 'affinity', 'nodeAffinity'];
  listAt(affinity, TERMS, 'nodeSelectorTerms').forEach((term, t) => {
    requirements(term, [...base, TERMS, 'nodeSelectorTerms', t], refused, tell);
  });
  listAt(affinity, WISHES).forEach((wish, w) => {
    requirements(at(wish, 'preference'), [...base, WISHES, w, 'preference'], refused, tell);
  });
}

function requirements(term: unknown, path: FieldPath, refused: string, tell: Tell): void {
  listAt(term, 'matchExpressions').forEach((one, i) => {
    const operator = textAt(one, 'operator') ?? '';
    const values = listAt(one, 'values');
    const wanted = ownOf(COUNT, operator);
    if (wanted === undefined || wanted.fits(values)) return;
    tell({
      path: [...path, 'matchExpressions', i, 'values'],
      found: values.length === 0 ? 'nothing' : values.join(', '),
      wanted: wanted.words,
      what: `the operator ${operator} wants ${wanted.words}, so ${refused}.`,
      fix: `give ${wanted.words}.`,
    });
  });
}

const SOME = { fits: (values: readonly unknown[]) => values.length > 0, words: 'at least one value' };
const NONE = { fits: (values: readonly unknown[]) => values.length === 0, words: 'no values' };
const ONE = { fits: (values: readonly unknown[]) => values.length === 1, words: 'one whole number' };
const COUNT: Readonly<Record<string, typeof SOME>> = {
  In: SOME,
  NotIn: SOME,
  Exists: NONE,
  DoesNotExist: NONE,
  Gt: ONE,
  Lt: ONE,
};
