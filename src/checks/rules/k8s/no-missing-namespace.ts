import { didYouMean } from '../../../model/suggest';
import type { RuleFinding, WholeRule } from '../../engine/rule';

export const noMissingNamespace: WholeRule = {
  id: 'k8s/no-missing-namespace',
  severity: 'error',
  summary: 'The namespace of an object is rendered, or declared as existing.',
  why: 'The server refuses an object whose namespace does not exist, and one such object fails the sync of its whole Application.',
  see: [
    'https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync-options/#create-namespace',
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  ],
  checkAll({ index, judged, arriving }, tellOf) {
    // Asked once for each namespace, whatever lies in it.
    const there = new Set<string>();
    const told = new Set<string>();
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
      const suggestion = didYouMean(namespace, index.names('', 'Namespace'));
      tellOf(object)({
        path: ['metadata', 'namespace'],
        found: namespace,
        ...(arriving === true ? unknown(namespace, suggestion) : missing(namespace, suggestion)),
      });
    }
  },
};

type Said = Pick<RuleFinding, 'what' | 'fix' | 'severity'>;

function missing(namespace: string, suggestion: string): Said {
  return {
    what: `its namespace "${namespace}" does not exist and is not rendered. The sync fails with "namespaces not found", at every retry, until the namespace is there.${suggestion}`,
    fix: 'render the Namespace in this app or its tenant, or declare it under `external`.',
  };
}

/** Somebody else may make it. */
function unknown(namespace: string, suggestion: string): Said {
  return {
    what: `nothing says whether its namespace "${namespace}" exists. Where it does not, the sync fails with "namespaces not found", at every retry, until the namespace is there.${suggestion}`,
    fix: 'add the Namespace to the folder, or declare it under `external` in environment.yaml where somebody else makes it.',
    severity: 'unknown',
  };
}
