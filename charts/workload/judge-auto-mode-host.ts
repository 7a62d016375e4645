import { readOnlyOnAutoMode } from '../../src/knowledge/aws/auto-mode-host';
import { hasOtherNodes } from '../../src/model/cluster/other-nodes';
import type { Environment } from '../../src/model/environment';
import { asksForHybrid, nodeSelectionOf } from '../../src/model/placement/node-selection';
import type { Problems } from '../shared/problems';
import type { HostAccess } from './host-access';

/** What of a node cannot be had where EKS Auto Mode makes all nodes. Its network, ports and processes can. */
export function judgeAutoModeHost(
  { paths = [] }: HostAccess,
  spec: unknown,
  environment: Environment,
  problems: Problems,
): void {
  if (environment.platform !== 'eks' || !environment.compute.autoMode || hasOtherNodes(environment)) return;
  if (asksForHybrid(nodeSelectionOf({ path: [], spec }))) return;
  for (const { path, type, readOnly = true } of paths) {
    const folder = readOnlyOnAutoMode(path);
    const isMade = type === 'DirectoryOrCreate' || type === 'FileOrCreate';
    problems.unless(
      folder === undefined || (readOnly && !isMade),
      `host path "${path}" would be ${isMade ? 'made' : 'written'}, and all nodes of environment ${environment.name} are of EKS Auto Mode, where ${folder} is read-only: the agent would ${isMade ? 'never start' : 'fail when it writes'}.`,
      'use a folder below /var.',
    );
  }
}
