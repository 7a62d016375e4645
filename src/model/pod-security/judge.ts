import type { PodTemplate } from '../pod-spec';
import { judgeBaseline, judgeHostPaths } from './baseline';
import { addedCapabilities } from './capabilities';
import type { EnforcedLevel } from './level';
import { securedPod } from './pod';
import type { TellOfPod } from './problem';
import { judgeRestricted } from './restricted';
import { unsafeSeccomp } from './seccomp';

/** Everything in a template that a level forbids. */
export function judgePodSecurity(
  template: Pick<PodTemplate, 'path' | 'spec' | 'annotations'>,
  { level, minor }: EnforcedLevel,
  tell: TellOfPod,
): void {
  const pod = securedPod(template);
  judgeBaseline(pod, minor, tell);
  judgeHostPaths(pod, tell);
  // Baseline has always judged these; restricted exempts Windows, and both know the same unsafe profiles.
  if (level === 'baseline' || !pod.windows || minor < 25) {
    addedCapabilities(pod, level, tell);
    unsafeSeccomp(pod, tell);
  }
  if (level === 'restricted') judgeRestricted(pod, minor, tell);
}
