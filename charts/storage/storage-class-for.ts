import { environmentOf, type HasNode } from '../../src/model/environment-context';

/**
 * The name of a class that another app renders, for claims: `gp3` on EKS, the environment's stand-in on a plain cluster.
 * @param kind `block` for disks of one Pod, `shared` for folders of many
 */
export function storageClassFor(scope: HasNode, kind: 'block' | 'shared', onEks: string): string {
  const environment = environmentOf(scope);
  return environment.platform === 'eks' ? onEks : environment.storageClasses[kind];
}
