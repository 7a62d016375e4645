import { ApiObject } from 'cdk8s';
import { ALB_PREFIX } from '../../src/knowledge/aws/alb-annotations';
import { ALB_TARGET_GROUP, type AlbTargetGroupSettings } from '../../src/knowledge/aws/alb-target-group-settings';
import type { Siblings } from '../../src/knowledge/aws/annotation-values';
import { judgeSettings } from '../../src/knowledge/aws/setting-row';
import { at, mapAt } from '../../src/model/json';
import type { Problems } from '../shared/problems';
import { writeTable } from './alb-annotations';
import { judgeTargetGroup } from './alb-together';
import type { BackendInput } from './backend';
import { judgeIdleAuth } from './judge-auth';
import { refuseInto } from './refused';

/** A Service and the annotations that the target group of its own needs. */
export interface ServiceSettings {
  readonly service: ApiObject;
  readonly annotations: Readonly<Record<string, string>>;
}

/** What is said of the target group of one backend. */
export interface OwnTargetGroup {
  /** What says it, such as `targetGroup of path "/"`. */
  readonly said: string;
  readonly backend: BackendInput;
  readonly settings: AlbTargetGroupSettings;
}

/** What is said of target groups of single Services, as their annotations; what cannot stand on a Service is a problem. */
export function serviceSettings(
  own: readonly OwnTargetGroup[],
  siblings: Siblings,
  problems: Problems,
): ServiceSettings[] {
  const found = new Map<ApiObject, Record<string, string>>();
  for (const { said, backend, settings } of own) {
    const service = serviceObjectOf(backend);
    if (service === undefined) {
      problems.add(
        `${said} is given, but its Service is not one that is made here: its annotations are written elsewhere.`,
        'give the WebService or Service itself as the backend, or write the annotations where the Service is made.',
      );
      continue;
    }
    const { texts } = judged(said, settings, siblings, problems);
    const known = { ...mapAt(service.metadata.toJson(), 'annotations'), ...found.get(service) };
    for (const [key, text] of Object.entries(texts)) {
      const full = `${ALB_PREFIX}${key}`;
      problems.unless(
        known[full] === undefined || known[full] === text,
        `${said} sets ${key} of Service ${service.name} to "${text}", which is "${String(known[full])}" already.`,
        'say it in one place.',
      );
      found.set(service, { ...found.get(service), [full]: text });
    }
  }
  return [...found].map(([service, annotations]) => ({ service, annotations }));
}

function judged(said: string, settings: AlbTargetGroupSettings, ofIngress: Siblings, problems: Problems) {
  const written = writeTable(ALB_TARGET_GROUP, settings);
  const siblings: Siblings = (key) => written.texts[key] ?? ofIngress(key);
  judgeSettings(ALB_TARGET_GROUP, settings, siblings, refuseInto(problems, `${said}: `));
  judgeIdleAuth(settings, { said: `${said}: `, type: ofIngress('auth-type') }, problems);
  const targetType = settings.targetType ?? (ofIngress('target-type') === 'instance' ? 'instance' : 'ip');
  judgeTargetGroup({ ...settings, targetType }, written, problems);
  return written;
}

/** The Service object behind a backend, where it is made here. */
function serviceObjectOf(backend: BackendInput): ApiObject | undefined {
  if (ApiObject.isApiObject(backend)) return backend;
  if (!('service' in backend)) return undefined;
  const { service } = backend;
  if (ApiObject.isApiObject(service)) return service;
  if (typeof service !== 'object' || service === null || !('service' in service)) return undefined;
  return ApiObject.isApiObject(service.service) ? service.service : undefined;
}

/** Written when nothing is wrong any more. */
export function writeServiceSettings(settings: readonly ServiceSettings[]): void {
  for (const { service, annotations } of settings)
    for (const key of Object.keys(annotations)) service.metadata.addAnnotation(key, String(at(annotations, key)));
}
