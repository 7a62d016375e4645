import { ApiObject } from 'cdk8s';
import type { Labels } from '../shared/labels';
import { asPlusPods } from '../shared/plus';
import { type PlusWorkload, readdressed } from './plus-workload';

/** The hardened workloads of one tree of constructs, and the objects that know of them. */
interface Tree {
  /** Address of a workload → its selector. */
  readonly selectors: Map<unknown, () => Labels>;
  readonly objects: WeakSet<ApiObject>;
}

const TREES = new WeakMap<object, Tree>();

/**
 * All that selects the Pods by their address selects them by `selector`: what was made before, such as a Service, a
 * NetworkPolicy or the affinity of another workload, when it is rendered; what is made afterwards, at once.
 */
export function shareSelector(workload: PlusWorkload, address: string | undefined, selector: () => Labels): void {
  const { root } = workload.node;
  const tree = TREES.get(root) ?? { selectors: new Map(), objects: new WeakSet() };
  TREES.set(root, tree);
  if (address !== undefined) tree.selectors.set(address, selector);
  for (const object of root.node.findAll()) if (ApiObject.isApiObject(object)) readdress(object, tree);
  const config = workload.toPodSelectorConfig.bind(workload);
  const toPodSelectorConfig = () => ({ ...config(), ...asPlusPods(workload, selector()).toPodSelectorConfig() });
  Object.assign(workload, { toPodSelectorConfig });
}

function readdress(object: ApiObject, { selectors, objects }: Tree): void {
  if (objects.has(object)) return;
  objects.add(object);
  const render: () => unknown = object.toJson.bind(object);
  object.toJson = () => readdressed(render(), selectors);
}
