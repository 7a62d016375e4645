/**
 * Capabilities that a container may add at a level of the Pod Security Standards; `privileged` allows all.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export const ADDABLE_CAPABILITIES: Readonly<Record<'baseline' | 'restricted', readonly string[]>> = {
  baseline: [
    'NET_BIND_SERVICE',
    'AUDIT_WRITE',
    'CHOWN',
    'DAC_OVERRIDE',
    'FOWNER',
    'FSETID',
    'KILL',
    'MKNOD',
    'SETFCAP',
    'SETGID',
    'SETPCAP',
    'SETUID',
    'SYS_CHROOT',
  ],
  restricted: ['NET_BIND_SERVICE'],
};
