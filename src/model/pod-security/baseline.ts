import { SAFE_SYSCTLS } from '../../knowledge/kubernetes/safe-sysctls';
import { at, isJsonObject, listAt, own, textAt } from '../json';
import { baselineContext } from './baseline-context';
import type { SecuredContainer, SecuredPod } from './pod';
import type { TellOfPod } from './problem';

const HOST_FIELDS = ['hostNetwork', 'hostPID', 'hostIPC'];
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const HOOKS = ['postStart', 'preStop'];
const CALLS = ['httpGet', 'tcpSocket'];

/**
 * The baseline standard: what every ordinary workload can do without.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
 */
export function judgeBaseline(pod: SecuredPod, minor: number, tell: TellOfPod): void {
  for (const field of HOST_FIELDS) {
    if (pod.spec[field] === true)
      tell({
        path: [...pod.path, field],
        found: 'true',
        what: `the Pod shares its node’s namespace (\`${field}\`)`,
        fix: `remove \`${field}\`.`,
      });
  }
  listAt(pod.pod.context, 'sysctls').forEach((sysctl, i) => {
    const name = textAt(sysctl, 'name') ?? '';
    const since = SAFE_SYSCTLS.get(name);
    if (since !== undefined && since <= minor) return;
    tell({
      path: [...pod.path, 'securityContext', 'sysctls', i, 'name'],
      found: name,
      what: `the Pod sets the sysctl "${name}", which is not among the safe ones`,
      fix: 'remove the sysctl.',
    });
  });
  for (const context of pod.contexts) baselineContext(context, pod, minor, tell);
  for (const container of pod.containers) {
    hostPorts(container, tell);
    if (minor >= 34) probeHosts(container, tell);
  }
  appArmorAnnotations(pod, tell);
}

/** Node volumes; the restricted standard forbids more, and says this too. */
export function judgeHostPaths(pod: SecuredPod, tell: TellOfPod): void {
  listAt(pod.spec, 'volumes').forEach((volume, i) => {
    if (!isJsonObject(at(volume, 'hostPath'))) return;
    const path = textAt(volume, 'hostPath', 'path') ?? '';
    tell({
      path: [...pod.path, 'volumes', i, 'hostPath'],
      found: path,
      what: `volume "${textAt(volume, 'name') ?? ''}" opens ${path} of its node`,
      fix: 'use an emptyDir, a claim, or a CSI volume; an agent that has to reach its node needs a namespace of level privileged.',
    });
  });
}

function hostPorts({ who, container, place }: SecuredContainer, tell: TellOfPod): void {
  listAt(container, 'ports').forEach((port, i) => {
    const hostPort = at(port, 'hostPort');
    if (hostPort === undefined || hostPort === 0) return;
    tell({
      path: [...place, 'ports', i, 'hostPort'],
      found: String(hostPort),
      what: `${who} takes port ${String(hostPort)} of its node`,
      fix: 'remove `hostPort`, and reach the Pod through a Service.',
    });
  });
}

/** Since 1.34 a probe or hook may only call its own Pod. */
function probeHosts({ who, container, place }: SecuredContainer, tell: TellOfPod): void {
  const judge = (handler: unknown, ...path: readonly string[]) => {
    for (const kind of CALLS) {
      const host = own(own(handler, kind), 'host');
      if (typeof host !== 'string' || host === '') continue;
      tell({
        path: [...place, ...path, kind, 'host'],
        found: host,
        what: `${who} has its node call "${host}" by \`${path.join('.')}\``,
        fix: 'remove `host`; the call then goes to the Pod itself.',
      });
    }
  };
  for (const probe of PROBES) if (container[probe] !== undefined) judge(container[probe], probe);
  const lifecycle = container['lifecycle'];
  if (lifecycle === undefined) return;
  for (const hook of HOOKS) judge(own(lifecycle, hook), 'lifecycle', hook);
}

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

function appArmorAnnotations(pod: SecuredPod, tell: TellOfPod): void {
  for (const key of Object.keys(pod.annotations)) {
    if (!key.startsWith(APP_ARMOR)) continue;
    const profile = String(pod.annotations[key]);
    if (profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/')) continue;
    tell({
      path: [...pod.annotationsPath, key],
      found: profile,
      what: `an annotation sets the AppArmor profile "${profile}"`,
      fix: 'remove the annotation, or use `runtime/default`.',
    });
  }
}
