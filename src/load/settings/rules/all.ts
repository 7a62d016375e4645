import { defined } from '../../../model/defined';
import type { Owner } from '../../../model/owner';
import type { Settings } from '../schema';
import { addOnProblems } from './add-ons';
import { awsProblems } from './aws';
import { clusterAccessProblems } from './cluster-access';
import { clusterRoleProblems } from './cluster-roles';
import { computeProblems } from './compute';
import { controlPlaneProblems } from './control-plane';
import { externalProblems } from './external';
import { gitopsProblems } from './gitops';
import { identityProviderProblems } from './identity-providers';
import { networkProblems } from './network';
import { nodeGroupProblems } from './node-groups';
import { ownerProblems } from './owners';
import { repeatedProblems } from './repeated';
import { routesProblems } from './routes';
import type { Say, SettingProblem } from './rule';

/** What one environment's fields must be to each other, once each of them is right by itself. */
export function settingsProblems(
  settings: Settings,
  owners: Readonly<Record<string, Omit<Owner, 'name'>>>,
): readonly SettingProblem[] {
  const problems: SettingProblem[] = [];
  const say: Say = (path, message, fix, about) => problems.push({ path, message, fix, ...defined({ about }) });
  externalProblems(settings.external, say);
  ownerProblems(owners, settings, say);
  gitopsProblems(settings, Object.keys(owners), say);
  routesProblems(settings, say);
  repeatedProblems(settings, say);
  if (settings.platform === 'eks') {
    awsProblems(settings, say);
    networkProblems(settings, say);
    computeProblems(settings, say);
    controlPlaneProblems(settings, say);
    nodeGroupProblems(settings, say);
    addOnProblems(settings, say);
    clusterRoleProblems(settings, say);
    clusterAccessProblems(settings, say);
    identityProviderProblems(settings, say);
  }
  return problems;
}
