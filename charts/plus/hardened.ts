import { type ApiObject, Chart } from 'cdk8s';
import { environmentOf } from '../../src/model/environment-context';
import type { JsonObject } from '../../src/model/json';
import { Problems, refusal } from '../shared/problems';
import { disruptionBudget } from '../workload/disruption-budget';
import { selectorLabels } from '../workload/labels';
import { runsOnFargate } from '../workload/runs-on-fargate';
import { recordProfile } from '../workload/security';
import { hardenedObject } from './hardened-object';
import type { HardenedProps } from './hardened-props';
import { needsBudget } from './hardened-rollout';
import { judgeHardened } from './judge-hardened';
import { givenName, mostOf, profileOf, rename, selectorOf } from './plus-facts';
import { ADDRESS, PLUS_KINDS, type PlusKind, type PlusWorkload, plusKind, plusObject } from './plus-workload';
import { shareSelector } from './shared-selector';

/** What was said of a workload so far, and the name that cdk8s-plus was given. */
interface State {
  props: HardenedProps;
  readonly given: string | undefined;
}

const STATES = new WeakMap<object, State>();

/**
 * Gives a Deployment, StatefulSet, DaemonSet, Job or CronJob of any cdk8s-plus the name, labels, selector, security, spread and
 * budget that our workloads have; what cdk8s-plus was told itself stays. Services, policies and affinities of cdk8s-plus go
 * on selecting its Pods, by the new selector. Called again, it adds to what it was told. `override` and `addJsonPatch` change
 * single fields of what is rendered, as of any object.
 * @throws ToolError with everything that is wrong with the properties; while rendering, when the Pods themselves ask for what
 * their profile forbids
 * @example
 * import { hardened } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * import { Deployment } from 'cdk8s-plus-28';
 * export const web = (chart: Chart) => {
 *   const deployment = hardened(
 *     new Deployment(chart, 'web', { containers: [{ image: 'ghcr.io/stefanprodan/podinfo:6.14.1', portNumber: 9898 }] }),
 *     { user: { uid: 100, gid: 101 } },
 *   );
 *   deployment.exposeViaService({ name: 'web' });
 *   return deployment;
 * };
 */
export function hardened<T extends PlusWorkload>(workload: T, props: HardenedProps = {}): T {
  const kind = plusKind(workload);
  const object = plusObject(workload);
  if (kind === undefined || object === undefined) throw notPlus(workload, object?.kind);
  const known = STATES.get(workload);
  const state = known ?? { props: {}, given: givenName(object) };
  judgeHardened(workload, kind, props, state.given);
  state.props = { ...state.props, ...props };
  const name = state.props.name ?? state.given ?? workload.node.id;
  const isRenamed = name !== object.name;
  rename(object, name);
  if (known === undefined) {
    STATES.set(workload, state);
    if (kind === 'StatefulSet' && isRenamed) renameService(workload, name);
    harden(workload, kind, object, state);
  }
  recordProfile(workload, profileOf(state.props));
  budget(workload, kind, state);
  return workload;
}

/** The Service that a StatefulSet made for itself. A StatefulSet that keeps its name may run already, and cannot have another. */
function renameService(workload: PlusWorkload, name: string): void {
  const made = workload.node.tryFindChild('Service');
  const service = made === undefined ? undefined : plusObject(made);
  if (service !== undefined && givenName(service) === undefined) rename(service, name);
}

/** Wraps what is rendered; all that is said later counts too. */
function harden(workload: PlusWorkload, kind: PlusKind, object: ApiObject, state: State): void {
  shareSelector(workload, workload.podMetadata.getLabel(ADDRESS), () => selectorOf(workload, object, state.props));
  const render: () => JsonObject = object.toJson.bind(object);
  object.toJson = () => {
    const environment = environmentOf(workload);
    const problems = new Problems(workload);
    const selector = selectorOf(workload, object, state.props);
    const labels = selectorLabels(workload, object.name);
    const json = hardenedObject(render(), {
      kind,
      props: state.props,
      profile: profileOf(state.props),
      environment,
      selector,
      labels,
      fargate: runsOnFargate(environment, Chart.of(workload).namespace, { ...labels, ...selector }),
      replicas: workload.replicas,
      problems,
    });
    problems.raiseInCall();
    return json;
  };
}

const BUDGET = 'DisruptionBudget';

function budget(workload: PlusWorkload, kind: PlusKind, { props }: State): void {
  workload.node.tryRemoveChild(BUDGET);
  if (!needsBudget(kind, props, mostOf(workload, kind, props))) return;
  const object = plusObject(workload);
  if (object === undefined) return;
  const selector = selectorOf(workload, object, props);
  const labels = selectorLabels(workload, object.name);
  disruptionBudget(workload, { name: object.name, selector, labels, annotations: {} }, props.disruptionBudget);
}

const ANY_KIND = `${PLUS_KINDS.slice(0, -1).join(', ')} or ${PLUS_KINDS.at(-1)}`;

function notPlus(workload: PlusWorkload, kind: string | undefined): Error {
  return refusal(
    workload,
    `${kind === undefined ? 'this' : `a ${kind}`} is not a ${ANY_KIND} of cdk8s-plus: there is nothing to harden.`,
    'give it one; our own workloads are hardened already.',
  );
}
