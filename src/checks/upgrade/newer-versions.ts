import type { RenderedObject } from '../../model/rendered-object';
import type { SchemaStore } from '../../model/schema';
import { minorOf, type UpgradePath } from '../../model/upgrade/path';
import type { UpgradeEntry } from '../../model/upgrade/report';
import { firstStep, type UpgradeInput, whereOf } from './upgrade-check';

const PREVIEW = /v\d+(?:alpha|beta)\d+$/;
const SEE = 'https://kubernetes.io/docs/reference/using-api/deprecation-policy/';

/** Previews of APIs whose stable version is served from this step on: a later version drops them, maybe one on the way. */
export function newerVersions({ objects, schemas, step, path }: UpgradeInput): readonly UpgradeEntry[] {
  return objects.flatMap((object): readonly UpgradeEntry[] => {
    const stable = PREVIEW.test(object.version) ? stableOf(object, schemas) : undefined;
    if (stable === undefined || !isToldAt(stable.since, step, path)) return [];
    const last = schemas.servedIn[`${object.apiVersion}/${object.kind}`]?.at(-1) ?? step;
    // Where the step does not serve it any more, its removal is told.
    if (minorOf(last) < minorOf(step)) return [];
    const { after, until } = lastChance(last, path);
    return [
      {
        section: 'apis',
        step,
        severity: 'changes',
        ...whereOf(object, ['apiVersion']),
        message: `it uses ${object.apiVersion}, a preview of ${stable.apiVersion}, which is served since ${stable.since}: ${after}.`,
        fix: `use apiVersion ${stable.apiVersion} once every environment runs ${stable.since}${until}.`,
        see: SEE,
      },
    ];
  });
}

/** Whether the way leads beyond the last version that serves it. */
function lastChance(last: string, { to }: UpgradePath) {
  if (minorOf(last) >= minorOf(to)) return { after: 'Kubernetes drops previews some versions after that', until: '' };
  const gone = `1.${minorOf(last) + 1}`;
  return { after: `${gone} does not serve the preview any more`, until: `, and before ${gone}` };
}

function isToldAt(since: string, step: string, path: UpgradePath): boolean {
  return since === step || (step === firstStep(path) && minorOf(since) < minorOf(step));
}

/** The stable version of the same kind, and the first version of Kubernetes that serves it. */
function stableOf({ group, kind }: RenderedObject, { servedIn }: SchemaStore) {
  for (const [key, versions] of Object.entries(servedIn)) {
    const [ofGroup = '', version = '', ofKind] = key.split('/');
    const [since] = versions;
    if (ofGroup !== group || ofKind !== kind || !/^v\d+$/.test(version) || since === undefined) continue;
    return { apiVersion: `${group}/${version}`, since };
  }
  return undefined;
}
