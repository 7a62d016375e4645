import { wrongLabelKey, wrongLabelValue } from '../../../grammar/label';
import { FARGATE_LIMITS } from '../../../knowledge/aws/fargate';
import { type FieldPath, listAt, mapAt, textAt } from '../../../model/json';
import type { ObjectRule, Tell } from '../../engine/rule';

const AFTER = 'EKS refuses the profile when ACK asks for it, and its Pods run on nodes or stay Pending.';

export const validFargateProfile: ObjectRule = {
  id: 'eks/valid-fargate-profile',
  severity: 'error',
  summary: 'The selectors of a Fargate profile are as many and such as EKS takes.',
  why: 'The API server takes a FargateProfile that EKS then refuses: the sync is green, and there is no profile. Nothing says so but a condition of the object.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html',
  ],
  kinds: ['eks.services.k8s.aws/FargateProfile'],
  check(object, { index }, tell) {
    const profiles = index.ofKind('eks.services.k8s.aws', 'FargateProfile');
    if (profiles.indexOf(object) >= FARGATE_LIMITS.profiles)
      tell({
        path: [],
        found: String(profiles.length),
        severity: 'warning',
        what: `it is one of ${profiles.length} profiles. Unless AWS raised the quota of the account, a cluster has ${FARGATE_LIMITS.profiles}, and EKS refuses the rest.`,
        fix: 'put selectors together, five in a profile, or ask AWS for more.',
      });
    const path = ['spec', 'selectors'];
    const selectors = listAt(object.value, ...path);
    if (selectors.length === 0)
      tell({ path, what: `it has no selector. ${AFTER}`, fix: 'give at least one, with a namespace.' });
    if (selectors.length > FARGATE_LIMITS.selectors)
      tell({
        path,
        found: String(selectors.length),
        wanted: `at most ${FARGATE_LIMITS.selectors}`,
        what: `it has ${selectors.length} selectors, and a profile holds ${FARGATE_LIMITS.selectors}. ${AFTER}`,
        fix: 'make a second profile, or use `*` in the namespace.',
      });
    for (const [index, selector] of selectors.entries()) {
      const at = [...path, index];
      judgeNamespace(textAt(selector, 'namespace'), [...at, 'namespace'], tell);
      judgeLabels(mapAt(selector, 'labels'), [...at, 'labels'], tell);
    }
  },
};

function judgeNamespace(namespace: string | undefined, path: FieldPath, tell: Tell): void {
  if (namespace !== undefined && /^[a-z0-9*?-]+$/.test(namespace)) return;
  const what = namespace === undefined ? 'a selector has no namespace' : `no namespace matches "${namespace}"`;
  tell({
    path,
    ...(namespace === undefined ? {} : { found: namespace }),
    what: `${what}. ${AFTER}`,
    fix: 'name a namespace, with `*` for any characters and `?` for one.',
  });
}

function judgeLabels(labels: Readonly<Record<string, unknown>>, path: FieldPath, tell: Tell): void {
  const count = Object.keys(labels).length;
  if (count > FARGATE_LIMITS.labels)
    tell({
      path,
      found: String(count),
      severity: 'warning',
      what: `a selector has ${count} labels. Unless AWS raised the quota of the account, EKS takes ${FARGATE_LIMITS.labels} and refuses the profile.`,
      fix: 'leave out labels that others imply, or ask AWS for more.',
    });
  for (const [key, value] of Object.entries(labels)) {
    const wrong = wrongLabelKey(plain(key)) ?? wrongLabelValue(plain(String(value)));
    if (wrong === undefined) continue;
    tell({
      path: [...path, key],
      found: `${key}: ${String(value)}`,
      what: `no Pod can have the label "${key}: ${String(value)}", so the selector never matches: ${wrong}.`,
      fix: 'correct the label.',
    });
  }
}

/** Wildcards stand for characters that a label may have. */
function plain(pattern: string): string {
  return pattern.replaceAll(/[*?]/g, 'x');
}
