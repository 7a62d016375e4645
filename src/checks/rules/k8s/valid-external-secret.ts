import { wrongConfigKey } from '../../../grammar/config-key';
import { wrongDataFrom, wrongInterval, wrongPolicies } from '../../../knowledge/kubernetes/external-secrets';
import { describeIdentity } from '../../../model/identity';
import { at, type FieldPath, listAt, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import { matchesSelector } from '../../engine/object-index';
import type { CheckContext, ObjectRule, RuleFinding } from '../../engine/rule';

const GROUP = 'external-secrets.io';

export const validExternalSecret: ObjectRule = {
  id: 'k8s/valid-external-secret',
  severity: 'error',
  summary: 'An ExternalSecret reads something, its template names what it reads, and its store lets its namespace in.',
  why: 'The operator takes the object and stops later: the Secret is never made or keeps its old keys, and Pods that wait for it do not start.',
  see: [
    'https://external-secrets.io/latest/api/externalsecret/',
    'https://external-secrets.io/latest/guides/templating/',
    'https://external-secrets.io/latest/api/clustersecretstore/',
  ],
  kinds: [`${GROUP}/ExternalSecret`, `${GROUP}/ClusterExternalSecret`],
  check(object, context, tell) {
    const spec = object.kind === 'ExternalSecret' ? ['spec'] : ['spec', 'externalSecretSpec'];
    const found = [
      ...judgeSources(object, spec),
      ...judgeDataFrom(object, spec),
      ...judgeIntervals(object),
      ...judgePolicies(object, spec),
      ...judgeTemplate(object, spec),
    ];
    for (const one of [...found, ...judgeStore(object, context)]) tell(one);
  },
};

function judgeSources({ value }: RenderedObject, spec: FieldPath): readonly RuleFinding[] {
  const data = listAt(value, ...spec, 'data');
  if (data.length + listAt(value, ...spec, 'dataFrom').length === 0) {
    const what = 'it has neither data nor dataFrom; the operator refuses an ExternalSecret that reads nothing.';
    return [{ path: spec, what, fix: 'say what it reads.' }];
  }
  const seen = new Set<string>();
  return data.flatMap((entry, i): readonly RuleFinding[] => {
    const found = textAt(entry, 'secretKey') ?? '';
    const path = [...spec, 'data', i, 'secretKey'];
    const again = seen.has(found);
    seen.add(found);
    if (again) {
      const what = `it has the key "${found}" twice: the last one wins, and the other value is lost.`;
      return [{ path, found, what, fix: 'give each a key of its own.' }];
    }
    const wrong = wrongConfigKey(found);
    if (wrong === undefined) return [];
    const what = `its key "${found}" is not one that a Secret can have: ${wrong}. The Secret is never made.`;
    return [{ path, found, what, fix: 'use letters, digits, - _ and .' }];
  });
}

function judgeDataFrom({ value }: RenderedObject, spec: FieldPath): readonly RuleFinding[] {
  return listAt(value, ...spec, 'dataFrom').flatMap((entry, i): readonly RuleFinding[] => {
    const wrong = wrongDataFrom((source) => at(entry, source) !== undefined);
    if (wrong === undefined) return [];
    const what = `dataFrom[${i}] ${wrong}`;
    return [{ path: [...spec, 'dataFrom', i], what, fix: 'give each entry one of them.' }];
  });
}

/** Where intervals stand. */
const INTERVALS = [
  ['spec', 'refreshInterval'],
  ['spec', 'refreshTime'],
  ['spec', 'externalSecretSpec', 'refreshInterval'],
];

function judgeIntervals({ value }: RenderedObject): readonly RuleFinding[] {
  return INTERVALS.flatMap((path): readonly RuleFinding[] => {
    const found = textAt(value, ...path);
    const what = wrongInterval(path.at(-1) ?? '', found);
    if (what === undefined || found === undefined) return [];
    return [{ path, found, what, fix: 'write numbers with units, such as 15m or 1h.' }];
  });
}

function judgePolicies({ value }: RenderedObject, spec: FieldPath): readonly RuleFinding[] {
  const creation = textAt(value, ...spec, 'target', 'creationPolicy');
  const deletion = textAt(value, ...spec, 'target', 'deletionPolicy');
  const wrong = wrongPolicies(creation, deletion);
  if (wrong === undefined || deletion === undefined) return [];
  const what = `deletionPolicy ${deletion} with creationPolicy ${creation ?? 'Owner'}: ${wrong}; the operator refuses the ExternalSecret.`;
  const fix = 'leave deletionPolicy out, or choose another creationPolicy.';
  return [{ path: [...spec, 'target', 'deletionPolicy'], found: deletion, what, fix }];
}

/** `{{ .password }}`, `{{ .password | b64enc }}`, `{{ index . "a-b" }}`; what else a template does is not read. */
const FIELD = /\{\{-?\s*\.([A-Za-z_]\w*)[^}]*\}\}|\{\{-?\s*index\s+\.\s+"([^"]+)"[^}]*\}\}/g;

function judgeTemplate({ value }: RenderedObject, spec: FieldPath): readonly RuleFinding[] {
  // What dataFrom brings is known to the store alone; a v1 template has functions where these have names.
  if (listAt(value, ...spec, 'dataFrom').length > 0) return [];
  const template = [...spec, 'target', 'template'];
  const known = listAt(value, ...spec, 'data').map((entry) => textAt(entry, 'secretKey') ?? '');
  return Object.entries(mapAt(value, ...template, 'data')).flatMap(([key, text]) => {
    // A template that ranges, or sets variables, gives names of its own.
    if (typeof text !== 'string' || /\{\{-?\s*(range|with|define|template|block)\b|\$/.test(text)) return [];
    const names = [...text.matchAll(FIELD)].map(([, plain, quoted]) => plain ?? quoted ?? '');
    return [...new Set(names)].flatMap((found): readonly RuleFinding[] => {
      if (known.includes(found)) return [];
      const what = `its template of ${key} reads "${found}", which no data brings (it has ${known.join(', ') || 'none'}): the operator fails, and the Secret is never made.${didYouMean(found, known)}`;
      return [
        { path: [...template, 'data', key], found, what, fix: `read one of its keys, or add "${found}" to data.` },
      ];
    });
  });
}

function judgeStore(object: RenderedObject, { index }: CheckContext): readonly RuleFinding[] {
  const ref = at(object.value, 'spec', 'secretStoreRef');
  const namespace = object.namespace;
  if (textAt(ref, 'kind') !== 'ClusterSecretStore' || namespace === undefined) return [];
  const name = textAt(ref, 'name') ?? '';
  const store = index.find({ group: GROUP, kind: 'ClusterSecretStore', name });
  if (store === undefined || letsIn(store, namespace, { index })) return [];
  const what = `its store, ${describeIdentity(store)}, lets other namespaces in, not ${namespace}. It stays in SecretSyncedError, and Pods that wait for its Secret in CreateContainerConfigError.`;
  return [{ path: ['spec', 'secretStoreRef', 'name'], found: name, what, fix: `add ${namespace} to its conditions.` }];
}

/** Whether one of the conditions of a store is met; a Namespace that is not rendered may have any labels. */
function letsIn(store: RenderedObject, namespace: string, { index }: Pick<CheckContext, 'index'>): boolean {
  const conditions = listAt(store.value, 'spec', 'conditions');
  if (conditions.length === 0) return true;
  const rendered = index.find({ group: '', kind: 'Namespace', name: namespace });
  const labels = { ...mapAt(rendered?.value, 'metadata', 'labels'), 'kubernetes.io/metadata.name': namespace };
  return conditions.some((condition) => {
    if (listAt(condition, 'namespaces').includes(namespace)) return true;
    // Regular expressions of Go are not read here.
    if (listAt(condition, 'namespaceRegexes').length > 0) return true;
    const selector = at(condition, 'namespaceSelector');
    return selector !== undefined && (rendered === undefined || matchesSelector(selector, labels));
  });
}
