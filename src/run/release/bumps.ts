import { wrongFolderName } from '../../grammar/folder-name';
import { type ImageParts, imageParts } from '../../grammar/image-parts';
import { RESERVED } from '../../load/settings/shape';
import type { Problem } from '../../model/errors';
import type { NewImage } from '../../model/release-edits';

const FORM = 'write NAME=IMAGE:TAG@sha256:…, such as web=ghcr.io/example/web:1.4.0@sha256:….';

/** Reads `NAME=IMAGE[:TAG][@DIGEST]`, each; all that is wrong is told. */
export function readBumps(texts: readonly string[]): {
  readonly bumps: readonly NewImage[];
  readonly problems: readonly Problem[];
} {
  const bumps: NewImage[] = [];
  const problems: Problem[] = [];
  for (const text of texts) {
    const read = readBump(text);
    if ('message' in read) problems.push(read);
    else if (bumps.some(({ name }) => name === read.name))
      problems.push({ message: `the image "${read.name}" is named twice.`, fix: 'name it once.' });
    else bumps.push(read);
  }
  return { bumps, problems };
}

function readBump(text: string): NewImage | Problem {
  const equals = text.indexOf('=');
  if (equals < 1) return { message: `"${text}" does not say which image it is about.`, fix: FORM };
  const name = text.slice(0, equals);
  const wrong = RESERVED.has(name) ? 'it has a meaning of its own in JavaScript' : wrongFolderName(name);
  if (wrong !== undefined)
    return {
      message: `"${name}" is not a name that an image can have in release.yaml: ${wrong}.`,
      fix: 'use the name by which the app reads it.',
    };
  const image: ImageParts | { readonly wrong: string } = imageParts(text.slice(equals + 1));
  if ('wrong' in image)
    return { message: `"${text}" is not an image that can be released: ${image.wrong}.`, fix: FORM };
  if (image.tag === undefined && image.digest === undefined)
    return { message: `"${text}" has neither a tag nor a digest: it says nothing that could be released.`, fix: FORM };
  return { name, image };
}
