import { ALB_KEYS, albAnnotation, ALB_PREFIX as PREFIX, wrongEnd } from '../../src/knowledge/aws/alb-annotations';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';

/** The annotations an app gives beside the typed settings. */
export interface ExtraAnnotations {
  /** Those of the controller, without its prefix. */
  readonly alb: Readonly<Record<string, string>>;
  /** Those of others, such as a DNS controller; rendered everywhere. */
  readonly foreign: Readonly<Record<string, string>>;
}

/** A key without a prefix of its own is one of the controller's. */
export function splitAnnotations(extra: Readonly<Record<string, string>>): ExtraAnnotations {
  const alb: Record<string, string> = {};
  const foreign: Record<string, string> = {};
  for (const [key, value] of Object.entries(extra)) {
    if (key.startsWith(PREFIX)) alb[key.slice(PREFIX.length)] = value;
    else if (key.includes('/')) foreign[key] = value;
    else alb[key] = value;
  }
  return { alb, foreign };
}

/** Unknown keys are ignored by the controller without a word, so they are refused here. */
export function judgeExtraKeys({ alb, foreign }: ExtraAnnotations, problems: Problems): void {
  problems.unless(
    foreign['kubernetes.io/ingress.class'] === undefined,
    'annotation kubernetes.io/ingress.class wins over the class, and the class’s parameters are skipped.',
    'use ingressClassName.',
  );
  problems.unless(
    alb['dry-run-plan'] === undefined,
    'annotation dry-run-plan is written by the controller; rendered, it never settles.',
    'remove it.',
  );
  for (const key of Object.keys(alb)) {
    const row = albAnnotation(key);
    const end = row === undefined ? undefined : wrongEnd(key, row);
    if (end !== undefined) problems.add(`the key of annotation "${key}" does not end in ${end}.`, 'correct the key.');
    if (row !== undefined) continue;
    problems.add(
      `the load balancer controller knows no annotation "${key}" and would ignore it without a word.${didYouMean(key, ALB_KEYS)}`,
      'correct or remove it.',
    );
  }
}

/** Both ways to say a thing would leave it to chance which one counts. */
export function judgeContradictions(
  typed: Readonly<Record<string, string>>,
  { alb }: ExtraAnnotations,
  problems: Problems,
): void {
  for (const key of Object.keys(alb)) {
    problems.unless(
      !Object.hasOwn(typed, key),
      `annotation ${key} is given, and a property writes it too.`,
      'use the property alone.',
    );
  }
}

/**
 * @param keys of the annotations to be rendered, without prefix
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html
 */
export function judgeAutoMode(keys: readonly string[], problems: Problems): void {
  for (const key of keys) {
    if (albAnnotation(key)?.autoMode !== false) continue;
    problems.add(`EKS Auto Mode does not read ${key}.`, autoModeFix(key));
  }
}

function autoModeFix(key: string): string {
  if (key === 'group.name') return 'set it in the IngressClassParams of the class.';
  if (key.startsWith('listener-attributes.')) return 'remove it: Auto Mode has no listener attributes.';
  return 'remove it, or use wafAclArn for a web ACL.';
}
