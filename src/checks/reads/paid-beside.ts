import { parseQuantity } from '../../grammar/quantity';
import { storageKindOf } from '../../knowledge/aws/storage-drivers';
import { SUPPORT_CALENDAR } from '../../knowledge/aws/support-calendar';
import type { EksEnvironment } from '../../model/environment';
import { at, textAt } from '../../model/json';
import type { PaidBeside } from '../../model/placement/environment-cost';
import type { Range } from '../../model/placement/placement';
import { podCountOf } from '../../model/placement/workload-pods';
import { podTemplateOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';
import { albOf } from './alb-of';
import { CLAIM_HOLDERS, claimsOf } from './claims';
import { provisionerOf } from './provisioner';

/** What an environment pays for beside its Pods. @param today `2026-11-29`, which support dates are compared with */
export function paidBeside(
  environment: EksEnvironment,
  objects: readonly RenderedObject[],
  index: ObjectIndex,
  today: string,
): PaidBeside {
  const end = SUPPORT_CALENDAR[environment.kubernetesVersion]?.endOfStandardSupport;
  const found = objects.flatMap((object) => gp3Of(object, environment, index));
  return {
    ...(end === undefined ? {} : { isStandard: today <= end }),
    gp3GiB: { min: sum(found.map(({ min }) => min)), max: sum(found.map(({ max }) => max)) },
    loadBalancers: loadBalancersOf(objects, index),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** GiB of gp3 volumes that the claims of an object ask for: a StatefulSet has one for each Pod. */
function gp3Of(object: RenderedObject, environment: EksEnvironment, index: ObjectIndex): readonly Range[] {
  if (!CLAIM_HOLDERS.some((kind) => kind.split('/').at(-1) === object.kind)) return [];
  const template = podTemplateOf(object);
  const pods = (template && podCountOf(template, index).pods) ?? { min: 1, max: 1 };
  return claimsOf(object)
    .filter(({ className }) => className !== undefined && isGp3(className.name, environment, index))
    .map(({ spec }) => {
      const text = textAt(spec, 'resources', 'requests', 'storage') ?? '';
      const gib = (parseQuantity(text) ?? 0) / 2 ** 30;
      return { min: gib * pods.min, max: gib * pods.max };
    });
}

/** A class of the EBS driver that names no other type. */
function isGp3(className: string, environment: EksEnvironment, index: ObjectIndex): boolean {
  const driver = provisionerOf(className, { index, environment });
  if (driver === undefined || storageKindOf(driver) !== 'ebs') return false;
  const found = index.find({ group: 'storage.k8s.io', kind: 'StorageClass', name: className });
  return (textAt(found?.value, 'parameters', 'type') ?? 'gp3') === 'gp3';
}

/** Load balancers that Ingresses, Services and Gateways make: Ingresses of a group share theirs. */
function loadBalancersOf(objects: readonly RenderedObject[], index: ObjectIndex): number {
  const albs = new Set<string>();
  let others = 0;
  for (const object of objects) {
    if (object.kind === 'Ingress' && object.group === 'networking.k8s.io') {
      const alb = albOf(object, index);
      if (alb !== undefined) albs.add(alb.group ?? `${object.namespace ?? ''}/${object.name}`);
    }
    if (object.kind === 'Gateway' && object.group === 'gateway.networking.k8s.io') others += 1;
    if (object.kind === 'Service' && object.group === '' && isLoadBalancer(object)) others += 1;
  }
  return albs.size + others;
}

function isLoadBalancer({ value }: RenderedObject): boolean {
  return at(value, 'spec', 'type') === 'LoadBalancer';
}
