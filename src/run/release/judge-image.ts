import type { Environment } from '../../model/environment';
import type { Problem } from '../../model/errors';
import { imageReference, type ReleasedImage, wantsDigests } from '../../model/release';
import { ageOf } from '../../model/release-edits';

/** What one image becomes in an environment. */
export interface Bumped {
  readonly name: string;
  /** Absent where the name is new. */
  readonly old?: ReleasedImage;
  readonly image: ReleasedImage;
}

export interface JudgeOptions {
  readonly allowOlder: boolean;
  /** What to do about an image without the digest that the policy wants. */
  readonly withDigest: (name: string, image: ReleasedImage) => string;
}

export interface Judged {
  readonly problems: readonly Problem[];
  /** What a person has to know although nothing is wrong. */
  readonly notes: readonly string[];
}

/** Holds an image against the one that is released: no older version, and a digest where the policy wants one. */
export function judgeImage(environment: Environment, app: string, bumped: Bumped, options: JudgeOptions): Judged {
  const { name, old, image } = bumped;
  const problems: Problem[] = [];
  if (wantsDigests(environment) && image.digest === undefined) {
    const why = 'everyone who can push the tag could change production without a commit.';
    const message = `${app} ${name}: ${environment.name} is of tier production, and ${imageReference(image)} names no digest: ${why}`;
    problems.push({ message, fix: options.withDigest(name, image) });
  }
  const aged = old === undefined ? NOTHING : judgeAge(`${app} ${name}`, old, image, environment, options);
  return { problems: [...problems, ...aged.problems], notes: aged.notes };
}

const NOTHING: Judged = { problems: [], notes: [] };
const noting = (note: string): Judged => ({ problems: [], notes: [note] });

function judgeAge(
  what: string,
  old: ReleasedImage,
  image: ReleasedImage,
  { name: environment }: Environment,
  { allowOlder }: JudgeOptions,
): Judged {
  const [from, to] = [old.tag, image.tag];
  if (old.repository !== image.repository)
    return noting(
      `${what}: ${old.repository} becomes ${image.repository}; versions of two repositories are not compared.`,
    );
  const age = ageOf(image, old);
  if (age === 'unknown') return noting(`${what}: nobody can tell from the tags whether ${to} is newer than ${from}.`);
  if (age !== 'older') return NOTHING;
  if (allowOlder) return noting(`${what}: ${to} is older than ${from}, as --allow-older says.`);
  const message = `${what}: ${to} is older than ${from}, which ${environment} runs: a job that came late would take back a newer release.`;
  const fix = 'name a newer version, or say --allow-older where going back is what you want.';
  return { problems: [{ message, fix }], notes: [] };
}
