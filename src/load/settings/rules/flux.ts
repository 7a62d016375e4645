import { isLocalCluster } from '../../../model/destination';
import type { GitOps } from '../../../model/gitops';
import { FIELDS_OF_ARGOCD } from '../../../model/ignored-fields';
import type { Say } from './rule';

/**
 * What Flux has no counterpart of, or takes otherwise than Argo CD.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/ and https://fluxcd.io/flux/components/source/gitrepositories/
 */
export function fluxProblems(gitops: GitOps, say: Say): void {
  if (gitops.consumer !== 'flux') {
    if (gitops.flux === undefined) return;
    say(['gitops', 'flux'], 'it is read with `consumer: flux` alone.', 'leave it out, or set consumer: flux.', 'key');
    return;
  }
  placeProblems(gitops, say);
  accountProblems(gitops, say);
  behaviourProblems(gitops, say);
}

function placeProblems({ flavour, namespace, repoURL, destination }: GitOps, say: Say): void {
  if (flavour === 'eks-capability') {
    const message = 'the EKS capability runs Argo CD, and with `consumer: flux` Flux reads the output.';
    say(['gitops', 'flavour'], message, 'leave `flavour` out, or set consumer: applications.');
  }
  if (namespace === 'argocd') {
    const message = `${namespace} is the namespace of Argo CD, and the one that is taken where none is named; Flux and its Kustomizations lie in flux-system unless somebody chose another.`;
    say(['gitops', 'namespace'], message, 'set namespace: flux-system.');
  }
  if (!/^(https?|ssh):\/\//.test(repoURL)) {
    const message = `${repoURL} is an address that Flux does not take: a GitRepository knows https, http and ssh, each with ://.`;
    const [, host, path] = /^([\w.-]+@[\w.-]+):(.+)$/.exec(repoURL) ?? [];
    say(['gitops', 'repoURL'], message, `write ${host === undefined ? 'https://…' : `ssh://${host}/${path}`}.`);
  }
  if ('server' in destination && !isLocalCluster(destination)) {
    const message =
      'Flux knows another cluster by a Secret with its kubeconfig, and not by the address of its API server.';
    const fix =
      'set destination: { name: in-cluster } where Flux runs in the cluster itself, else { name: <the Secret> }.';
    say(['gitops', 'destination'], message, fix);
  }
}

/** Flux acts as an account of the cluster that the kubeconfig leads to, and root brings accounts to the one it runs in. */
function accountProblems({ flux, destination }: GitOps, say: Say): void {
  if (flux?.ownerAccounts !== true || !('name' in destination) || isLocalCluster(destination)) return;
  const message = `\`destination\` is another cluster, ${destination.name}, and Flux applies each app as an account of that cluster. Those of owners are brought to the cluster that Flux runs in: no app would be applied before somebody made and bound them over there by hand, and the account of a platform owner would be given all rights in the wrong cluster.`;
  const fix =
    'set destination: { name: in-cluster } and let a Flux of its own run in the cluster; else leave `ownerAccounts` out, and give the identity in the kubeconfig the rights that the apps need.';
  say(['gitops', 'flux', 'ownerAccounts'], message, fix);
}

function behaviourProblems({ syncPolicy, syncWindows = [], notifications = [], ...gitops }: GitOps, say: Say): void {
  if (!syncPolicy.automated) {
    const message = 'Flux applies each commit by itself; a Kustomization that is suspended applies nothing at all.';
    say(['gitops', 'syncPolicy', 'automated'], message, 'leave it out; a person decides when a commit is merged.');
  }
  if (!syncPolicy.selfHeal) {
    const message = 'Flux undoes what differs from Git each time it looks, and cannot be told not to.';
    say(['gitops', 'syncPolicy', 'selfHeal'], message, 'leave it out; name fields of others in `ignoreDifferences`.');
  }
  if (syncWindows.length > 0) {
    const message = 'Flux has no windows of time in which it syncs, so none of these would hold.';
    say(['gitops', 'syncWindows'], message, 'leave them out, and let the branch be closed to merges at such times.');
  }
  if (notifications.length > 0) {
    const message =
      'subscriptions are annotations of Argo CD’s projects, which Flux does not have: nobody would be told.';
    say(['gitops', 'notifications'], message, 'leave them out, and make a Provider and an Alert of Flux beside it.');
  }
  (gitops.ignoreDifferences ?? []).forEach((fields, index) => {
    const key = FIELDS_OF_ARGOCD.find((one) => (fields[one] ?? []).length > 0);
    if (key === undefined) return;
    const message = 'Flux ignores fields by JSON pointer alone, and would undo what others write here.';
    say(['gitops', 'ignoreDifferences', index, key], message, 'name the fields by `jsonPointers`.');
  });
}
