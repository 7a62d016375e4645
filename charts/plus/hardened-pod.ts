import { toJson_Lifecycle, toJson_PodSecurityContext, toJson_SecurityContext } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { at, type JsonObject, listAt, mapAt, numberAt } from '../../src/model/json';
import { mergePatch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { kubeLifecycle } from '../workload/lifecycle';
import type { PodProps } from '../workload/pod-props';
import { containerSecurityContext, podSecurityContext } from '../workload/security';
import type { HardenedInput } from './hardened-input';

/** A Pod's spec with what our workloads have; whatever it says itself stays. */
export function hardenedPod(spec: JsonObject, input: HardenedInput): JsonObject {
  const { props, profile, problems } = input;
  judgeBoth('enableServiceLinks', props.enableServiceLinks, spec['enableServiceLinks'], problems);
  const user = userOf(mapAt(spec, 'securityContext'), props.user, problems);
  const ours = {
    automountServiceAccountToken: false,
    ...(props.enableServiceLinks === true ? {} : { enableServiceLinks: false }),
    securityContext: toJson_PodSecurityContext(podSecurityContext({ profile, ...defined({ user }) })),
  };
  const context = toJson_SecurityContext(containerSecurityContext(profile, {}));
  const secured = (container: unknown) => mergePatch({ securityContext: context }, container);
  const initContainers = listAt(spec, 'initContainers');
  return {
    ...merged(ours, spec),
    containers: served(listAt(spec, 'containers'), numberAt(spec, 'terminationGracePeriodSeconds') ?? 30, input).map(
      secured,
    ),
    ...(initContainers.length === 0 ? {} : { initContainers: initContainers.map(secured) }),
  } as JsonObject;
}

/** What `theirs` says wins, field by field; a list counts as one. */
export function merged(ours: object, theirs: object): JsonObject {
  return mergePatch(ours, theirs) as JsonObject;
}

/** What is said here and to cdk8s-plus is the same, or one of them would be passed over. */
export function judgeBoth(name: string, asked: unknown, said: unknown, problems: Problems): void {
  problems.unless(
    asked === undefined || said === undefined || asked === said,
    `${name} is ${asked}, and cdk8s-plus was told ${said}: only that would count.`,
    `leave ${name} out.`,
  );
}

/** Ids that the Pod says count, and what follows from them: a group that is not said is the user's. */
function userOf(context: JsonObject, asked: PodProps['user'], problems: Problems): PodProps['user'] {
  const said = defined({
    uid: numberAt(context, 'runAsUser'),
    gid: numberAt(context, 'runAsGroup'),
    fsGroup: numberAt(context, 'fsGroup'),
  });
  if (asked === undefined || asked === 'image') return asked ?? said;
  for (const name of ['uid', 'gid', 'fsGroup'] as const) judgeBoth(`user.${name}`, asked[name], said[name], problems);
  return { ...asked, ...said };
}

/** The first container of a server is asked whether it is ready, and goes on for as long as load balancers send requests. */
function served(containers: readonly unknown[], grace: number, input: HardenedInput): readonly unknown[] {
  const { kind, props, environment, problems } = input;
  const [main, ...others] = containers;
  const port = at(main, 'ports', 0, 'containerPort');
  if (kind !== 'Deployment' || port === undefined) return containers;
  const seconds = props.preStopSeconds ?? (grace > 10 ? 10 : 0);
  const isSlept = at(main, 'lifecycle', 'preStop') === undefined;
  problems.unless(
    props.preStopSeconds === undefined || isSlept,
    'preStopSeconds is given, and cdk8s-plus has a hook preStop: only the hook would run.',
    'leave one of them out.',
  );
  problems.unless(
    seconds === 0 || grace > seconds,
    `terminationGracePeriod is ${grace} s, but the Pod sleeps ${seconds} s before SIGTERM: it would be killed without a chance to stop.`,
    `raise terminationGracePeriod above ${seconds} s, or lower preStopSeconds.`,
  );
  const sleep = isSlept ? toJson_Lifecycle(kubeLifecycle(undefined, seconds, environment, problems)) : undefined;
  const probe = props.readiness === 'none' ? undefined : { tcpSocket: { port } };
  const isAsked = at(main, 'readinessProbe') !== undefined;
  const ours = defined({ readinessProbe: isAsked ? undefined : probe, lifecycle: sleep });
  return [mergePatch(ours, main), ...others];
}
