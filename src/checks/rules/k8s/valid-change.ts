import { withArticle } from '../../../grammar/article';
import { objectPath } from '../../../knowledge/argocd/output-paths';
import { refusedChangeAdvice } from '../../../knowledge/kubernetes/refused-change-advice';
import { isByArgocd, isFlux } from '../../../model/consumer';
import { defined } from '../../../model/defined';
import type { Environment } from '../../../model/environment';
import { identityKey } from '../../../model/identity';
import { at, type JsonValue } from '../../../model/json';
import { diffPaths, type PathDifference } from '../../../model/object-diff';
import { isKeptChange, isRefusedChange } from '../../../model/refused-change';
import type { RenderedObject } from '../../../model/rendered-object';
import type { RuleFinding, WholeRule } from '../../engine/rule';

export const validChange: WholeRule = {
  id: 'k8s/valid-change',
  severity: 'error',
  summary: 'No change is rendered that the API server refuses: fields that cannot change stay as they are committed.',
  why: 'Claim templates, selectors, parameters of a StorageClass and other fields are set once. The API server refuses another value, so the sync fails at every retry until somebody takes the object away or the change back.',
  see: [
    'https://kubernetes.io/docs/reference/kubernetes-api/',
    'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#limitations',
    'https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable',
  ],
  checkAll({ before, judged, arriving, environment }, tellOf) {
    if (before === undefined || before.size === 0) return;
    for (const object of judged) {
      const was = before.get(identityKey(object));
      // One that another app had is deleted there and made here.
      if (was === undefined || (was.app !== object.app && arriving !== true)) continue;
      const changes = refusedChanges(was, object, environment);
      const [first] = changes;
      if (isStillHeadless(was, object)) tellOf(object)(KEPT);
      if (first !== undefined) tellOf(object)(refused(object, first, changes.length - 1, arriving === true));
    }
  },
};

const KEPT: RuleFinding = {
  path: ['spec', 'clusterIP'],
  what: '`clusterIP: None` is taken away, and the API server keeps it: the Service stays without an address, and no sync says so.',
  fix: 'give the Service another name, or delete it on the cluster once, so that it is made anew.',
  severity: 'warning',
};

function isStillHeadless(was: RenderedObject, object: RenderedObject): boolean {
  const [before, after] = [was, object].map(({ value }) => at(value, 'spec', 'clusterIP'));
  return isKeptChange({
    object,
    field: 'spec.clusterIP',
    ...defined({ before, after }),
    was: was.value,
    now: object.value,
  });
}

/** What differs from an object that is on the cluster, and cannot be changed there. */
export function refusedChanges(
  was: RenderedObject,
  object: RenderedObject,
  { gitops }: Pick<Environment, 'gitops'>,
): readonly PathDifference[] {
  const whole = { object, was: was.value, now: object.value, byArgocd: isByArgocd({ gitops }), byFlux: isFlux(gitops) };
  return diffPaths(was.value, object.value).filter((one) => isRefusedChange({ ...one, ...whole }));
}

function refused(object: RenderedObject, first: PathDifference, others: number, arriving: boolean): RuleFinding {
  const { kind, environment, app } = object;
  const more = others === 0 ? '' : ` (and ${others} more field${others === 1 ? '' : 's'})`;
  const id = objectPath(environment, app, object).replace(/\.yaml$/, '');
  const { instead, byHand } = refusedChangeAdvice(object, first.field);
  const order = arriving ? 'apply it after' : `write it with \`synth --allow-replace ${id}\`, commit it, and then run`;
  const isPassing = kind === 'Job' && at(object.value, 'spec', 'ttlSecondsAfterFinished') !== undefined;
  return {
    path: first.path,
    what: `${changeText(first)}${more}, which the API server refuses in ${withArticle(kind)} that exists. The sync fails at every retry, and later waves of the app do not arrive.`,
    fix: `set it back, or ${instead}. Where it has to be this object: ${order} ${byHand}.`,
    // By the time of the sync, a Job that goes when it has finished may be gone.
    ...(isPassing ? { severity: 'warning' } : {}),
  };
}

/** What is immutable as a whole holds configuration, which is shown by nobody. */
function changeText({ field, before, after }: PathDifference): string {
  if (/^(?:data|binaryData|stringData)\b/.test(field)) return `\`${field}\` changes`;
  return `\`${field}\` changes from ${shown(before)} to ${shown(after)}`;
}

const LONGEST = 80;

function shown(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
  return `\`${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}\``;
}
