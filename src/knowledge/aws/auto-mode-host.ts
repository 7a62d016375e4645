/**
 * Folders of a node of EKS Auto Mode that nobody can write to: its root is read-only, and SELinux enforces that. What is
 * made or mounted to be written there never starts.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/automode-learn-instances.html (read in November 2026)
 * @see https://github.com/kubearmor/KubeArmor/issues/2592 (what the kubelet says on Bottlerocket, of which Auto Mode's images are)
 */
export const AUTO_MODE_READ_ONLY = ['/bin', '/boot', '/lib', '/lib64', '/sbin', '/usr'] as const;

/** The read-only folder that a path of the node lies in. */
export function readOnlyOnAutoMode(path: string): string | undefined {
  return AUTO_MODE_READ_ONLY.find((folder) => path === folder || path.startsWith(`${folder}/`));
}
