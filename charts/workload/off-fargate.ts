import type { Affinity, NodeSelectorTerm, PodTemplateSpec } from '../../imports/k8s';
import { FARGATE_TAINT } from '../../src/knowledge/aws/fargate';
import type { Environment } from '../../src/model/environment';
import { reachesFargateNodes } from '../../src/model/placement/fargate-nodes';

/**
 * Pods of a DaemonSet that tolerate every taint, kept off nodes of Fargate where the environment has profiles: its controller
 * would make one for each of these nodes, which stays Pending, and the rollout would never be complete.
 */
export function offFargate(template: PodTemplateSpec, environment: Environment): PodTemplateSpec {
  const { spec } = template;
  if (environment.platform !== 'eks' || environment.compute.fargateProfiles.length === 0) return template;
  if (spec === undefined || !reachesFargateNodes(spec)) return template;
  return { ...template, spec: { ...spec, affinity: withoutFargate(spec.affinity ?? {}) } };
}

/** Each of the terms that are there, which are alternatives, without Fargate. An empty one matches no node, and stays. */
function withoutFargate(affinity: Affinity): Affinity {
  const { key, value } = FARGATE_TAINT;
  const notFargate = { key, operator: 'NotIn', values: [value] };
  const own = affinity.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  const joined = (term: NodeSelectorTerm): NodeSelectorTerm => ({
    ...term,
    matchExpressions: [...(term.matchExpressions ?? []), notFargate],
  });
  const nodeSelectorTerms = own?.map((term) => (isEmpty(term) ? term : joined(term))) ?? [joined({})];
  const required = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } };
  return { ...affinity, nodeAffinity: { ...affinity.nodeAffinity, ...required } };
}

function isEmpty({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm): boolean {
  return matchExpressions.length === 0 && matchFields.length === 0;
}
