import type { Environment } from '../../../model/environment';
import type { GitOps } from '../../../model/gitops';
import type { TogetherProblem } from './rule';

/** Environments that are to have a branch or a repository of their own, and share it with another. */
export function deliveryProblems(environments: readonly Environment[]): readonly TogetherProblem[] {
  return environments.flatMap(({ name, gitops }) => {
    const delivery = gitops?.delivery;
    if (gitops === undefined || delivery === undefined || delivery === 'folders') return [];
    const [other] = environments.filter((one) => one.name !== name && shares(gitops, one.gitops));
    if (other === undefined) return [];
    if (delivery === 'repositories') {
      const message = `${gitops.repoURL} is also the repository of ${other.name}, and with \`delivery: repositories\` each environment has its own.`;
      return [
        { environment: name, path: ['gitops', 'repoURL'], message, fix: 'name the repository of this environment.' },
      ];
    }
    const message = `${gitops.branch} is also the branch of ${other.name}, and with \`delivery: branches\` each environment has its own.`;
    return [
      {
        environment: name,
        path: ['gitops', 'branch'],
        message,
        fix: `name the branch of this environment, such as env/${name}.`,
      },
    ];
  });
}

function shares({ delivery, repoURL, branch }: GitOps, other: GitOps | undefined): boolean {
  return other?.repoURL === repoURL && (delivery === 'repositories' || other.branch === branch);
}
