import { FLUX_APP } from '../knowledge/argocd/output-paths';
import type { Problem } from '../model/errors';

/**
 * Kustomizations that leave Git while their apps stay. Root deletes none, so each goes on to apply the folder of its app, and
 * deletes the app's objects when a person deletes it.
 * @param names of the Kustomizations, as a text that is not too long
 */
export function replacedKustomizations(environment: string, count: number, names: string): Problem {
  const which =
    count === 1
      ? `the Kustomization ${names} of ${environment} would leave Git while its app stays`
      : `${count} Kustomizations of ${environment} would leave Git while their apps stay: ${names}`;
  return {
    message: `${which}. Flux never deletes one by itself: it stays on the cluster and goes on applying the folder of its app, beside what comes instead, and when somebody deletes it, the objects of the app go with it. Kustomizations are named and placed by \`gitops.id\`, \`gitops.namespace\` and \`gitops.consumer\`.`,
    fix: `set \`gitops\` of ${environment} back to what it was; if the change is meant, take the steps under “Moving to another name, namespace or tool” of docs/flux.md, with --allow-delete ${environment}/${FLUX_APP}`,
  };
}
