import { at } from '../json';
import { type SecuredPod, written } from './pod';
import type { TellOfPod } from './problem';

const SAFE: ReadonlySet<unknown> = new Set(['RuntimeDefault', 'Localhost']);

/** Both standards: a seccomp profile that is set is a safe one. */
export function unsafeSeccomp(pod: SecuredPod, tell: TellOfPod): void {
  for (const { who, context, place } of pod.contexts) {
    const type = at(context, 'seccompProfile', 'type');
    if (type === undefined || SAFE.has(type)) continue;
    tell({
      path: [...place, 'securityContext', 'seccompProfile', 'type'],
      found: String(type),
      wanted: 'RuntimeDefault or Localhost',
      what: `${who} sets the seccomp profile ${written(type)}`,
      fix: 'use `type: RuntimeDefault`.',
    });
  }
}

/** The restricted standard: each container has a profile, of its own or of its Pod. */
export function missingSeccomp({ pod, containers }: SecuredPod, tell: TellOfPod): void {
  if (at(pod.context, 'seccompProfile') !== undefined) return;
  for (const { who, context, place } of containers) {
    if (at(context, 'seccompProfile') !== undefined) continue;
    tell({
      path: [...place, 'securityContext', 'seccompProfile'],
      wanted: 'RuntimeDefault or Localhost',
      what: `${who} runs without a seccomp profile`,
      fix: 'set `seccompProfile: { type: RuntimeDefault }` for the Pod.',
    });
  }
}
