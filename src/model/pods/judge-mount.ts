import type { FieldVerdict } from '../field-verdict';
import { at, textAt } from '../json';

/**
 * What the server refuses of one mount, in itself. @param container that has it; @param refused what the server does then, as the
 * end of a sentence; paths are those inside the mount
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go (ValidateVolumeMounts)
 */
export function judgeMount(mount: unknown, container: unknown, refused: string): readonly FieldVerdict[] {
  const place = textAt(mount, 'mountPath') ?? '';
  const propagation = textAt(mount, 'mountPropagation') ?? 'None';
  const found: FieldVerdict[] = [];
  if (place.includes(':'))
    found.push({
      path: ['mountPath'],
      found: place,
      severity: 'warning',
      what: `the mount path "${place}" has a colon, which Kubernetes documents as not allowed: the container may not start.`,
      fix: 'use a path without a colon.',
    });
  if (propagation === 'Bidirectional' && at(container, 'securityContext', 'privileged') !== true)
    found.push({
      path: ['mountPropagation'],
      found: propagation,
      what: `the mount at ${place} hands mounts on to its node (Bidirectional), which only a privileged container may, so ${refused}.`,
      fix: 'use HostToContainer, or make the container privileged.',
    });
  const recursive = textAt(mount, 'recursiveReadOnly') ?? 'Disabled';
  if (recursive === 'Disabled') return found;
  const path = ['recursiveReadOnly'];
  if (at(mount, 'readOnly') !== true)
    found.push({
      path,
      found: recursive,
      what: `the mount at ${place} has \`recursiveReadOnly\` ${recursive} and is not read-only, so ${refused}.`,
      fix: 'set `readOnly: true`, or leave `recursiveReadOnly` out.',
    });
  if (propagation !== 'None')
    found.push({
      path,
      found: recursive,
      what: `the mount at ${place} has \`recursiveReadOnly\` ${recursive} and \`mountPropagation\` ${propagation}, so ${refused}.`,
      fix: 'leave one of them out.',
    });
  return found;
}
