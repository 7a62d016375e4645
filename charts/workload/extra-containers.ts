import type { Container } from '../../imports/k8s';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import { atLeast } from '../shared/version';
import { imageProblems } from './image';
import type { PodProps } from './pod-props';
import { hardened } from './security';

/** Init containers and sidecars of a Pod, with the security context of its profile. */
export function extraContainers(
  props: PodProps,
  mainName: string,
  environment: Environment,
  problems: Problems,
): { readonly init: Container[]; readonly beside: Container[] } {
  const profile = props.profile ?? 'restricted';
  const init = props.initContainers ?? [];
  const beside = props.sidecars ?? [];
  const names = new Set([mainName]);
  for (const { name, image } of [...init, ...beside]) {
    imageProblems(name, image, problems);
    problems.unless(!names.has(name), `two containers are called "${name}".`, 'give each its own name.');
    names.add(name);
  }
  for (const { name, restartPolicy } of init) {
    problems.unless(
      restartPolicy === undefined || atLeast(environment, 29),
      `init container ${name} is to run beside the others, which Kubernetes does since 1.29; environment ${environment.name} has ${environment.kubernetesVersion}, where the Pod would wait for its end.`,
      'put it into sidecars.',
    );
  }
  return { init: init.map((one) => hardened(one, profile)), beside: beside.map((one) => hardened(one, profile)) };
}
