import { LOCAL_SERVER } from '../../../knowledge/argocd/servers';
import { splitKind } from '../../../knowledge/irreplaceable/kinds';
import { isBuiltIn } from '../../../knowledge/kubernetes/kinds';
import { ignoredFieldsProblems } from '../../ignored-fields';
import type { Settings } from '../schema';
import { unknownKind } from './built-in-kind';
import { fluxProblems } from './flux';
import { notificationProblems } from './notifications';
import type { Say } from './rule';
import { syncWindowProblems } from './sync-windows';

/** Each flavour of Argo CD knows clusters in its own way. */
export function gitopsProblems(settings: Settings, owners: readonly string[], say: Say): void {
  const { gitops, platform } = settings;
  if (gitops === undefined) return;
  protectProblems(gitops.protect ?? [], say);
  notificationProblems(gitops, owners, say);
  syncWindowProblems(gitops.syncWindows ?? [], say);
  fluxProblems(gitops, say);
  for (const { path, message, fix } of ignoredFieldsProblems(gitops.ignoreDifferences ?? []))
    say(['gitops', 'ignoreDifferences', ...path], message, fix);
  const { destination, flavour } = gitops;
  if (flavour === 'eks-capability' && platform !== 'eks') {
    const message = 'the EKS capability for Argo CD delivers to EKS clusters only, and this one is a plain cluster.';
    say(['gitops', 'flavour'], message, 'set flavour: self-managed.');
  } else if (flavour === 'eks-capability' && 'server' in destination && destination.server === LOCAL_SERVER) {
    const message = `the EKS capability for Argo CD does not know ${LOCAL_SERVER}, not even for its own cluster.`;
    say(['gitops', 'destination'], message, 'set destination: { clusterArn: … }.');
  } else if (flavour === 'eks-capability' && !('clusterArn' in destination)) {
    const message = 'the EKS capability for Argo CD knows clusters by their ARN only.';
    say(['gitops', 'destination'], message, 'set destination: { clusterArn: … }.');
  } else if (flavour === 'self-managed' && 'clusterArn' in destination) {
    const message = 'a self-managed Argo CD knows clusters by name or server, and no cluster by an ARN.';
    say(['gitops', 'destination'], message, 'set destination: { name: … }, or flavour: eks-capability.');
  }
  if ('server' in destination && !/^https?:\/\/[^\s/]+/.test(destination.server)) {
    const message = `"${destination.server}" is not the address of a server.`;
    say(['gitops', 'destination', 'server'], message, 'write the address of the API server, with https://.');
  }
}

/** A kind that Kubernetes does not have would protect nothing. */
function protectProblems(protect: readonly string[], say: Say): void {
  for (const [index, text] of protect.entries()) {
    const { group, kind } = splitKind(text);
    const path = ['gitops', 'protect', index];
    const unknown = unknownKind(group, kind);
    if (unknown !== undefined) {
      const wanted = unknown.group === undefined || unknown.group === '' ? kind : `${unknown.group}/${kind}`;
      say(
        path,
        unknown.message,
        unknown.group === undefined ? 'correct the kind, or put its group before it.' : `write ${wanted}.`,
      );
    } else if (group !== '' && !group.includes('.') && !isBuiltIn(group, kind)) {
      say(
        path,
        `there is no API group ${group}: only those of Kubernetes have no dot.`,
        `write ${kind} for the core group, or the whole group.`,
      );
    }
  }
}
