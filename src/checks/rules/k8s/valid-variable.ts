import { wrongVariableName } from '../../../grammar/variable-name';
import { at, type FieldPath, isJsonObject, type JsonValue, listAt, textAt } from '../../../model/json';
import { containersOf } from '../../../model/pod-spec';
import type { PodRule, Tell } from '../../engine/rule';
import { refusalOf } from '../../reads/pod-refusal';

const FIELD =
  /^(metadata\.(name|namespace|uid|(labels|annotations)\['[^']+'\])|spec\.(nodeName|serviceAccountName)|status\.(hostIPs?|podIPs?))$/;
const RESOURCE = /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.+)$/;

export const validVariable: PodRule = {
  id: 'k8s/valid-variable',
  severity: 'error',
  summary: 'A variable has a name the server takes, and a value or one source of it, never both.',
  why: 'The server refuses a variable with two sources, or with a name that it does not take. Since 1.32 it takes nearly every printable character.',
  see: [
    'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
    'https://kubernetes.io/docs/concepts/workloads/pods/downward-api/',
  ],
  checkPod(template, { schemas }, tell) {
    const version = schemas.kubernetesVersion;
    const refused = refusalOf(template, schemas.kubernetesVersion);
    for (const { container, path } of containersOf(template)) {
      listAt(container, 'env').forEach((one, i) => {
        judge(one, () => [...path, 'env', i], version, refused, tell);
      });
      listAt(container, 'envFrom').forEach((one, i) => {
        const sources = sourcesOf(one, ['configMapRef', 'secretRef']);
        if (sources.length === 1) return;
        tell({
          path: [...path, 'envFrom', i],
          found: sources.join(' and ') || 'no source',
          wanted: 'a ConfigMap or a Secret',
          what: `variables come from ${sources.join(' and ') || 'nowhere'}; one entry reads one ConfigMap or one Secret, so ${refused}.`,
          fix: 'set exactly one of `configMapRef` and `secretRef`.',
        });
      });
    }
  },
};

function judge(variable: JsonValue, here: () => FieldPath, version: string, refused: string, tell: Tell): void {
  const name = textAt(variable, 'name');
  // A missing name is the schema's finding.
  if (name === undefined) return;
  const wrong = wrongVariableName(name, version);
  if (wrong !== undefined)
    tell({
      path: [...here(), 'name'],
      found: name,
      what: `no variable can be called "${name}" (${wrong}), so ${refused}.`,
      fix: 'use letters, digits and underscores.',
    });
  const source = at(variable, 'valueFrom');
  if (!isJsonObject(source)) return;
  if ((at(variable, 'value') ?? '') !== '') {
    tell({
      path: [...here(), 'valueFrom'],
      what: `variable ${name} has a value and a source of it, so ${refused}.`,
      fix: 'keep `value` or `valueFrom`.',
    });
    return;
  }
  const sources = sourcesOf(source);
  if (sources.length !== 1)
    tell({
      path: [...here(), 'valueFrom'],
      found: sources.join(' and ') || 'nothing',
      what: `variable ${name} has ${sources.length === 0 ? 'no source' : `${sources.length} sources (${sources.join(', ')})`}, so ${refused}.`,
      fix: 'name exactly one source.',
    });
  const field = textAt(source, 'fieldRef', 'fieldPath');
  const resource = textAt(source, 'resourceFieldRef', 'resource');
  if (field !== undefined && !FIELD.test(field))
    tell({
      path: [...here(), 'valueFrom', 'fieldRef', 'fieldPath'],
      found: field,
      what: `variable ${name} reads the field "${field}", which no Pod hands to its containers, so ${refused}.`,
      fix: 'read a name, namespace, uid, label, annotation, node, ServiceAccount or IP of the Pod.',
    });
  if (resource !== undefined && !RESOURCE.test(resource))
    tell({
      path: [...here(), 'valueFrom', 'resourceFieldRef', 'resource'],
      found: resource,
      what: `variable ${name} reads the resource "${resource}", which no container has, so ${refused}.`,
      fix: 'read limits or requests of cpu, memory or ephemeral-storage.',
    });
}

function sourcesOf(value: JsonValue, of?: readonly string[]): readonly string[] {
  if (!isJsonObject(value)) return [];
  return Object.keys(value).filter((key) => isJsonObject(value[key]) && of?.includes(key) !== false);
}
