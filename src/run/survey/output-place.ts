import type { Head } from '../../load/head';
import type { Environment } from '../../model/environment';

/** What a person has to hear where Argo CD is told another folder of the repository than the one that is written. */
export function outputPlaceNotes({ folder }: Head, environments: readonly Environment[]): readonly string[] {
  if (folder === undefined) return [];
  const prefixes = new Map<string, string[]>();
  for (const { name, gitops } of environments)
    if (gitops !== undefined && plain(gitops.pathPrefix) !== folder)
      prefixes.set(gitops.pathPrefix, [...(prefixes.get(gitops.pathPrefix) ?? []), name]);
  return [...prefixes].map(
    ([prefix, names]) =>
      `\`gitops.pathPrefix\` of ${names.join(', ')} is "${prefix}", and the output is "${folder}" in its repository: Argo CD looks into a folder that this run does not write, and syncs what lies there, or nothing. Set it to "${folder}", or write where it says.`,
  );
}

/** `./deploy/dist/` is `deploy/dist`. */
function plain(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
