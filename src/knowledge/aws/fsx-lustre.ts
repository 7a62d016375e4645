/**
 * How a Lustre file system may be deployed: scratch file systems keep no copy of the data, and are gone with a server.
 * @see https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-fsx-lustre.html
 */
export type FsxDeploymentType = 'SCRATCH_1' | 'SCRATCH_2' | 'PERSISTENT_1' | 'PERSISTENT_2';

/** MiB/s for each TiB of storage, by deployment and storage type. Read on 2026-11-29. */
export const FSX_THROUGHPUT: Readonly<
  Record<'PERSISTENT_1 SSD' | 'PERSISTENT_1 HDD' | 'PERSISTENT_2 SSD', readonly number[]>
> = {
  'PERSISTENT_1 SSD': [50, 100, 200],
  'PERSISTENT_1 HDD': [12, 40],
  'PERSISTENT_2 SSD': [125, 250, 500, 1000],
};

/** The host that AWS gives a file system. */
export function fsxDnsName(
  fileSystemId: string,
  { region, partition }: { readonly region: string; readonly partition: string },
): string {
  return `${fileSystemId}.fsx.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
}
