import {
  BUILT_IN_CLASS,
  MAKER_NAMES,
  makerOfClass,
  NODE_CLASSES,
  type NodeClassKind,
  type NodeMaker,
} from '../../src/knowledge/karpenter/kinds';
import type { EksEnvironment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';

/** A class of nodes: its construct, or its name, then of the kind that the environment has. */
export type NodeClassInput = string | { readonly name: string; readonly kind: NodeClassKind };

/** A class, and who reads it. */
export interface NodeClassChoice {
  readonly maker: NodeMaker;
  readonly name: string;
}

/** Who makes nodes in an environment; the first where both do. */
export function makersOf({ compute: { karpenter, autoMode } }: EksEnvironment): readonly NodeMaker[] {
  return [...(autoMode ? (['autoMode'] as const) : []), ...(karpenter ? (['karpenter'] as const) : [])];
}

/** Adds a problem where nobody in the environment reads objects of this maker. */
export function requireMaker(maker: NodeMaker, what: string, environment: EksEnvironment, problems: Problems): void {
  const [there] = makersOf(environment);
  const instead = there === undefined ? '' : ` (it has ${MAKER_NAMES[there]})`;
  problems.unless(
    makersOf(environment).includes(maker),
    `environment ${environment.name} runs without ${MAKER_NAMES[maker]}${instead}, so nobody would read the ${what}.`,
    `set \`compute.${maker}: true\` in environment.yaml where it runs, or do not make the ${what} there.`,
  );
}

/** The class that a pool names; undefined and a problem where it names no class. */
export function nodeClassOf(
  input: NodeClassInput | undefined,
  environment: EksEnvironment,
  problems: Problems,
): NodeClassChoice | undefined {
  if (typeof input === 'object') {
    const maker = makerOfClass(NODE_CLASSES.karpenter.group, input.kind) ?? 'autoMode';
    requireMaker(maker, 'NodePool', environment, problems);
    return { maker, name: input.name };
  }
  const [maker] = makersOf(environment);
  if (maker === undefined) {
    problems.add(
      `environment ${environment.name} runs without Karpenter and EKS Auto Mode, so nobody would make nodes of the pool.`,
      'set `compute.karpenter` or `compute.autoMode` to true in environment.yaml where it runs, or make no pool there.',
    );
    return undefined;
  }
  if (input !== undefined) return { maker, name: input };
  if (maker === 'autoMode') return { maker, name: BUILT_IN_CLASS };
  problems.add(
    'there is no nodeClass, and Karpenter has none of its own: it makes no nodes without one.',
    'give nodeClass: an Ec2NodeClass, or the name of one.',
  );
  return undefined;
}
