import { ADDABLE_CAPABILITIES } from '../../knowledge/kubernetes/capabilities';
import { listAt } from '../json';
import type { SecuredPod } from './pod';
import type { TellOfPod } from './problem';

/** Added capabilities beyond those that the standard knows as harmless. */
export function addedCapabilities({ containers }: SecuredPod, level: 'baseline' | 'restricted', tell: TellOfPod): void {
  const allowed = ADDABLE_CAPABILITIES[level];
  for (const { who, context, place } of containers) {
    listAt(context, 'capabilities', 'add').forEach((capability, i) => {
      if (allowed.includes(String(capability))) return;
      tell({
        path: [...place, 'securityContext', 'capabilities', 'add', i],
        found: String(capability),
        ...(level === 'restricted' ? { wanted: 'NET_BIND_SERVICE or none' } : {}),
        what: `${who} adds the capability ${String(capability)}`,
        fix: 'remove the capability.',
      });
    });
  }
}

/** The restricted standard wants all capabilities dropped first. */
export function droppedCapabilities({ containers }: SecuredPod, tell: TellOfPod): void {
  for (const { who, context, place } of containers) {
    if (listAt(context, 'capabilities', 'drop').includes('ALL')) continue;
    tell({
      path: [...place, 'securityContext', 'capabilities', 'drop'],
      wanted: 'ALL',
      what: `${who} keeps its runtime’s capabilities`,
      fix: 'set `capabilities: { drop: [ALL] }`.',
    });
  }
}
