import type { Lifecycle, LifecycleHandler } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { intOrString } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import { atLeast } from '../shared/version';

/** What the kubelet does in or to a container: one of these. */
export type LifecycleHook =
  | { readonly exec: readonly string[] }
  | { readonly http: string; readonly port: number | string; readonly scheme?: 'HTTPS' }
  | { readonly sleepSeconds: number };

/** What happens around a container's life. */
export interface LifecycleProps {
  /** Right after the start, in no order with the entrypoint; a failure restarts the container. */
  readonly postStart?: LifecycleHook;
  /** Before SIGTERM; counts against `terminationGracePeriodSeconds`. Replaces `preStopSeconds`. */
  readonly preStop?: LifecycleHook;
  /** Signal that stops the container, such as `SIGQUIT` (Kubernetes 1.33). `@default` - the image's, else SIGTERM */
  readonly stopSignal?: string;
}

/** @param preStopSeconds seconds of sleep before SIGTERM, where no other hook is given */
export function kubeLifecycle(
  input: LifecycleProps | undefined,
  preStopSeconds: number,
  environment: Environment,
  problems: Problems,
): Lifecycle | undefined {
  const { postStart, preStop, stopSignal } = input ?? {};
  for (const [name, hook] of Object.entries({ postStart, preStop }))
    if (hook !== undefined) judge(name, hook, problems);
  problems.unless(
    stopSignal === undefined || /^SIG[A-Z0-9+-]+$/.test(stopSignal),
    `lifecycle.stopSignal is "${stopSignal}": the server refuses it.`,
    'write it as SIGTERM, SIGQUIT or SIGRTMIN+1.',
  );
  const before = preStop ?? (preStopSeconds === 0 ? undefined : { sleepSeconds: preStopSeconds });
  const lifecycle = defined({
    postStart: postStart && handler(postStart, environment),
    preStop: before && handler(before, environment),
    stopSignal,
  });
  return Object.keys(lifecycle).length === 0 ? undefined : lifecycle;
}

/** Two ways to say what happens before the stop, of which one would be passed over. */
export function judgePreStop(
  props: { readonly lifecycle?: LifecycleProps; readonly preStopSeconds?: number },
  problems: Problems,
): void {
  problems.unless(
    props.preStopSeconds === undefined || props.lifecycle?.preStop === undefined,
    'preStopSeconds and lifecycle.preStop are both given: only the hook would run.',
    'leave one of them out.',
  );
}

/** Since 1.30 the kubelet sleeps by itself; before, the image needs `sleep`. */
function handler(hook: LifecycleHook, environment: Environment): LifecycleHandler {
  if ('exec' in hook) return { exec: { command: [...hook.exec] } };
  if ('http' in hook)
    return { httpGet: { path: hook.http, port: intOrString(hook.port), ...defined({ scheme: hook.scheme }) } };
  const seconds = hook.sleepSeconds;
  return atLeast(environment, 30) ? { sleep: { seconds } } : { exec: { command: ['sleep', String(seconds)] } };
}

function judge(name: string, hook: LifecycleHook, problems: Problems): void {
  if ('sleepSeconds' in hook) problems.integer(`lifecycle.${name}.sleepSeconds`, hook.sleepSeconds, 1, 3600);
  problems.unless(
    !('exec' in hook) || hook.exec.length > 0,
    `lifecycle.${name}.exec is empty: the server refuses it.`,
    'give the command and its arguments.',
  );
  problems.unless(
    !('http' in hook) || hook.http.startsWith('/'),
    `lifecycle.${name} asks path "${'http' in hook ? hook.http : ''}".`,
    'start it with /.',
  );
}
