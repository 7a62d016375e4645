import type { Environment } from '../../model/environment';
import type { Problem } from '../../model/errors';
import { imageReference, type ReleasedImage } from '../../model/release';
import { entryIn, imageAfter, imageChange, imageEdits, type NewImage, releaseOfApp } from '../../model/release-edits';
import { type ApplyOptions, applyRelease, type IntendedRelease } from '../release/apply-release';
import { readBumps } from '../release/bumps';
import { environmentsNamed } from '../release/environment-named';
import { judgeImage } from '../release/judge-image';
import type { ReleaseResult } from '../release/release-result';
import { resolvedBumps } from '../release/resolved-bumps';
import { unreadImages } from '../release/unread-names';
import type { Roots } from '../survey/run-options';

export interface BumpOptions extends ApplyOptions {
  readonly environment: string;
  readonly allowOlder: boolean;
  /** Asks the registry for the digest of each tag. */
  readonly resolve: boolean;
}

/**
 * Names new images of an app in `release.yaml`, renders, and writes the file where everything passed. Registries are asked
 * before, where that is wanted; rendering never asks them.
 * @param images `NAME=IMAGE[:TAG][@DIGEST]`, each
 * @throws ToolError with all that is wrong with the images, the settings and the rendering; nothing is written then
 */
export async function bump(
  roots: Roots,
  app: string,
  images: readonly string[],
  options: BumpOptions,
): Promise<ReleaseResult> {
  const { environment: name, allowOlder, resolve, ...applying } = options;
  const read = readBumps(images);
  const environments = environmentsNamed(roots, [name]);
  const bumps = resolve ? await resolvedBumps(read) : read.bumps;
  const parts = environments.flatMap((environment) =>
    bumps.map((one) => intendedBump(environment, app, one, allowOlder)),
  );
  const intended: IntendedRelease = {
    environment: name,
    apps: [app],
    edits: parts.flatMap((part) => part.edits),
    released: parts.flatMap((part) => part.released),
    notes: parts.flatMap((part) => part.notes),
    problems: [...read.problems, ...parts.flatMap((part) => part.problems)],
  };
  const names = bumps.map((one) => one.name);
  return applyRelease(roots, intended, applying, (rehearsal) => unreadImages(rehearsal, app, names, name));
}

function intendedBump(environment: Environment, app: string, { name, image }: NewImage, allowOlder: boolean) {
  const old = entryIn(releaseOfApp(environment.release.apps, app)?.images, name);
  const after = imageAfter(image, old);
  const withDigest = () =>
    `write ${name}=${imageReference(after)}@sha256:…, with the digest that the registry has, or say --resolve.`;
  const bumped = { name, image: after, ...(old !== undefined && { old }) };
  const { problems, notes } = judgeImage(environment, app, bumped, { allowOlder, withDigest });
  // No file can hold it.
  if (after.tag === '')
    return { edits: [], released: [], notes, problems: [withoutTag(environment, app, name, after)] };
  const edits = imageEdits(app, name, old, after);
  const released = edits.length === 0 ? [] : [imageChange(app, name, old, after)];
  return { edits, released, notes, problems };
}

function withoutTag({ name: environment }: Environment, app: string, name: string, image: ReleasedImage): Problem {
  return {
    message: `"${name}" is not in apps.${app}.images of environments/${environment}/release.yaml yet, so there is no tag that could stay.`,
    fix: `name the tag too: ${name}=${image.repository}:TAG@${image.digest ?? 'sha256:…'}.`,
  };
}
