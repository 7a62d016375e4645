import { isJsonObject, listAt, textAt } from '../json';
import { droppedCapabilities } from './capabilities';
import type { SecuredPod } from './pod';
import type { TellOfPod } from './problem';
import { missingSeccomp } from './seccomp';

/** Volumes whose data is the Pod's own or comes through the API. */
const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/**
 * What the restricted standard asks beyond baseline.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function judgeRestricted(pod: SecuredPod, minor: number, tell: TellOfPod): void {
  volumes(pod, tell);
  // Since 1.25 a Windows Pod need not deny what Windows does not have.
  if (!pod.windows || minor < 25) {
    escalation(pod, tell);
    droppedCapabilities(pod, tell);
    missingSeccomp(pod, tell);
  }
  // In a user namespace, root inside is nobody outside.
  if (!pod.userNamespace || minor < 35) users(pod, tell);
  else unmaskedProc(pod, tell);
}

function volumes({ spec, path }: SecuredPod, tell: TellOfPod): void {
  listAt(spec, 'volumes').forEach((volume, i) => {
    if (!isJsonObject(volume)) return;
    const kind = Object.keys(volume).find((key) => key !== 'name');
    // A volume without a source becomes an emptyDir; a folder of the node has its own finding.
    if (kind === undefined || kind === 'hostPath' || VOLUMES.some((one) => volume[one] !== undefined)) return;
    tell({
      path: [...path, 'volumes', i, kind],
      found: kind,
      wanted: VOLUMES.join(', '),
      what: `volume "${textAt(volume, 'name') ?? ''}" is of the type ${kind}`,
      fix: 'use a claim or a CSI volume.',
    });
  });
}

function escalation({ containers }: SecuredPod, tell: TellOfPod): void {
  for (const { who, context, place } of containers) {
    const allowed = context['allowPrivilegeEscalation'];
    if (allowed === false) continue;
    tell({
      path: [...place, 'securityContext', 'allowPrivilegeEscalation'],
      found: String(allowed ?? 'nothing'),
      wanted: 'false',
      what: `${who} may gain privileges`,
      fix: 'set `allowPrivilegeEscalation: false`.',
    });
  }
}

function users(pod: SecuredPod, tell: TellOfPod): void {
  for (const { who, context, place } of pod.contexts) {
    if (context['runAsNonRoot'] === false)
      tell({
        path: [...place, 'securityContext', 'runAsNonRoot'],
        found: 'false',
        wanted: 'true',
        what: `${who} may run as root`,
        fix: 'set `runAsNonRoot: true`.',
      });
    if (context['runAsUser'] === 0)
      tell({
        path: [...place, 'securityContext', 'runAsUser'],
        found: '0',
        what: `${who} runs as user 0, which is root`,
        fix: 'use a user above 0.',
      });
  }
  if (typeof pod.pod.context['runAsNonRoot'] === 'boolean') return;
  for (const { who, context, place } of pod.containers) {
    if (typeof context['runAsNonRoot'] === 'boolean') continue;
    tell({
      path: [...place, 'securityContext', 'runAsNonRoot'],
      found: 'nothing',
      wanted: 'true',
      what: `${who} may run as root`,
      fix: 'set `runAsNonRoot: true` for the Pod.',
    });
  }
}

/** Baseline lets a Pod in a user namespace unmask /proc; restricted never does. */
function unmaskedProc({ containers }: SecuredPod, tell: TellOfPod): void {
  for (const { who, context, place } of containers) {
    const procMount = context['procMount'];
    if (procMount === undefined || procMount === 'Default') continue;
    tell({
      path: [...place, 'securityContext', 'procMount'],
      found: String(procMount),
      what: `${who} mounts /proc as "${String(procMount)}"`,
      fix: 'remove `procMount`.',
    });
  }
}
