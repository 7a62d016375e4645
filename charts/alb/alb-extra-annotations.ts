import {
  ALB_ANNOTATION_KEYS,
  AUTO_MODE_UNSUPPORTED,
  isAlbAnnotation,
  ALB_PREFIX as PREFIX,
} from '../../src/knowledge/aws/alb-annotations';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';

/** The annotations an app gives beside the typed settings. */
export interface ExtraAnnotations {
  /** Those of the controller, without its prefix. */
  readonly alb: Readonly<Record<string, string>>;
  /** Those of others, such as a DNS controller; rendered everywhere. */
  readonly foreign: Readonly<Record<string, string>>;
}

/** Unknown keys are ignored by the controller without a word, so they are refused here. */
export function extraAnnotations(extra: Readonly<Record<string, string>>, problems: Problems): ExtraAnnotations {
  const alb: Record<string, string> = {};
  const foreign: Record<string, string> = {};
  for (const [key, value] of Object.entries(extra)) {
    if (key === 'kubernetes.io/ingress.class') {
      problems.add(
        'annotation kubernetes.io/ingress.class wins over the class, and the class’s parameters are skipped.',
        'use ingressClassName.',
      );
    } else if (key.includes('/') && !key.startsWith(PREFIX)) foreign[key] = value;
    else own(key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key, value, alb, problems);
  }
  return { alb, foreign };
}

function own(key: string, value: string, alb: Record<string, string>, problems: Problems): void {
  if (!isAlbAnnotation(key)) {
    problems.add(
      `the load balancer controller knows no annotation "${key}" and would ignore it without a word.${didYouMean(key, ALB_ANNOTATION_KEYS)}`,
      'correct or remove it.',
    );
  }
  problems.unless(
    key !== 'dry-run-plan',
    'annotation dry-run-plan is written by the controller; rendered, it never settles.',
    'remove it.',
  );
  alb[key] = value;
}

/** Both ways to say a thing would leave it to chance which one counts. */
export function contradictions(
  typed: Readonly<Record<string, string>>,
  extra: ExtraAnnotations,
  problems: Problems,
): void {
  for (const key of Object.keys(extra.alb)) {
    problems.unless(
      typed[`${PREFIX}${key}`] === undefined,
      `annotation ${key} is given, and a property writes it too.`,
      'use the property alone.',
    );
  }
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html */
export function autoModeProblems(annotations: Readonly<Record<string, string>>, problems: Problems): void {
  for (const key of Object.keys(annotations)) {
    if (!key.startsWith(PREFIX)) continue;
    const bare = key.slice(PREFIX.length);
    if (bare.startsWith('listener-attributes.')) {
      problems.add(`EKS Auto Mode does not read ${bare}.`, 'remove it: Auto Mode has no listener attributes.');
    } else if (AUTO_MODE_UNSUPPORTED.has(bare)) {
      const own = bare === 'group.name';
      const fix = own ? 'set it in the IngressClassParams of the class.' : 'remove it, or use wafAclArn for a web ACL.';
      problems.add(`EKS Auto Mode does not read ${bare}.`, fix);
    }
  }
}
