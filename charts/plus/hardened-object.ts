import { defined } from '../../src/model/defined';
import { fieldPath, isJsonObject, type JsonObject, mapAt } from '../../src/model/json';
import { judgePodSecurity } from '../../src/model/pod-security/judge';
import { newestOf } from '../../src/model/pod-security/level';
import type { PodSecurityProblem } from '../../src/model/pod-security/problem';
import type { HardenedInput } from './hardened-input';
import { hardenedPod, merged } from './hardened-pod';
import { hardenedRollout, spreadOf } from './hardened-rollout';
import { ADDRESS, type PlusKind } from './plus-workload';

const TEMPLATE = ['spec', 'template'];
const PLACES: Readonly<Record<PlusKind, readonly string[]>> = {
  Deployment: TEMPLATE,
  StatefulSet: TEMPLATE,
  DaemonSet: TEMPLATE,
  Job: TEMPLATE,
  CronJob: ['spec', 'jobTemplate', ...TEMPLATE],
};

/** What cdk8s-plus renders, with what our workloads have beside it. */
export function hardenedObject(json: JsonObject, input: HardenedInput): JsonObject {
  const rolled = { ...json, spec: hardenedRollout(mapAt(json, 'spec'), input) };
  const place = PLACES[input.kind];
  const object = changedAt(rolled, place, (template) => hardenedTemplate(template, input, rolled.spec));
  judgePods(mapAt(object, ...place), place, input);
  return merged({ metadata: { labels: { ...input.labels } } }, object);
}

function hardenedTemplate(template: JsonObject, input: HardenedInput, spec: JsonObject): JsonObject {
  const { [ADDRESS]: _, ...said } = mapAt(template, 'metadata', 'labels');
  for (const [key, value] of Object.entries(input.selector)) {
    const other = said[key];
    input.problems.unless(
      other === undefined || other === value,
      `label ${key} of the Pods is "${other}", and the selector asks for "${value}": nothing would select them.`,
      'remove the label from podMetadata, or name it in selectorLabels.',
    );
  }
  const metadata = { ...mapAt(template, 'metadata'), labels: { ...input.labels, ...input.selector, ...said } };
  const pod = hardenedPod(mapAt(template, 'spec'), input);
  const ours = defined({ topologySpreadConstraints: spreadOf(spec, pod, input) });
  return { ...template, metadata, spec: merged(ours, pod) };
}

/** A copy of `value` in which the map at `path` is another. */
function changedAt(
  value: JsonObject,
  [key, ...rest]: readonly string[],
  change: (part: JsonObject) => JsonObject,
): JsonObject {
  if (key === undefined) return change(value);
  const part = value[key];
  return { ...value, [key]: changedAt(isJsonObject(part) ? part : {}, rest, change) };
}

/** What the Pods say themselves may be more than their level allows. */
function judgePods(template: JsonObject, path: readonly string[], input: HardenedInput): void {
  if (input.props.host !== undefined) return;
  const pod = { path, spec: mapAt(template, 'spec'), annotations: mapAt(template, 'metadata', 'annotations') };
  const said = (level: 'baseline' | 'restricted') => {
    const found: PodSecurityProblem[] = [];
    judgePodSecurity(pod, newestOf(level, input.environment.kubernetesVersion), (problem) => found.push(problem));
    return found;
  };
  const level = input.profile === 'restricted' ? 'restricted' : 'baseline';
  const never = new Set(said('baseline').map(({ path }) => fieldPath(path)));
  for (const { what, path, fix } of said(level)) {
    const other = never.has(fieldPath(path))
      ? 'Where the Pods have to reach their node, give host: { reason }.'
      : 'Where the image cannot do without, give profile: { level: "baseline", reason }.';
    input.problems.add(
      `${what}, at ${fieldPath(path)}, and profile ${level} forbids it: the server takes the ${input.kind} and refuses every Pod of it.`,
      `${fix} ${other}`,
    );
  }
}
