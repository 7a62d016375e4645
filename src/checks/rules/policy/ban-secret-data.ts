import { type FieldPath, type JsonObject, mapAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { appliedCopies, carriedIn, mayHoldSecrets, secretsIn } from '../../../model/secrets';
import type { Tell, WholeRule } from '../../engine/rule';

const IN_GIT = 'what is rendered is committed to Git, where every reader sees it';

export const banSecretData: WholeRule = {
  id: 'policy/ban-secret-data',
  severity: 'error',
  summary:
    'No Secret with data is rendered, neither as an object nor inside another one, an annotation, or JSON or YAML in a ConfigMap.',
  why: 'What is rendered is committed. A Secret in Git is readable for everyone who can read the repository, and stays in its history for good.',
  see: [
    'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    'https://external-secrets.io/latest/introduction/overview/',
  ],
  checkAll({ judged }, tellOf) {
    for (const object of judged) {
      if (mayHoldSecrets(object))
        for (const { secret, path } of secretsIn(object.value)) judgeSecret(secret, path, tellOf(object));
      judgeCopies(object, tellOf);
      judgeTexts(object, () => tellOf(object));
    }
  },
};

/** @param path of the Secret inside of the object; empty where it is the object */
function judgeSecret(secret: JsonObject, path: FieldPath, tell: Tell): void {
  for (const field of ['data', 'stringData'] as const) {
    const keys = Object.keys(mapAt(secret, field));
    if (keys.length === 0) continue;
    const subject = path.length === 0 ? 'it' : 'a Secret inside of it';
    tell({
      path: [...path, field],
      found: keys.join(', '),
      what: `${subject} holds data (${keys.join(', ')}), and ${IN_GIT}.`,
      fix: 'render an ExternalSecret, or declare the Secret under `external` and create it by other means.',
    });
  }
  if (path.length === 0) return;
  for (const { key, copy, isKnown } of appliedCopies(secret))
    if (isKnown || holdsData(copy)) tellCopy(key, [...path], tell);
}

/** kubectl and others keep what was applied beside the object, and YAML that is copied from a cluster brings it along. */
function judgeCopies(object: RenderedObject, tellOf: (object: RenderedObject) => Tell): void {
  const isSecret = object.kind === 'Secret' && object.group === '';
  for (const { key, copy, isKnown } of appliedCopies(object.value))
    if ((isSecret && isKnown) || holdsData(copy)) tellCopy(key, [], tellOf(object));
}

/** JSON or YAML in a ConfigMap may be an object that somebody applies from there. */
function judgeTexts({ kind, group, value }: RenderedObject, tell: () => Tell): void {
  if (kind !== 'ConfigMap' || group !== '') return;
  for (const [key, text] of Object.entries(mapAt(value, 'data'))) {
    if (typeof text !== 'string') continue;
    const isYaml = holdsYaml(text);
    if (!isYaml && !holdsData(carriedIn(text))) continue;
    tell()({
      path: ['data', key],
      found: key,
      what: `the text ${key} holds a Secret with its data, and ${IN_GIT}.`,
      fix: 'take the Secret out of the text: render an ExternalSecret, or create it by other means.',
      // It may be an example that somebody reads.
      ...(isYaml ? { severity: 'warning' as const } : {}),
    });
  }
}

const YAML_KIND = /^kind:[ \t]*(['"]?)Secret\1[ \t]*$/m;
const YAML_DATA = /^(?:data|stringData):[ \t]*\n[ \t]+['"]?[\w.-]+['"]?:[ \t]*(?:['"][^'"]|[^\s'"])/m;

/** Whether a document of YAML is a Secret with a value. What is filled in later (`{{ … }}`, `${…}`) holds none yet. */
function holdsYaml(text: string): boolean {
  if (!text.includes('Secret')) return false;
  return text
    .split(/^---.*$/m)
    .some((document) => YAML_KIND.test(document) && YAML_DATA.test(document) && !/\{\{|\$\{/.test(document));
}

/** What cannot be read as JSON may be anything that names a Secret. */
function holdsData(copy: unknown): boolean {
  if (typeof copy === 'string') return copy.includes('Secret');
  return [...secretsIn(copy)].some(({ secret }) =>
    ['data', 'stringData'].some((field) => Object.keys(mapAt(secret, field)).length > 0),
  );
}

function tellCopy(key: string, path: FieldPath, tell: Tell): void {
  tell({
    path: [...path, 'metadata', 'annotations', key],
    found: key,
    what: `the annotation ${key} holds a Secret as it was applied, with its data, and ${IN_GIT}.`,
    fix: 'remove the annotation, which a tool writes on the cluster; where the value was committed, replace it.',
  });
}
