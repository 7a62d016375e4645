import { FARGATE_NODE_LABELS, FARGATE_TAINT } from '../../knowledge/aws/fargate';
import { NODE_LABELS } from '../../knowledge/aws/node-labels';
import { nodeSelectionOf, type Requirement } from './node-selection';
import { untolerated } from './tolerations';

/**
 * Whether the controller of DaemonSets makes Pods of a specification for nodes of Fargate, which never run them: they tolerate
 * the taint of these nodes, and nothing that they ask of their nodes leaves Fargate's out.
 * @see https://github.com/aws/amazon-cloudwatch-agent-operator/issues/183
 */
export function reachesFargateNodes(spec: unknown): boolean {
  if (untolerated([FARGATE_TAINT], { spec }).length > 0) return false;
  return nodeSelectionOf({ path: [], spec }).some((all) => !all.some(leavesFargateOut));
}

/** Nobody can give a node of Fargate a label: it has its own few, and no other. */
function leavesFargateOut({ key, operator, values }: Requirement): boolean {
  const offered = FARGATE_NODE_LABELS.get(key);
  switch (operator) {
    case 'In':
      return offered === undefined || (offered !== 'any' && !values.includes(offered));
    case 'NotIn':
      return offered !== undefined && values.includes(offered);
    case 'DoesNotExist':
      return key === NODE_LABELS.computeType;
    default:
      return offered === undefined;
  }
}
