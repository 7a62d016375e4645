import { homedir } from 'node:os';
import { inBatches } from '../../live/batches';
import { type RegistryAccess, resolveDigest } from '../../live/registry/resolve-digest';
import { type Problem, ToolError } from '../../model/errors';
import type { NewImage } from '../../model/release-edits';

/** Registries allow few requests at once; a change has few images. */
const AT_ONCE = 4;

interface ReadBumps {
  readonly bumps: readonly NewImage[];
  /** What is wrong with the others. */
  readonly problems: readonly Problem[];
}

/**
 * The same images, each with the digest that its registry has for its tag.
 * @throws ToolError with all images that have none, and what was wrong before: ARGUMENTS, or LIVE where the registries alone are the reason
 */
export async function resolvedBumps(
  { bumps, problems }: ReadBumps,
  access: RegistryAccess = { docker: { env: process.env, home: homedir() } },
): Promise<readonly NewImage[]> {
  const resolved = await inBatches(bumps, AT_ONCE, (bump) => resolvedBump(bump, access));
  const all = [...problems, ...resolved.flatMap((one) => ('message' in one ? [one] : []))];
  if (all.length === 0) return resolved.flatMap((one) => ('message' in one ? [] : [one]));
  throw new ToolError(all.every(({ code }) => code === 'LIVE') ? 'LIVE' : 'ARGUMENTS', all);
}

async function resolvedBump(bump: NewImage, access: RegistryAccess): Promise<NewImage | Problem> {
  const { repository, tag, digest } = bump.image;
  if (tag === undefined)
    return {
      message: `"${bump.name}" names no tag, so there is nothing that --resolve could ask ${repository} for.`,
      fix: `name the tag too, ${bump.name}=${repository}:TAG, or leave --resolve out.`,
    };
  const found = await resolveDigest({ repository, tag }, access);
  if ('problem' in found) return found.problem;
  if (digest === undefined || digest === found.digest)
    return { ...bump, image: { ...bump.image, digest: found.digest } };
  return {
    message: `"${bump.name}" names ${digest}, and the registry has ${found.digest} for ${repository}:${tag} now: the tag was moved.`,
    fix: 'leave the digest out to take what the tag is now, or leave --resolve out to release the digest that you name.',
  };
}
