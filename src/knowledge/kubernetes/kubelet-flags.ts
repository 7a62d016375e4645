/** A flag of the kubelet that a start script may hold, and the version whose kubelet does not know it any more. */
export interface KubeletFlag {
  readonly gone: string;
  readonly see: string;
}

/** The day on which the sources were read. */
export const KUBELET_FLAGS_READ = '2026-11-29';

/** A kubelet does not start with a flag that it does not know, and the node does not join. */
export const REMOVED_KUBELET_FLAGS: Readonly<Record<string, KubeletFlag>> = {
  '--keep-terminated-pod-volumes': {
    gone: '1.31',
    see: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-extended.html',
  },
  '--pod-infra-container-image': {
    gone: '1.35',
    see: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.35.md',
  },
};
