import {
  KubePersistentVolumeClaim,
  type KubePersistentVolumeClaimProps,
  type KubeStatefulSet,
} from '../../imports/k8s';
import { quantity } from '../shared/kube-values';
import { override } from '../shared/override';
import type { Problems } from '../shared/problems';
import type { DeviceInput } from './container-props';
import type { AnyMount } from './mount';
import type { PodProps } from './pod-props';
import { type Named, nameOf, type SizeInput, sizeText } from './values';

/** A volume that each Pod gets for itself and keeps. It cannot be changed later, only made anew. */
export interface ClaimTemplate {
  /** Also the name for `mounts: [{ claimTemplate }]`. */
  readonly name: string;
  /** What each claim asks for, such as `10Gi`. */
  readonly size: SizeInput;
  /** A StorageClass by name or construct; `storageClassFor(scope, 'block', 'gp3')` is `gp3` on EKS, and a plain cluster's own class there. */
  readonly storageClass: Named | { readonly storageClassName: string };
  /** How many nodes and Pods may mount it at once. `@default` ReadWriteOnce */
  readonly accessMode?: 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadWriteMany';
}

export function claimTemplate(claim: ClaimTemplate): KubePersistentVolumeClaimProps {
  return {
    metadata: { name: claim.name },
    spec: {
      accessModes: [claim.accessMode ?? 'ReadWriteOnce'],
      resources: { requests: { storage: quantity(sizeText(claim.size)) } },
      storageClassName: className(claim.storageClass),
    },
  };
}

/**
 * Adds apiVersion and kind, as the API server does to what it stores: left out, a server-side apply shows them as a
 * difference that never settles. The generated types leave them out of templates.
 */
export function withClaimKinds(statefulSet: KubeStatefulSet, claims: readonly ClaimTemplate[]): void {
  for (const index of claims.keys())
    override(statefulSet, { ...KubePersistentVolumeClaim.GVK }, ['spec', 'volumeClaimTemplates', index]);
}

export function claimProblems(claims: readonly ClaimTemplate[], props: PodProps, problems: Problems): void {
  const containers = [props, ...(props.sidecars ?? []), ...(props.initContainers ?? [])];
  const mounted = new Set(
    containers.flatMap(({ mounts = [], devices = {} }) =>
      [...mounts, ...Object.values(devices)].map((one: AnyMount | DeviceInput) =>
        'claimTemplate' in one ? one.claimTemplate : undefined,
      ),
    ),
  );
  const seen = new Set<string>();
  for (const { name, size } of claims) {
    problems.quantity(`size of claim "${name}"`, sizeText(size));
    problems.unless(!seen.has(name), `two claims are called "${name}".`, 'give each its own name.');
    problems.unless(
      mounted.has(name),
      `claim "${name}" is mounted nowhere: every Pod would keep an empty volume that is paid for.`,
      `mount it with { path, claimTemplate: '${name}' }, or leave it out.`,
    );
    seen.add(name);
  }
}

function className(storageClass: ClaimTemplate['storageClass']): string {
  return typeof storageClass === 'object' && 'storageClassName' in storageClass
    ? storageClass.storageClassName
    : nameOf(storageClass);
}
