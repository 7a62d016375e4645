import { dottedVersion, isOlder } from '../../grammar/dotted-version';
import { CONTROLLER_MINIMUMS, type ControllerMinimum, type MinimumId } from '../../knowledge/aws/controller-minimums';
import { CONTROLLERS } from '../../knowledge/aws/controllers';
import { defined } from '../../model/defined';
import { at, type FieldPath, listAt, textAt } from '../../model/json';
import { containersOf, podTemplatesOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import { minorOf } from '../../model/upgrade/path';
import { neededBy } from '../reads/controller-needs';
import { firstStep, settingsOf, type Told, type UpgradeCheck, type UpgradeInput, whereOf } from './upgrade-check';

/** Controllers that are older than their makers ask for. */
export const controllerVersions: UpgradeCheck = {
  section: 'addOns',
  judge: (input) =>
    (Object.keys(CONTROLLER_MINIMUMS) as readonly MinimumId[]).flatMap((id) => {
      const row = CONTROLLER_MINIMUMS[id];
      const found = input.objects.flatMap((object) => versionsOf(row, object));
      if (found.length > 0) return found.flatMap((one) => judgeVersion(row, one, input));
      return id === 'karpenter' && hasKarpenter(input) ? [unknownVersion(row, input)] : [];
    }),
};

interface VersionAt {
  readonly object: RenderedObject;
  readonly path: FieldPath;
  readonly version: string | undefined;
}

/** By the tag of its image, and by the version of its chart. */
function versionsOf({ image, charts }: ControllerMinimum, object: RenderedObject): readonly VersionAt[] {
  if (object.group === 'argoproj.io' && object.kind === 'Application') {
    const places: readonly FieldPath[] = [
      ['spec', 'source'],
      ...listAt(object.value, 'spec', 'sources').map((_, index) => ['spec', 'sources', index]),
    ];
    return places
      .filter((path) =>
        charts.includes(
          textAt(object.value, ...path, 'chart')
            ?.split('/')
            .at(-1) ?? '',
        ),
      )
      .map((path) => ({
        object,
        path: [...path, 'targetRevision'],
        version: textAt(object.value, ...path, 'targetRevision'),
      }));
  }
  return podTemplatesOf(object).flatMap((template) =>
    containersOf(template).flatMap(({ container, path }) => {
      const name = textAt(container, 'image') ?? '';
      return image.test(name)
        ? [{ object, path: [...path, 'image'], version: /:([^:/@]+)(?:@|$)/.exec(name)?.[1] }]
        : [];
    }),
  );
}

function judgeVersion(
  row: ControllerMinimum,
  { object, path, version }: VersionAt,
  input: UpgradeInput,
): readonly Told[] {
  const { steps, to } = input.path;
  const numbers = version === undefined ? undefined : dottedVersion(version);
  const place = { ...whereOf(object, path), see: row.see };
  if (numbers === undefined)
    return [
      {
        ...place,
        step: firstStep(input.path),
        severity: 'unknown',
        message: `${row.title} runs in version ${JSON.stringify(version ?? '')}, which is not a number: whether it works with ${to} is not known.`,
        fix: `pin a version, ${minimumOf(row, to)} or later.`,
      },
    ];
  const short = steps.find((step) => isOlder(numbers, dottedVersion(minimumOf(row, step)) ?? []));
  if (short === undefined) return [];
  const further = short === to ? '' : `, and ${to} takes ${minimumOf(row, to)}`;
  return [
    {
      ...place,
      step: short,
      severity: row.severity,
      message: `${row.title} ${version} is older than ${minimumOf(row, short)}, the first that goes with Kubernetes ${short}${further}: ${row.symptom}.`,
      fix: row.fix(minimumOf(row, to)),
    },
  ];
}

/** Of the newest row that is not newer than the version. */
function minimumOf({ minimums }: ControllerMinimum, version: string): string {
  const rows = Object.keys(minimums).filter((one) => minorOf(one) <= minorOf(version));
  const newest = rows.reduce((best, one) => (minorOf(one) > minorOf(best) ? one : best), rows[0] ?? '');
  return minimums[newest] ?? '0';
}

/** By the settings, or by what only Karpenter reads; EKS keeps that of Auto Mode up to date. */
function hasKarpenter({ environment, objects }: UpgradeInput): boolean {
  const { compute, facts } = environment;
  if (compute.karpenter) return true;
  if (facts?.cluster.autoMode ?? compute.autoMode) return false;
  return objects.some((object) => neededBy(CONTROLLERS.karpenter.needs, object));
}

function unknownVersion(row: ControllerMinimum, { environment, path }: UpgradeInput): Told {
  const needs = path.steps.map((step) => `${minimumOf(row, step)} for ${step}`).join(', ');
  return {
    step: firstStep(path),
    severity: 'unknown',
    subject: row.title,
    message: `which version runs is not known: no app here renders it. The least is ${needs}.`,
    fix: `see it by \`${row.ask}\`, and move it to ${minimumOf(row, path.to)} or later before the control plane.`,
    see: row.see,
    ...defined({
      where:
        at(environment.compute, 'karpenter') === true ? `${settingsOf(environment)} › compute.karpenter` : undefined,
    }),
  };
}
