import { ownOf } from '../../src/grammar/own';
import { ALB, albAnnotation } from '../../src/knowledge/aws/alb-annotations';
import { ALB_SETTINGS, type AlbSettings } from '../../src/knowledge/aws/alb-settings';
import type { Siblings } from '../../src/knowledge/aws/annotation-values';
import { fargateProfileFor } from '../../src/knowledge/aws/fargate';
import { judgeSettings } from '../../src/knowledge/aws/setting-row';
import type { EksEnvironment, Environment } from '../../src/model/environment';
import { judgeSubnets } from '../shared/judge-subnets';
import type { Problems } from '../shared/problems';
import { judgeScheme } from '../shared/public-scheme';
import { judgeAutoMode, judgeContradictions, judgeExtraKeys } from './alb-extra-annotations';
import { judgeActions, judgeConditions, judgeLogins, judgeRegexPaths, judgeValues } from './alb-json-annotations';
import { judgeListeners, servesTls } from './alb-listeners';
import type { AlbPath } from './alb-paths';
import { judgeTogether } from './alb-together';
import { decides, judgeIdleAuth } from './judge-auth';
import { judgeMutualTls } from './judge-mutual-tls';
import { refuseInto } from './refused';
import type { ResolvedAlb } from './resolve-alb';
import { type OwnTargetGroup, type ServiceSettings, serviceSettings } from './service-settings';

export interface AlbInput {
  readonly settings: AlbSettings;
  readonly resolved: ResolvedAlb;
  readonly environment: Environment;
  readonly namespace: string | undefined;
}

/**
 * Everything that the controller or AWS would refuse of an Ingress, beyond what could not be resolved.
 * @returns what is to be written to Services
 */
export function judgeAlb(
  { settings, resolved, environment, namespace }: AlbInput,
  problems: Problems,
): readonly ServiceSettings[] {
  const { typed, extra, routes, listeners } = resolved;
  const siblings: Siblings = (key) =>
    ownOf(extra.alb, key) ?? ownOf(typed.texts, key) ?? ownOf(CONTROLLER_DEFAULTS, key);
  judgeSettings(ALB_SETTINGS, settings, siblings, refuseInto(problems));
  judgeTogether(settings, typed, problems);
  if (!routes.targetGroups.some(({ targetGroup }) => decides(targetGroup?.auth)))
    judgeIdleAuth(settings, { type: siblings(ALB.authType.key) }, problems);
  judgeScheme('scheme', settings.scheme, environment, problems);
  judgeScheme('frontendNlb.scheme', settings.frontendNlb?.scheme, environment, problems);
  judgeSubnets(settings.subnets, environment, problems);
  judgeSubnets(settings.frontendNlb?.subnets, environment, problems);
  judgeListeners(settings, problems);
  judgeExtraKeys(extra, problems);
  judgeRaw(extra.alb, siblings, problems);
  const ofServices = serviceSettings(ownTargetGroups(routes.targetGroups), siblings, problems);
  if (environment.platform !== 'eks') return [];
  judgeContradictions({ ...typed.texts, ...routes.texts }, extra, problems);
  judgeActions(extra.alb, routes, problems);
  judgeConditions({ ...routes.texts, ...extra.alb }, routes, problems);
  judgeRegexPaths(settings.useRegexPathMatch, routes, problems);
  judgeValues(siblings(ALB.useRegexPathMatch.key) === 'true', routes, problems);
  judgeLogins({ ...typed.texts, ...extra.alb }, servesTls(listeners), problems);
  judgeMutualTls(settings, { ...typed.texts, ...extra.alb }, environment, problems);
  judgeFargate(settings, environment, namespace, problems);
  if (environment.compute.autoMode)
    judgeAutoMode(Object.keys({ ...typed.texts, ...routes.texts, ...extra.alb }), problems);
  return ofServices;
}

function ownTargetGroups(paths: readonly AlbPath[]): readonly OwnTargetGroup[] {
  return paths.flatMap(({ path = '/', backend, targetGroup: settings }) =>
    backend === undefined || settings === undefined
      ? []
      : [{ said: `targetGroup of path "${path}"`, backend, settings }],
  );
}

function judgeRaw(alb: Readonly<Record<string, string>>, siblings: Siblings, problems: Problems): void {
  const refuse = refuseInto(problems);
  for (const [key, value] of Object.entries(alb)) {
    const form = albAnnotation(key)?.value;
    const wanted = form?.wants(value, siblings);
    if (wanted !== undefined) refuse({ property: `annotation ${key}`, value, wanted, why: form?.why(value) ?? '' });
    for (const field of form?.ignored?.(value) ?? []) {
      const [name = '', ...hint] = field.split(' ');
      problems.add(
        `annotation ${key} has the field ${name}, which the load balancer controller does not know and passes over without a word.${hint.length === 0 ? '' : ` ${hint.join(' ')}`}`,
        'correct or remove it.',
      );
    }
  }
}

/** Nodes are the targets of `instance`, and Pods on Fargate have none that a load balancer can reach. */
function judgeFargate(
  { targetType }: AlbSettings,
  environment: EksEnvironment,
  namespace: string | undefined,
  problems: Problems,
): void {
  if (targetType !== 'instance' || namespace === undefined) return;
  const profile = fargateProfileFor(environment.compute.fargateProfiles, namespace, {});
  problems.unless(
    profile === undefined,
    `targetType instance reaches no Pod of namespace ${namespace}: Fargate profile ${profile?.name} runs them all.`,
    'use targetType: ip.',
  );
}

/** What an Ingress says by saying nothing; a Service cannot change it for a construct, which sees no Service. */
const CONTROLLER_DEFAULTS: Readonly<Record<string, string>> = { [ALB.backendProtocolVersion.key]: 'HTTP1' };
