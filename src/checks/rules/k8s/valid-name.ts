import { wrongSpelling } from '../../../grammar/spelling';
import { KUSTOMIZE_GROUP } from '../../../knowledge/kubernetes/kustomize';
import { at, isJsonObject, type JsonObject, own } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { Tell, WholeRule } from '../../engine/rule';
import { judgeConfigData } from '../../schema/config-data';
import {
  isLabelValue,
  isNamespaceName,
  isQualifiedName,
  LABEL_NAME,
  type NameRule,
  nameRuleOf,
} from '../../schema/names';
import { utf8Bytes } from '../../schema/text-bytes';

/** @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go */
const ANNOTATION_BYTES = 262_144;

const METADATA = ['metadata'];
const TEMPLATE = ['spec', 'template', 'metadata'];
const JOB_TEMPLATE = ['spec', 'jobTemplate', 'metadata'];
const JOB_POD_TEMPLATE = ['spec', 'jobTemplate', 'spec', 'template', 'metadata'];

export const validName: WholeRule = {
  id: 'k8s/valid-name',
  severity: 'error',
  summary: 'Names, labels, annotations and the keys and size of data follow the rules of the API server.',
  why: 'The server refuses names, labels and keys that it cannot use in DNS, paths or files. Names that generate others, such as a StatefulSet’s, have to be shorter than the schema says.',
  see: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  ],
  checkAll({ judgedKinds }, tellOf) {
    for (const objects of judgedKinds) {
      // What does not even say its kind is another rule's.
      if (objects[0]?.kind === '') continue;
      let group: string | undefined;
      let rule = LABEL_NAME;
      for (const object of objects) {
        if (object.group !== group) {
          group = object.group;
          rule = nameRuleOf(object);
        }
        const tell = tellOf(object);
        judgeName(object, rule, tell);
        judgeAllMetadata(object, tell);
        if (group === '' && (object.kind === 'ConfigMap' || object.kind === 'Secret')) judgeConfigData(object, tell);
      }
    }
  },
};

/** The metadata of an object, and of the templates that other objects are made from. */
function judgeAllMetadata(object: RenderedObject, tell: Tell): void {
  judgeMetadata(METADATA, own(object.value, 'metadata'), tell);
  const spec = own(object.value, 'spec');
  judgeMetadata(TEMPLATE, own(own(spec, 'template'), 'metadata'), tell);
  const job = own(spec, 'jobTemplate');
  if (job === undefined) return;
  judgeMetadata(JOB_TEMPLATE, own(job, 'metadata'), tell);
  judgeMetadata(JOB_POD_TEMPLATE, at(job, 'spec', 'template', 'metadata'), tell);
}

function judgeMetadata(path: readonly string[], metadata: unknown, tell: Tell): void {
  const labels = own(metadata, 'labels');
  if (isJsonObject(labels)) judgeLabels(path, labels, tell);
  const annotations = own(metadata, 'annotations');
  if (isJsonObject(annotations)) judgeAnnotations(path, annotations, tell);
}

function judgeName(object: RenderedObject, rule: NameRule, tell: Tell): void {
  // What is for kustomize needs no name.
  if (object.group === KUSTOMIZE_GROUP) return;
  const { name, namespace } = object;
  const { words } = rule;
  const written = own(own(object.value, 'metadata'), 'name');
  if (written === undefined) {
    tell({
      path: ['metadata', 'name'],
      found: 'nothing',
      wanted: words,
      what: '`metadata.name` is missing, so nothing in Git says which object of the cluster it is.',
      fix: 'set `metadata.name`.',
    });
  } else if (typeof written === 'string' && wrongSpelling(name, rule) !== undefined) {
    tell({
      path: ['metadata', 'name'],
      found: name,
      wanted: words,
      what: `the server refuses the name "${name}" (${name.length} characters); it wants ${words}.`,
      fix: 'rename it.',
    });
  }
  if (namespace !== undefined && !isNamespaceName(namespace)) {
    tell({
      path: ['metadata', 'namespace'],
      found: namespace,
      wanted: LABEL_NAME.words,
      what: `no Namespace can be called "${namespace}"; a name is ${LABEL_NAME.words}.`,
      fix: 'name a Namespace that can exist.',
    });
  }
}

function judgeLabels(path: readonly string[], labels: JsonObject, tell: Tell): void {
  for (const key in labels) {
    const value = labels[key];
    // A value that is not text is the schema's finding.
    if (isQualifiedName(key) && (typeof value !== 'string' || isLabelValue(value))) continue;
    tell({
      path: [...path, 'labels', key],
      found: String(value),
      wanted: 'at most 63 letters, digits, - _ and . with a letter or digit at both ends',
      what: `the server refuses the label ${key}=${String(value)}.`,
      fix: 'shorten or respell it; free text belongs in an annotation.',
    });
  }
}

function judgeAnnotations(path: readonly string[], annotations: JsonObject, tell: Tell): void {
  let units = 0;
  for (const key in annotations) {
    const value = annotations[key];
    units += key.length + (typeof value === 'string' ? value.length : 0);
    if (isQualifiedName(key) || isQualifiedName(key.toLowerCase())) continue;
    tell({
      path: [...path, 'annotations', key],
      found: key,
      what: `the server refuses the annotation key "${key}".`,
      fix: 'use an optional DNS name, a slash, and at most 63 letters, digits, - _ and dots.',
    });
  }
  // No character takes more than three bytes for each of its units.
  if (units * 3 <= ANNOTATION_BYTES) return;
  const bytes = bytesOf(annotations);
  if (bytes <= ANNOTATION_BYTES) return;
  tell({
    path: [...path, 'annotations'],
    found: `${bytes} bytes`,
    wanted: `at most ${ANNOTATION_BYTES}`,
    what: `the keys and values of all annotations are ${bytes} bytes; the server refuses more than ${ANNOTATION_BYTES}.`,
    fix: 'move the text into a ConfigMap.',
  });
}

function bytesOf(texts: JsonObject): number {
  let bytes = 0;
  for (const [key, value] of Object.entries(texts))
    bytes += utf8Bytes(key) + (typeof value === 'string' ? utf8Bytes(value) : 0);
  return bytes;
}
