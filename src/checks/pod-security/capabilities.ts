import { listAt } from '../../model/json';
import type { Tell } from '../fault';
import type { SecuredPod } from './pod';

/** Capabilities that container runtimes grant anyway. */
const ORDINARY: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);
const RESTRICTED: ReadonlySet<string> = new Set(['NET_BIND_SERVICE']);

/** Added capabilities beyond those that the standard knows as harmless. */
export function addedCapabilities({ containers }: SecuredPod, level: 'baseline' | 'restricted', tell: Tell): void {
  const allowed = level === 'baseline' ? ORDINARY : RESTRICTED;
  for (const { who, context, path } of containers) {
    listAt(context, 'capabilities', 'add').forEach((capability, i) => {
      if (allowed.has(String(capability))) return;
      tell({
        path: [...path, 'capabilities', 'add', i],
        found: String(capability),
        ...(level === 'restricted' ? { wanted: 'NET_BIND_SERVICE or none' } : {}),
        what: `${who} adds the capability ${String(capability)}`,
        fix: 'remove the capability.',
      });
    });
  }
}

/** The restricted standard wants all capabilities dropped first. */
export function droppedCapabilities({ containers }: SecuredPod, tell: Tell): void {
  for (const { who, context, path } of containers) {
    if (listAt(context, 'capabilities', 'drop').includes('ALL')) continue;
    tell({
      path: [...path, 'capabilities', 'drop'],
      wanted: 'ALL',
      what: `${who} keeps its runtime’s capabilities`,
      fix: 'set `capabilities: { drop: [ALL] }`.',
    });
  }
}
