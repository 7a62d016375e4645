import { ALB, albAnnotation } from '../../src/knowledge/aws/alb-annotations';
import { ALB_SETTINGS, type AlbSettings } from '../../src/knowledge/aws/alb-settings';
import type { Siblings } from '../../src/knowledge/aws/annotation-values';
import { fargateProfileFor } from '../../src/knowledge/aws/fargate';
import { judgeSettings, type Refuse } from '../../src/knowledge/aws/setting-row';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import { judgeAutoMode, judgeContradictions, judgeExtraKeys } from './alb-extra-annotations';
import { judgeActions, judgeConditions, judgeLogins } from './alb-json-annotations';
import { judgeListeners, servesTls } from './alb-listeners';
import { judgeTogether } from './alb-together';
import type { ResolvedAlb } from './resolve-alb';

export interface AlbInput {
  readonly settings: AlbSettings;
  readonly resolved: ResolvedAlb;
  readonly environment: Environment;
  readonly namespace: string | undefined;
}

/** Everything that the controller or AWS would refuse of an Ingress, beyond what could not be resolved. */
export function judgeAlb({ settings, resolved, environment, namespace }: AlbInput, problems: Problems): void {
  const { typed, extra, routes, listeners } = resolved;
  const siblings: Siblings = (key) => extra.alb[key] ?? typed.texts[key] ?? CONTROLLER_DEFAULTS[key];
  const refuse: Refuse = ({ property, value, wanted, why }) =>
    problems.add(
      `${property} is ${shown(value)}, and the load balancer controller wants ${wanted}${why}.`,
      `use ${wanted}.`,
    );
  judgeSettings(ALB_SETTINGS, settings, siblings, refuse);
  judgeTogether(settings, typed, problems);
  judgeListeners(settings, problems);
  judgeExtraKeys(extra, problems);
  for (const [key, value] of Object.entries(extra.alb)) {
    const form = albAnnotation(key)?.value;
    const wanted = form?.wants(value, siblings);
    if (wanted !== undefined) refuse({ property: `annotation ${key}`, value, wanted, why: form?.why(value) ?? '' });
  }
  if (environment.platform !== 'eks') return;
  judgeContradictions(typed.texts, extra, problems);
  judgeActions(extra.alb, routes, problems);
  judgeConditions(extra.alb, routes, problems);
  judgeLogins(extra.alb, servesTls(listeners), problems);
  const profile =
    settings.targetType === 'instance' && namespace !== undefined
      ? fargateProfileFor(environment.compute.fargateProfiles, namespace, {})
      : undefined;
  // Nodes are the targets of `instance`, and Pods on Fargate have none that a load balancer can reach.
  problems.unless(
    profile === undefined,
    `targetType instance reaches no Pod of namespace ${namespace}: Fargate profile ${profile?.name} runs them all.`,
    'use targetType: ip.',
  );
  if (environment.compute.autoMode) judgeAutoMode([...Object.keys(typed.texts), ...Object.keys(extra.alb)], problems);
}

/** What an Ingress says by saying nothing; a Service cannot change it for a construct, which sees no Service. */
const CONTROLLER_DEFAULTS: Readonly<Record<string, string>> = { [ALB.backendProtocolVersion.key]: 'HTTP1' };

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
