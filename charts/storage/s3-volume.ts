import { Construct } from 'constructs';
import type { KubePersistentVolume, KubePersistentVolumeClaim } from '../../imports/k8s';
import { STORAGE_DRIVERS } from '../../src/knowledge/aws/storage-drivers';
import { environmentOf } from '../../src/model/environment-context';
import { problemsWith } from '../shared/properties';
import { type S3Settings, s3Attributes, s3Problems } from './s3-attributes';
import { s3MountOptions } from './s3-mount-options';
import { claimNamespace, type StaticVolumeProps, staticVolume } from './static-volume';

/** What is said of the bucket, and of its PersistentVolume. */
export interface S3VolumeProps extends StaticVolumeProps, S3Settings {}

/**
 * A bucket that Pods see as a folder (Mountpoint for S3, driver v2): a PersistentVolume and the claim that it is reserved
 * for. Workloads mount the construct itself. Not a POSIX file system: files are written once from the beginning, and not
 * renamed. Not on Fargate and Windows. The app's owner may render PersistentVolumes (`clusterKinds`). On a plain cluster
 * it is a claim of the environment's shared class.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/ban-fargate-pod
 * @finding eks/valid-access-mode
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/v2.7.0/docs/CONFIGURATION.md
 * @see https://github.com/awslabs/mountpoint-s3/blob/main/doc/SEMANTICS.md
 * @example
 * import { S3Volume, ScheduledJob } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const reports = (chart: Chart) => {
 *   const claim = new S3Volume(chart, 'sales', { bucket: 'example-sales', prefix: 'daily/', accessMode: 'ReadOnlyMany' });
 *   return new ScheduledJob(chart, 'report', {
 *     image: 'registry.example.com/report:2.0',
 *     schedule: '@daily',
 *     mounts: [{ path: '/sales', claim, readOnly: true }],
 *   });
 * };
 */
export class S3Volume extends Construct {
  /** Absent on a plain cluster. */
  readonly volume?: KubePersistentVolume;
  readonly claim: KubePersistentVolumeClaim;
  /** Name of the claim, for mounts. */
  readonly name: string;
  /** Lets mounts take the construct itself. */
  readonly kind = 'PersistentVolumeClaim';

  constructor(scope: Construct, id: string, props: S3VolumeProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'S3Volume', props, S3Volume);
    claimNamespace(this, problems);
    s3Problems(props, problems);
    problems.raise();
    this.name = props.name ?? id;
    const { volume, claim } = staticVolume(this, this.name, props, environment, {
      accessMode: props.accessMode ?? 'ReadWriteMany',
      size: '1Gi',
      mountOptions: s3MountOptions(props),
      csi: { driver: STORAGE_DRIVERS.s3.drivers[0], volumeAttributes: s3Attributes(props) },
    });
    this.claim = claim;
    if (volume !== undefined) this.volume = volume;
  }
}
