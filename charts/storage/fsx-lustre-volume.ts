import { Construct } from 'constructs';
import type { KubePersistentVolume, KubePersistentVolumeClaim } from '../../imports/k8s';
import { fsxDnsName } from '../../src/knowledge/aws/fsx-lustre';
import { STORAGE_DRIVERS } from '../../src/knowledge/aws/storage-drivers';
import { environmentOf } from '../../src/model/environment-context';
import { problemsWith } from '../shared/properties';
import { type SizeInput, sizeText } from '../workload/values';
import { claimNamespace, type StaticVolumeProps, staticVolume } from './static-volume';

export interface FsxLustreVolumeProps extends StaticVolumeProps {
  /** Id of the file system, such as `fs-0123456789abcdef0`. */
  readonly fileSystemId: string;
  /** The name that AWS mounts it by, such as `fsx` or `abcdefgh`. */
  readonly mountName: string;
  /** Its host. `@default` - as AWS makes it of the id and the environment's region */
  readonly dnsName?: string;
  /** Its size, such as `1200Gi`; nobody reads it but people. `@default` 1200Gi */
  readonly size?: SizeInput;
  /** How many may mount it at once. `@default` ReadWriteMany */
  readonly accessMode?: 'ReadWriteOnce' | 'ReadWriteMany';
}

/**
 * An FSx for Lustre file system that exists already: a PersistentVolume and the claim that it is reserved for. Workloads
 * mount the construct itself. Not on Fargate. The app's owner may render PersistentVolumes (`clusterKinds`). On a plain
 * cluster it is a claim of the environment's shared class.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/ban-fargate-pod
 * @finding eks/valid-access-mode
 * @see https://github.com/kubernetes-sigs/aws-fsx-csi-driver/blob/v1.9.0/docs/README.md
 * @example
 * import { FsxLustreVolume, ScheduledJob } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const training = (chart: Chart) => {
 *   const claim = new FsxLustreVolume(chart, 'scratch', {
 *     fileSystemId: 'fs-0123456789abcdef0',
 *     mountName: 'abcdefgh',
 *     mountOptions: ['flock'],
 *   });
 *   return new ScheduledJob(chart, 'train', {
 *     image: 'registry.example.com/train:2.0',
 *     schedule: '@weekly',
 *     mounts: [{ path: '/scratch', claim }],
 *   });
 * };
 */
export class FsxLustreVolume extends Construct {
  /** Absent on a plain cluster. */
  readonly volume?: KubePersistentVolume;
  readonly claim: KubePersistentVolumeClaim;
  /** Name of the claim, for mounts. */
  readonly name: string;
  /** Lets mounts take the construct itself. */
  readonly kind = 'PersistentVolumeClaim';

  constructor(scope: Construct, id: string, props: FsxLustreVolumeProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'FsxLustreVolume', props, FsxLustreVolume);
    const { fileSystemId, mountName, size = '1200Gi' } = props;
    claimNamespace(this, problems);
    problems.quantity('size', sizeText(size));
    problems.unless(
      /^fs-[0-9a-f]+$/.test(fileSystemId),
      `fileSystemId "${fileSystemId}" is not the id of a file system; no Pod could mount it.`,
      'write it like fs-0123456789abcdef0.',
    );
    problems.unless(
      /^[a-z0-9]{1,8}$/.test(mountName),
      `mountName "${mountName}" is not the mount name of a file system; no Pod could mount it.`,
      'write what `aws fsx describe-file-systems` says, 1 to 8 lower case letters and digits.',
    );
    problems.raise();
    this.name = props.name ?? id;
    const dnsName = props.dnsName ?? (environment.platform === 'eks' ? fsxDnsName(fileSystemId, environment) : '');
    const { volume, claim } = staticVolume(this, this.name, props, environment, {
      accessMode: props.accessMode ?? 'ReadWriteMany',
      size,
      mountOptions: [],
      csi: {
        driver: STORAGE_DRIVERS.fsxLustre.drivers[0],
        volumeHandle: fileSystemId,
        volumeAttributes: { dnsname: dnsName, mountname: mountName },
      },
    });
    this.claim = claim;
    if (volume !== undefined) this.volume = volume;
  }
}
