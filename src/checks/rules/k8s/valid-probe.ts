import { wrongPortName } from '../../../grammar/port';
import { at, type FieldPath, isJsonObject, type JsonObject, type JsonValue, listAt } from '../../../model/json';
import { containersOf } from '../../../model/pod-spec';
import type { PodRule, Tell } from '../../engine/rule';
import { refusalOf } from '../../reads/pod-refusal';

const GRACE_SECONDS = 30;
const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'sleep'];

export const validProbe: PodRule = {
  id: 'k8s/valid-probe',
  severity: 'error',
  summary: 'Probes and hooks say one thing to do, and end within the Pod’s grace period.',
  why: 'The server refuses probes and hooks that say two things to do, or nothing. A hook that sleeps longer than the grace period would be cut off by SIGKILL.',
  see: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
    'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/',
  ],
  checkPod(template, { schemas }, tell) {
    const refused = refusalOf(template, schemas.kubernetesVersion);
    const stated = template.spec['terminationGracePeriodSeconds'];
    const grace = typeof stated === 'number' ? stated : GRACE_SECONDS;
    for (const { container, path } of containersOf(template)) {
      for (const field of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
        const probe = container[field];
        if (isJsonObject(probe)) judgeProbe(probe, field, [...path, field], refused, tell);
      }
      for (const hook of ['postStart', 'preStop']) {
        const handler = at(container, 'lifecycle', hook);
        if (!isJsonObject(handler)) continue;
        judgeHook(handler, grace, [...path, 'lifecycle', hook], refused, tell);
      }
    }
  },
};

function judgeProbe(probe: JsonObject, field: string, path: FieldPath, refused: string, tell: Tell): void {
  const threshold = probe['successThreshold'];
  if (field !== 'readinessProbe' && typeof threshold === 'number' && threshold > 1)
    tell({
      path: [...path, 'successThreshold'],
      found: String(threshold),
      wanted: '1',
      what: `one success is enough for a ${field}, and ${refused}.`,
      fix: 'remove `successThreshold`.',
    });
  if (field === 'readinessProbe' && typeof probe['terminationGracePeriodSeconds'] === 'number')
    tell({
      path: [...path, 'terminationGracePeriodSeconds'],
      found: String(probe['terminationGracePeriodSeconds']),
      what: `a readiness probe never ends a container, so it has no grace period, and ${refused}.`,
      fix: 'remove it here; set it on the liveness probe or the Pod.',
    });
  judgeHandler(probe, path, refused, tell);
}

function judgeHook(hook: JsonObject, grace: number, path: FieldPath, refused: string, tell: Tell): void {
  const name = String(path.at(-1));
  const handlers = HANDLERS.filter((one) => isJsonObject(hook[one]));
  if (handlers.length !== 1)
    tell({
      path,
      found: handlers.join(' and ') || 'nothing',
      wanted: `one of ${HANDLERS.join(', ')}`,
      what: `the \`${name}\` hook has ${handlers.length === 0 ? 'nothing to do' : `${handlers.length} things to do (${handlers.join(', ')})`}, so ${refused}.`,
      fix: 'keep exactly one handler.',
    });
  const seconds = at(hook, 'sleep', 'seconds');
  if (typeof seconds === 'number' && (seconds < 0 || seconds > grace))
    tell({
      path: [...path, 'sleep', 'seconds'],
      found: String(seconds),
      wanted: `0 to ${Math.max(grace, 0)}`,
      what: `the \`${name}\` hook sleeps ${seconds} s of a grace period of ${grace} s, so ${refused}.`,
      fix: 'sleep shorter, or raise `terminationGracePeriodSeconds`.',
    });
  judgeHandler(hook, path, refused, tell);
}

function judgeHandler(handler: JsonObject, path: FieldPath, refused: string, tell: Tell): void {
  if (isJsonObject(handler['exec']) && listAt(handler, 'exec', 'command').length === 0)
    tell({
      path: [...path, 'exec', 'command'],
      found: 'nothing',
      what: `a handler runs an empty command, so ${refused}.`,
      fix: 'give the command.',
    });
  for (const kind of ['httpGet', 'tcpSocket']) {
    const port: JsonValue | undefined = at(handler, kind, 'port');
    if (typeof port !== 'string' || wrongPortName(port) === undefined) continue;
    tell({
      path: [...path, kind, 'port'],
      found: port,
      wanted: 'a number, or a name of at most 15 characters',
      what: `a handler calls port "${port}", which no port can be called, so ${refused}.`,
      fix: /^\d+$/.test(port) ? 'write the number without quotes.' : 'name a port of the container.',
    });
  }
}
