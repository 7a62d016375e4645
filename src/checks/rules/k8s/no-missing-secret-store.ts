import { defined } from '../../../model/defined';
import { at, type FieldPath, listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule, Tell } from '../../engine/rule';

const GROUP = 'external-secrets.io';

export const noMissingSecretStore: ObjectRule = {
  id: 'k8s/no-missing-secret-store',
  severity: 'error',
  summary: 'The store that an ExternalSecret reads exists.',
  why: 'An ExternalSecret whose store does not exist never makes its Secret, and Pods that read the Secret do not start.',
  see: ['https://external-secrets.io/latest/api/externalsecret/'],
  kinds: [`${GROUP}/ExternalSecret`, `${GROUP}/ClusterExternalSecret`],
  check(object, { index }, tell) {
    const spec = object.kind === 'ExternalSecret' ? ['spec'] : ['spec', 'externalSecretSpec'];
    const judge = (path: FieldPath) => judgeStore(object, path, index, tell);
    judge([...spec, 'secretStoreRef']);
    for (const list of ['data', 'dataFrom'])
      for (const i of listAt(object.value, ...spec, list).keys()) judge([...spec, list, i, 'sourceRef', 'storeRef']);
  },
};

function judgeStore(object: RenderedObject, path: FieldPath, index: ObjectIndex, tell: Tell): void {
  const ref = at(object.value, ...path);
  const name = textAt(ref, 'name');
  const kind = textAt(ref, 'kind') ?? 'SecretStore';
  if (name === undefined || (kind !== 'SecretStore' && kind !== 'ClusterSecretStore')) return;
  // Only the cluster knows into which namespaces a ClusterExternalSecret reaches.
  if (kind === 'SecretStore' && object.namespace === undefined) return;
  const namespace = kind === 'SecretStore' ? object.namespace : undefined;
  const id = { group: GROUP, kind, name, ...defined({ namespace }) };
  if (index.exists(id)) return;
  tell({
    path: [...path, 'name'],
    found: name,
    what: `it reads ${kind} "${name}", which ${namespace === undefined ? 'this environment' : `namespace ${namespace}`} does not have. It stays in SecretSyncedError, and Pods that wait for its Secret in CreateContainerConfigError.${didYouMean(name, index.names(GROUP, kind, namespace))}`,
    fix: `render the ${kind}, or declare it under \`external\` in environment.yaml.`,
  });
}
