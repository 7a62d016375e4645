import { Construct } from 'constructs';
import type { KubePersistentVolume, KubePersistentVolumeClaim } from '../../imports/k8s';
import { STORAGE_DRIVERS } from '../../src/knowledge/aws/storage-drivers';
import { environmentOf } from '../../src/model/environment-context';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { efsFileSystem } from './efs-file-system';
import type { EfsService } from './efs-parameters';
import { claimNamespace, type StaticVolumeProps, staticVolume } from './static-volume';
import { texts } from './texts';

export interface EfsVolumeProps extends StaticVolumeProps {
  /** Name of a file system under `storage.efsFileSystems` of the environment. */
  readonly fileSystem: string;
  /** Whose file system it is: S3 Files, which shows a bucket, or EFS (driver 3.0). `@default` efs */
  readonly service?: EfsService;
  /** An access point of it, such as `fsap-0123456789abcdef0`: its folder, and the user that all files belong to. `@default` - the whole file system */
  readonly accessPoint?: string;
  /** Absolute path of the folder that is mounted, which has to exist; below that of the access point. `@default` / */
  readonly path?: string;
  /** How many may mount it at once. `@default` ReadWriteMany */
  readonly accessMode?: 'ReadWriteOnce' | 'ReadWriteMany';
  /** Whether traffic is encrypted; with an access point it always is. `@default` true (driver) */
  readonly encryptInTransit?: boolean;
  /** IP address of a mount target, where its name cannot be looked up. `@default` - by name */
  readonly mountTargetIp?: string;
  /** Whether the file system is of another account, whose mount target is found by the node's zone. `@default` false (driver) */
  readonly crossAccount?: boolean;
}

/**
 * A folder of an EFS file system that exists already, for Pods on nodes and on Fargate: a PersistentVolume and the claim
 * that it is reserved for. Workloads mount the construct itself. Argo CD applies both before the Pods, since Fargate
 * refuses a Pod whose claim is not bound. The file system's security group lets the Pods in on port 2049. The app's owner
 * may render PersistentVolumes (`clusterKinds`). On a plain cluster it is a claim of the environment's shared class.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/ban-fargate-pod
 * @finding eks/valid-access-mode
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/docs/README.md
 * @see https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html
 * @example
 * import { EfsVolume, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const wiki = (chart: Chart) =>
 *   new WebService(chart, 'wiki', {
 *     image: 'registry.example.com/wiki:3.1',
 *     port: 8080,
 *     mounts: [
 *       {
 *         path: '/var/lib/wiki',
 *         claim: new EfsVolume(chart, 'pages', { fileSystem: 'shared', accessPoint: 'fsap-0123456789abcdef0' }),
 *       },
 *     ],
 *   });
 */
export class EfsVolume extends Construct {
  /** Absent on a plain cluster. */
  readonly volume?: KubePersistentVolume;
  readonly claim: KubePersistentVolumeClaim;
  /** Name of the claim, for mounts. */
  readonly name: string;
  /** Lets mounts take the construct itself. */
  readonly kind = 'PersistentVolumeClaim';

  constructor(scope: Construct, id: string, props: EfsVolumeProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'EfsVolume', props, EfsVolume);
    const fileSystemId = environment.platform === 'eks' ? efsFileSystem(props.fileSystem, environment, problems) : '';
    claimNamespace(this, problems);
    efsVolumeProblems(props, problems);
    problems.raise();
    this.name = props.name ?? id;
    const { encryptInTransit, mountTargetIp, crossAccount } = props;
    const attributes = texts({ encryptInTransit, mounttargetip: mountTargetIp, crossaccount: crossAccount });
    const { volume, claim } = staticVolume(this, this.name, props, environment, {
      accessMode: props.accessMode ?? 'ReadWriteMany',
      size: '1Gi',
      mountOptions: [],
      csi: {
        driver: STORAGE_DRIVERS.efs.drivers[0],
        volumeHandle: handleOf(fileSystemId, props),
        ...(Object.keys(attributes).length === 0 ? {} : { volumeAttributes: attributes }),
      },
    });
    this.claim = claim;
    if (volume !== undefined) this.volume = volume;
  }
}

/** `fs-…[:/path[:fsap-…]]`, and `s3files:` before it for S3 Files. */
function handleOf(fileSystemId: string, { service, path = '', accessPoint = '' }: EfsVolumeProps): string {
  const parts = [...(service === 's3files' ? ['s3files'] : []), fileSystemId, path, accessPoint];
  return parts.join(':').replace(/:+$/, '');
}

function efsVolumeProblems(
  { accessPoint, path, encryptInTransit, mountOptions = [] }: EfsVolumeProps,
  problems: Problems,
): void {
  problems.unless(
    accessPoint === undefined || /^fsap-[0-9a-f]+$/.test(accessPoint),
    `accessPoint "${accessPoint}" is not the id of an access point; no Pod could mount the volume.`,
    'write it like fsap-0123456789abcdef0.',
  );
  problems.unless(
    path === undefined || (path.startsWith('/') && !path.includes(':')),
    `path "${path}" is not absolute, or holds a colon, which ends it; no Pod could mount the volume.`,
    'start it with /, without colons.',
  );
  problems.unless(
    accessPoint === undefined || encryptInTransit !== false,
    'encryptInTransit is false, and an access point is always mounted with TLS.',
    'leave it out, or leave accessPoint out.',
  );
  for (const option of mountOptions)
    problems.unless(
      option !== 'tls' && !option.startsWith('accesspoint='),
      `mount option ${option} says again, in a deprecated way, what the volume says.`,
      'leave it out, or use accessPoint and encryptInTransit.',
    );
}
