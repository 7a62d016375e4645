import {
  KubePersistentVolumeClaim,
  type KubePersistentVolumeClaimProps,
  type KubeStatefulSet,
} from '../../imports/k8s';
import type { VolumeMode } from '../../src/knowledge/aws/storage-drivers';
import { defined } from '../../src/model/defined';
import { quantity } from '../shared/kube-values';
import { override } from '../shared/override';
import type { Problems } from '../shared/problems';
import { judgeAccess } from '../storage/access-mode';
import { dataSourceOf, judgeDataSource } from '../storage/data-source';
import { renderedName } from '../storage/rendered-name';
import { classNameOf, type StorageClassInput } from '../storage/storage-class-input';
import type { DeviceInput } from './container-props';
import type { AnyMount } from './mount';
import type { PodProps } from './pod-props';
import { type NamedObject, type SizeInput, sizeText } from './values';

/** A volume that each Pod gets for itself and keeps. It cannot be changed later, only made anew. */
export interface ClaimTemplate {
  /** Also the name for `mounts: [{ claimTemplate }]`. */
  readonly name: string;
  /** What each claim asks for, such as `10Gi`. */
  readonly size: SizeInput;
  /** A StorageClass by name or construct; `storageClassFor(scope, 'block', 'gp3')` is `gp3` on EKS, and a plain cluster's own class there. */
  readonly storageClass: StorageClassInput;
  /**
   * How many nodes and Pods may mount it at once: what the driver of the class serves. `@default` ReadWriteOnce
   * @finding eks/valid-ebs-access-mode
   * @finding eks/valid-access-mode
   */
  readonly accessMode?: 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadWriteMany';
  /** `Block` is the bare disk, for `devices`; EBS only. `@default` Filesystem (Kubernetes) */
  readonly volumeMode?: VolumeMode;
  /** What the volumes may do, and may do later without being made anew (Kubernetes 1.34). `@default` - what their class says */
  readonly volumeAttributesClass?: NamedObject;
  /**
   * What the data of every new claim begins with, the same for all Pods: a VolumeSnapshot, by name or construct, or a claim. A
   * claim that is there already keeps its own. `@default` - an empty volume
   * @finding k8s/no-missing-volume-source
   */
  readonly restoreFrom?: NamedObject;
}

export function claimTemplate(claim: ClaimTemplate): KubePersistentVolumeClaimProps {
  return {
    metadata: { name: claim.name },
    spec: {
      accessModes: [claim.accessMode ?? 'ReadWriteOnce'],
      resources: { requests: { storage: quantity(sizeText(claim.size)) } },
      storageClassName: classNameOf(claim.storageClass),
      ...defined({
        volumeMode: claim.volumeMode,
        volumeAttributesClassName: renderedName(claim.volumeAttributesClass),
      }),
      ...dataSourceOf(claim),
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
  const mounted = new Set(containers.flatMap(({ mounts = [] }) => mounts.map(templateOf)));
  const attached = new Set(containers.flatMap(({ devices = {} }) => Object.values(devices).map(templateOf)));
  const seen = new Set<string>();
  for (const claim of claims) {
    const { name, size, storageClass, accessMode = 'ReadWriteOnce', volumeMode = 'Filesystem' } = claim;
    judgeDataSource(claim, problems);
    problems.quantity(`size of claim "${name}"`, sizeText(size));
    problems.unless(!seen.has(name), `two claims are called "${name}".`, 'give each its own name.');
    problems.unless(
      mounted.has(name) || attached.has(name),
      `claim "${name}" is mounted nowhere: every Pod would keep an empty volume that is paid for.`,
      `mount it with { path, claimTemplate: '${name}' }, or leave it out.`,
    );
    judgeAccess(storageClass, accessMode, volumeMode, problems, `claim "${name}"`);
    judgeVolumeMode(name, volumeMode, volumeMode === 'Block' ? mounted.has(name) : attached.has(name), problems);
    seen.add(name);
  }
}

function templateOf(one: AnyMount | DeviceInput): string | undefined {
  return 'claimTemplate' in one ? one.claimTemplate : undefined;
}

function judgeVolumeMode(name: string, volumeMode: VolumeMode, isOtherwise: boolean, problems: Problems): void {
  const isBlock = volumeMode === 'Block';
  problems.unless(
    !isOtherwise,
    `claim "${name}" is a ${isBlock ? 'bare disk (Block), and is mounted like a file system' : 'file system, and is attached like a bare disk'}; its Pods would never start.`,
    isBlock ? 'give it in devices, or leave volumeMode out.' : "give it in mounts, or set volumeMode: 'Block'.",
  );
}
