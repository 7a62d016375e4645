import { describeIdentity } from '../../../model/identity';
import { at, type JsonValue, listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { CheckContext, Report, Rule } from '../../engine/rule';

const GROUP = 'external-secrets.io';

/** An ExternalSecret of a store that does not exist never makes its Secret. */
export const noMissingSecretStore: Rule = {
  id: 'k8s/no-missing-secret-store',
  severity: 'error',
  summary: 'The store that an ExternalSecret reads exists.',
  see: 'External Secrets Operator: ExternalSecret, secretStoreRef',
  check(context, report) {
    for (const object of context.judged) {
      if (object.group !== GROUP) continue;
      const spec = [...(object.kind === 'ExternalSecret' ? ['spec'] : ['spec', 'externalSecretSpec'])];
      if (object.kind !== 'ExternalSecret' && object.kind !== 'ClusterExternalSecret') continue;
      judge(object, at(object.value, ...spec, 'secretStoreRef'), [...spec, 'secretStoreRef'], context, report);
      for (const list of ['data', 'dataFrom'])
        listAt(object.value, ...spec, list).forEach((entry, i) => {
          const path = [...spec, list, i, 'sourceRef', 'storeRef'];
          judge(object, at(entry, 'sourceRef', 'storeRef'), path, context, report);
        });
    }
  },
};

function judge(
  object: RenderedObject,
  ref: JsonValue | undefined,
  path: readonly (string | number)[],
  { index }: CheckContext,
  report: Report,
): void {
  const name = textAt(ref, 'name');
  const kind = textAt(ref, 'kind') ?? 'SecretStore';
  if (name === undefined || (kind !== 'SecretStore' && kind !== 'ClusterSecretStore')) return;
  // Into which namespaces a ClusterExternalSecret reaches, only the cluster says.
  if (kind === 'SecretStore' && object.namespace === undefined) return;
  const namespace = kind === 'SecretStore' ? object.namespace : undefined;
  const id = { group: GROUP, kind, name, ...(namespace === undefined ? {} : { namespace }) };
  if (index.exists(id)) return;
  report({
    object,
    path: [...path, 'name'],
    found: name,
    message: `${describeIdentity(object)} reads ${kind} "${name}", which ${namespace === undefined ? 'this environment' : `namespace ${namespace}`} does not have. It stays in SecretSyncedError, and Pods that wait for its Secret in CreateContainerConfigError.${didYouMean(name, index.names(GROUP, kind, namespace))}`,
    fix: `render the ${kind}, or declare it under \`external\` in environment.yaml.`,
  });
}
