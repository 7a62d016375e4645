import { repositoryOf } from '../../grammar/repository-address';
import { type CheckedOut, readCheckedOut } from '../../load/checked-out';
import type { Head } from '../../load/head';
import { deliveryTool } from '../../model/consumer';
import type { Environment } from '../../model/environment';
import type { GitOps } from '../../model/gitops';

/** What a person has to hear where Argo CD is told another folder of the repository than the one that is written. */
export function outputPlaceNotes(
  { folder, cwd, refusal }: Head,
  environments: readonly Environment[],
): readonly string[] {
  if (folder === undefined) return refusal === undefined ? outsideNotes(environments) : [];
  return [...prefixNotes(folder, environments), ...deliveryNotes(cwd, environments)];
}

function prefixNotes(folder: string, environments: readonly Environment[]): readonly string[] {
  const prefixes = new Map<string, string[]>();
  for (const { name, gitops } of environments)
    if (gitops !== undefined && plain(gitops.pathPrefix) !== folder)
      prefixes.set(gitops.pathPrefix, [...(prefixes.get(gitops.pathPrefix) ?? []), name]);
  return [...prefixes].map(
    ([prefix, names]) =>
      `\`gitops.pathPrefix\` of ${names.join(', ')} is "${prefix}", and the output is "${folder}" in its repository: Argo CD looks into a folder that this run does not write, and syncs what lies there, or nothing. Set it to "${folder}", or write where it says.`,
  );
}

/** There is no repository around the output, and so nothing that somebody could commit and push. */
function outsideNotes(environments: readonly Environment[]): readonly string[] {
  return environments.filter(isApart).flatMap(({ name, gitops }) => {
    if (gitops === undefined) return [];
    const { branch, repoURL } = gitops;
    return [
      `${name} is synced from the branch ${branch} of ${repoURL}, and the output does not lie in a clone: nobody can commit it from there, and the deletion brake has nothing to compare it with. Write it into a clone or worktree of that branch: synth --env ${name} --out <clone>/<folder>.`,
    ];
  });
}

/** Whether the environment has a branch or a repository of its own. */
function isApart({ gitops }: Environment): boolean {
  return gitops?.delivery !== undefined && gitops.delivery !== 'folders';
}

/** What is written lies on the branch, and in the repository, that is checked out there. */
function deliveryNotes(cwd: string, environments: readonly Environment[]): readonly string[] {
  const apart = environments.filter(isApart);
  if (apart.length === 0) return [];
  const checkedOut = readCheckedOut(cwd);
  return apart.flatMap(({ name, gitops }) => (gitops === undefined ? [] : noteOf(name, gitops, checkedOut)));
}

function noteOf(name: string, gitops: GitOps, checkedOut: CheckedOut): readonly string[] {
  const { branch, repoURL } = gitops;
  const { remotes } = checkedOut;
  if (remotes.length > 0 && !remotes.some((one) => repositoryOf(one) === repositoryOf(repoURL)))
    return [
      `${name} is synced from ${repoURL}, and the output lies in a clone of another repository (${remotes.join(', ')}). Write it into a clone of that one: synth --env ${name} --out <clone>/<folder>.`,
    ];
  if (checkedOut.branch === undefined || checkedOut.branch === branch) return [];
  return [
    `${name} is synced from the branch ${branch}, and the output lies on ${checkedOut.branch}: ${deliveryTool({ gitops })} sees none of it before it is merged there. Write it into a worktree of ${branch}: synth --env ${name} --out <worktree>/<folder>.`,
  ];
}

/** `./deploy/dist/` is `deploy/dist`. */
function plain(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
