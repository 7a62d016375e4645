import * as v from 'valibot';
import { digest, imageRepository, name, tag, text } from './formats';

const about = v.description;

const image = v.strictObject({
  repository: v.pipe(imageRepository, about('Where the image is pulled from, with its registry.')),
  tag: v.pipe(tag, about('In quotes: 1.10 without them is 1.1.')),
  digest: v.exactOptional(
    v.pipe(digest, about('What the tag pointed at when somebody looked; left out where nobody did.')),
  ),
});

const images = v.pipe(v.record(name, image), about('The images of the app, by the name it uses for them.'));
const flag = v.union([v.string(), v.boolean()]);

const app = v.strictObject({
  images: v.optional(images, {}),
  flags: v.optional(v.pipe(v.record(text, flag), about('Switches that the app reads.')), {}),
});

/** `release.yaml`: what is promoted from one environment to the next. */
export const releaseSchema = v.strictObject({
  source: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(
        /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,
        'the full id of a commit, as `cdk8s-eks pin ENV --source REV` writes it',
      ),
      about('The commit whose apps/ and charts/ this environment is rendered from; left out: those that lie here.'),
    ),
  ),
  apps: v.optional(v.pipe(v.record(name, app), about('By the name of the app.')), {}),
});
