import type { ImageParts } from '../grammar/image-parts';
import { compareVersions } from '../grammar/version-order';
import type { AppRelease, ReleasedImage } from './release';
import { imageReference } from './release';
import type { TextEdit } from './text-edit';

/** An image that an app is to run, by the name it uses for it. */
export interface NewImage {
  readonly name: string;
  readonly image: ImageParts;
}

/** One entry of an app in `release.yaml` that is to change. */
export interface ReleaseChange {
  readonly app: string;
  readonly list: 'images' | 'flags';
  readonly name: string;
  /** Absent where the entry is new. */
  readonly before?: string;
  readonly after: string;
}

export function describeChange({ app, list, name, before, after }: ReleaseChange): string {
  const what = `${app} ${list === 'images' ? name : `flag ${name}`}`;
  return before === undefined ? `${what}: new, ${after}` : `${what}: ${before} → ${after}`;
}

/** What an image becomes: without a tag of its own the tag stays, and a digest belongs to the image it was read of. */
export function imageAfter({ repository, tag, digest }: ImageParts, old: ReleasedImage | undefined): ReleasedImage {
  return { repository, tag: tag ?? old?.tag ?? '', ...(digest !== undefined && { digest }) };
}

/** The edits that turn one entry into another, value by value; none where they are the same. */
export function imageEdits(
  app: string,
  name: string,
  old: ReleasedImage | undefined,
  image: ReleasedImage,
): readonly TextEdit[] {
  const path = ['apps', app, 'images', name];
  const { repository, tag, digest } = image;
  if (old === undefined) return [{ path, value: { repository, tag, ...(digest !== undefined && { digest }) } }];
  const keys = ['repository', 'tag', 'digest'] as const;
  return keys.filter((key) => old[key] !== image[key]).map((key) => ({ path: [...path, key], value: image[key] }));
}

export function imageChange(
  app: string,
  name: string,
  old: ReleasedImage | undefined,
  image: ReleasedImage,
): ReleaseChange {
  const after = imageReference(image);
  return { app, list: 'images', name, ...(old !== undefined && { before: imageReference(old) }), after };
}

export type Age = 'older' | 'same' | 'newer' | 'unknown';

/** How the tag of a new image compares with that of the old one. */
export function ageOf(image: ReleasedImage, old: ReleasedImage): Age {
  const order = compareVersions(image.tag, old.tag);
  if (order === undefined) return 'unknown';
  if (order === 0) return 'same';
  return order < 0 ? 'older' : 'newer';
}

/** The image or flag of an app's release that has a name, whatever the name is. */
export function entryIn<T>(entries: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined;
}

export function releaseOfApp(apps: Readonly<Record<string, AppRelease>>, app: string): AppRelease | undefined {
  return entryIn(apps, app);
}
