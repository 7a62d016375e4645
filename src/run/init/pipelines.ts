import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectFiles } from '../../write/new-project';

/** What reviews and releases a project. The files are those of `docs/pipelines/`, where people read them too. */
const FILES = {
  github: {
    '.github/workflows/ci.yml': 'github/ci.yml',
    '.github/workflows/review.yml': 'github/review.yml',
    '.github/workflows/release.yml': 'github/release.yml',
  },
  gitlab: { '.gitlab-ci.yml': 'gitlab/gitlab-ci.yml' },
  'jenkins-ecr': { Jenkinsfile: 'jenkins/Jenkinsfile', 'ci/Jenkinsfile.image': 'jenkins/Jenkinsfile.ecr' },
  'jenkins-docker-hub': {
    Jenkinsfile: 'jenkins/Jenkinsfile',
    'ci/Jenkinsfile.image': 'jenkins/Jenkinsfile.docker-hub',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export type Pipeline = keyof typeof FILES;

export const PIPELINES: readonly Pipeline[] = ['github', 'gitlab', 'jenkins-ecr', 'jenkins-docker-hub'];

/** Its files, with what every pipeline has. */
export function pipelineFiles(pipeline: Pipeline, packageRoot: string): ProjectFiles {
  const sources = { '.gitattributes': 'gitattributes', 'ci/change.sh': 'change.sh', ...FILES[pipeline] };
  const read = (path: string) => readFileSync(join(packageRoot, 'docs', 'pipelines', path), 'utf8');
  return Object.fromEntries(Object.entries(sources).map(([path, source]) => [path, read(source)]));
}
