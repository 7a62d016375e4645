import { didYouMean } from '../../../model/suggest';
import type { WholeRule } from '../../engine/rule';

/** Namespaces that every cluster has. */
const BUILT_IN = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease']);

export const noMissingNamespace: WholeRule = {
  id: 'k8s/no-missing-namespace',
  severity: 'error',
  summary: 'The namespace of an object is rendered, or declared as existing.',
  why: 'The server refuses an object whose namespace does not exist, and one such object fails the sync of its whole Application.',
  see: [
    'https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync-options/#create-namespace',
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  ],
  checkAll({ index, judged, environment }, tellOf) {
    const declared = new Set(
      environment.external.flatMap(({ namespace }) => (namespace === undefined ? [] : [namespace])),
    );
    if (environment.gitops !== undefined) declared.add(environment.gitops.namespace);
    const told = new Set<string>();
    // Asked once for each namespace, whatever lies in it.
    const there = new Set([...BUILT_IN, ...declared]);
    for (const object of judged) {
      const { namespace } = object;
      if (namespace === undefined || there.has(namespace)) continue;
      const key = `${object.app}|${namespace}`;
      if (told.has(key)) continue;
      if (index.exists({ group: '', kind: 'Namespace', name: namespace })) {
        there.add(namespace);
        continue;
      }
      told.add(key);
      tellOf(object)({
        path: ['metadata', 'namespace'],
        found: namespace,
        what: `its namespace "${namespace}" does not exist and is not rendered. The sync fails with "namespaces not found", for good after some tries.${didYouMean(namespace, index.names('', 'Namespace'))}`,
        fix: 'render the Namespace in this app or its tenant, or declare it under `external`.',
      });
    }
  },
};
