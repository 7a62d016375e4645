import { describeIdentity } from '../../model/identity';
import { at, mapAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { Report, Rule } from '../rule';
import { checkConfigData } from './config-data';
import { DNS_LABEL, isLabelValue, isQualifiedName, nameRuleOf } from './names';
import { utf8Bytes } from './text-bytes';

/** @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go */
const ANNOTATION_BYTES = 262_144;

/** The metadata of an object, and of the templates that other objects are made from. */
const METADATA: readonly (readonly string[])[] = [
  ['metadata'],
  ['spec', 'template', 'metadata'],
  ['spec', 'jobTemplate', 'metadata'],
  ['spec', 'jobTemplate', 'spec', 'template', 'metadata'],
];

/** Names, labels, annotations and data keys as the server accepts them. */
export const validName: Rule = {
  id: 'k8s/valid-name',
  severity: 'error',
  summary: 'Names, labels, annotations and the keys and size of data follow the rules of the API server.',
  see: 'Kubernetes: object names and IDs; labels and selectors',
  check({ judged }, report) {
    for (const object of judged) {
      // What does not even say its kind is another rule's.
      if (object.kind === '') continue;
      checkName(object, report);
      for (const path of METADATA) {
        const metadata = at(object.value, ...path);
        if (metadata === undefined) continue;
        checkLabels(object, path, mapAt(metadata, 'labels'), report);
        checkAnnotations(object, path, mapAt(metadata, 'annotations'), report);
      }
      if (object.group === '' && (object.kind === 'ConfigMap' || object.kind === 'Secret'))
        checkConfigData(object, report);
    }
  },
};

function checkName(object: RenderedObject, report: Report): void {
  const { name, namespace } = object;
  const { fits, max, words } = nameRuleOf(object);
  const path = ['metadata', 'name'];
  if (at(object.value, ...path) === undefined) {
    report({
      object,
      path,
      found: 'nothing',
      wanted: words,
      message: `This ${object.kind} has no name, so nothing in Git says which object of the cluster it is.`,
      fix: 'set `metadata.name`.',
    });
  } else if (typeof at(object.value, ...path) === 'string' && (name === '' || name.length > max || !fits(name))) {
    report({
      object,
      path,
      found: name,
      wanted: words,
      message: `${describeIdentity(object)}: the server refuses the name "${name}" (${name.length} characters); it wants ${words}.`,
      fix: 'rename it.',
    });
  }
  if (namespace !== undefined && (namespace.length > DNS_LABEL.max || !DNS_LABEL.fits(namespace))) {
    report({
      object,
      path: ['metadata', 'namespace'],
      found: namespace,
      wanted: DNS_LABEL.words,
      message: `${describeIdentity(object)}: no Namespace can be called "${namespace}"; a name is ${DNS_LABEL.words}.`,
      fix: 'name a Namespace that can exist.',
    });
  }
}

function checkLabels(object: RenderedObject, path: readonly string[], labels: object, report: Report): void {
  for (const [key, value] of Object.entries(labels)) {
    // What is no text at all is the schema's finding.
    if (isQualifiedName(key) && (typeof value !== 'string' || isLabelValue(value))) continue;
    report({
      object,
      path: [...path, 'labels', key],
      found: String(value),
      wanted: 'at most 63 letters, digits, - _ and . with a letter or digit at both ends',
      message: `${describeIdentity(object)}: the server refuses the label ${key}=${String(value)}.`,
      fix: 'shorten or respell it; free text belongs in an annotation.',
    });
  }
}

function checkAnnotations(object: RenderedObject, path: readonly string[], annotations: object, report: Report): void {
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations)) {
    bytes += utf8Bytes(key) + (typeof value === 'string' ? utf8Bytes(value) : 0);
    if (isQualifiedName(key.toLowerCase())) continue;
    report({
      object,
      path: [...path, 'annotations', key],
      found: key,
      message: `${describeIdentity(object)}: the server refuses the annotation key "${key}".`,
      fix: 'use an optional DNS name, a slash, and at most 63 letters, digits, - _ and dots.',
    });
  }
  if (bytes <= ANNOTATION_BYTES) return;
  report({
    object,
    path: [...path, 'annotations'],
    found: `${bytes} bytes`,
    wanted: `at most ${ANNOTATION_BYTES}`,
    message: `${describeIdentity(object)}: the keys and values of all annotations are ${bytes} bytes; the server refuses more than ${ANNOTATION_BYTES}.`,
    fix: 'move the text into a ConfigMap.',
  });
}
