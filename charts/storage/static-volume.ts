import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { type CsiPersistentVolumeSource, KubePersistentVolume, KubePersistentVolumeClaim } from '../../imports/k8s';
import type { AccessMode } from '../../src/knowledge/aws/storage-drivers';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { quantity } from '../shared/kube-values';
import type { Labels } from '../shared/labels';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { type SizeInput, sizeText } from '../workload/values';

/** What every volume that exists already has. */
export interface StaticVolumeProps {
  /** Name of the claim, for mounts. `@default` the construct's id */
  readonly name?: string;
  /** Name of the PersistentVolume, one for the whole cluster. `@default` the namespace and the claim's name: `shop-data` */
  readonly volumeName?: string;
  /** Options with which it is mounted, beside those of the other properties. `@default` - none */
  readonly mountOptions?: readonly string[];
  /** Labels of both objects. `@default` - those of the app */
  readonly labels?: Labels;
  /** Annotations of both objects. `@default` - none */
  readonly annotations?: Labels;
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: Readonly<Partial<Record<'volume' | 'claim', Patch>>>;
}

/** What differs between the drivers. */
export interface StaticSource {
  readonly accessMode: AccessMode;
  /** Kubernetes wants one; most drivers do not read it. */
  readonly size: SizeInput;
  readonly csi: Pick<CsiPersistentVolumeSource, 'driver'> & {
    /** The PersistentVolume's own name where none is given. */
    readonly volumeHandle?: string;
    readonly volumeAttributes?: Record<string, string>;
  };
  readonly mountOptions: readonly string[];
}

export interface StaticVolumeObjects {
  /** Absent on a plain cluster, where the claim is one of its shared class. */
  readonly volume?: KubePersistentVolume;
  readonly claim: KubePersistentVolumeClaim;
}

/** @returns the namespace that the claim lies in; a volume is reserved for a claim of one namespace */
export function claimNamespace(scope: Construct, problems: Problems): string {
  const { namespace } = Chart.of(scope);
  problems.unless(
    namespace !== undefined,
    'the app and its chart name no namespace, and the volume is reserved for a claim of one.',
    'give the app a namespace, or create it in inNamespace(scope, …).',
  );
  return namespace ?? '';
}

/**
 * A PersistentVolume and the claim that it is reserved for. Both have no class: without that, the default class would
 * make another volume. The data stays when they go.
 */
export function staticVolume(
  scope: Construct,
  name: string,
  props: StaticVolumeProps,
  environment: Environment,
  source: StaticSource,
): StaticVolumeObjects {
  const { labels, annotations, overrides = {} } = props;
  const { accessMode, csi } = source;
  const namespace = Chart.of(scope).namespace ?? '';
  const volumeName = props.volumeName ?? `${namespace}-${name}`;
  const storage = quantity(sizeText(source.size));
  const isOnEks = environment.platform === 'eks';
  const mountOptions = [...source.mountOptions, ...(props.mountOptions ?? [])];
  const claim = new KubePersistentVolumeClaim(scope, 'Claim', {
    metadata: { name, ...defined({ labels, annotations }) },
    spec: {
      accessModes: [accessMode],
      resources: { requests: { storage } },
      ...(isOnEks ? { storageClassName: '', volumeName } : { storageClassName: environment.storageClasses.shared }),
    },
  });
  override(claim, overrides.claim);
  if (!isOnEks) return { claim };
  const volume = new KubePersistentVolume(scope, 'Volume', {
    metadata: { name: volumeName, ...defined({ labels, annotations }) },
    spec: {
      accessModes: [accessMode],
      capacity: { storage },
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name },
      csi: { volumeHandle: volumeName, ...csi },
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
      ...(mountOptions.length === 0 ? {} : { mountOptions }),
    },
  });
  return { claim, volume: override(volume, overrides.volume) };
}
