import type { Environment } from '../../model/environment';
import type { Problem } from '../../model/errors';
import type { AppRelease, ReleasedImage } from '../../model/release';
import { imageReference } from '../../model/release';
import { entryIn, imageChange, imageEdits, type ReleaseChange, releaseOfApp } from '../../model/release-edits';
import { didYouMean } from '../../model/suggest';
import type { TextEdit } from '../../model/text-edit';
import { judgeImage } from './judge-image';

/** What moves of one app, and what does not. */
export interface Promoted {
  readonly edits: readonly TextEdit[];
  readonly released: readonly ReleaseChange[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

interface Between {
  readonly from: Environment;
  readonly to: Environment;
  readonly allowOlder: boolean;
}

/** The entries of an app in one environment's release that another has otherwise; what only that other has stays. */
export function promotedEntries(app: string, between: Between): Promoted {
  const { from, to } = between;
  const source = releaseOfApp(from.release.apps, app);
  if (source === undefined) return { ...NOTHING, problems: [unreleased(app, from)] };
  const target = releaseOfApp(to.release.apps, app);
  const parts = [
    ...Object.entries(source.images).map(([name, image]) => promotedImage(app, name, image, target, between)),
    ...Object.entries(source.flags).map(([name, value]) => promotedFlag(app, name, value, target)),
    ...leftBehind(app, source, target, to),
  ];
  return {
    edits: parts.flatMap((part) => part.edits),
    released: parts.flatMap((part) => part.released),
    problems: parts.flatMap((part) => part.problems),
    notes: parts.flatMap((part) => part.notes),
  };
}

const NOTHING: Promoted = { edits: [], released: [], problems: [], notes: [] };

function unreleased(app: string, { name, release }: Environment): Problem {
  const known = Object.keys(release.apps);
  return {
    message: `environments/${name}/release.yaml releases nothing of ${app}, so there is nothing to promote.${didYouMean(app, known)}`,
    fix: known.length === 0 ? 'name an environment that releases apps.' : `name one of its apps: ${known.join(', ')}.`,
  };
}

function promotedImage(
  app: string,
  name: string,
  image: ReleasedImage,
  target: AppRelease | undefined,
  { from, to, allowOlder }: Between,
): Promoted {
  const old = entryIn(target?.images, name);
  const edits = imageEdits(app, name, old, image);
  if (edits.length === 0) return NOTHING;
  const withDigest = () =>
    `release it in ${from.name} with its digest first: cdk8s-eks bump ${app} ${name}=${imageReference(image)}@sha256:… --env ${from.name}.`;
  const judged = judgeImage(to, app, { name, image, ...(old !== undefined && { old }) }, { allowOlder, withDigest });
  return { edits, released: [imageChange(app, name, old, image)], ...judged };
}

function promotedFlag(app: string, name: string, value: string | boolean, target: AppRelease | undefined): Promoted {
  const old = entryIn(target?.flags, name);
  if (old === value) return NOTHING;
  const before = old === undefined ? {} : { before: JSON.stringify(old) };
  const change: ReleaseChange = { app, list: 'flags', name, ...before, after: JSON.stringify(value) };
  return { ...NOTHING, edits: [{ path: ['apps', app, 'flags', name], value }], released: [change] };
}

function leftBehind(
  app: string,
  source: AppRelease,
  target: AppRelease | undefined,
  to: Environment,
): readonly Promoted[] {
  const only = (list: 'images' | 'flags') =>
    Object.keys(target?.[list] ?? {}).filter((name) => !Object.hasOwn(source[list], name));
  const names = [...only('images').map((name) => `image ${name}`), ...only('flags').map((name) => `flag ${name}`)];
  return names.map((name) => ({ ...NOTHING, notes: [`${app} ${name}: only ${to.name} has it, and it stays there.`] }));
}
