import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, TestProject } from '../../../support/project';

export interface Overrides {
  /** Where Argo CD syncs from. */
  readonly repoURL: string;
  /** Per environment: the destination's text in `environment.yaml`. Environments without one keep theirs. */
  readonly destinations: Readonly<Record<string, string>>;
}

/** This repository's project as a team would have it, with only the repository and the destinations of another place. */
export function projectFor({ repoURL, destinations }: Overrides): TestProject {
  const project = new TestProject().withOwnApps();
  replace(project, 'environments/eks.yaml', /repoURL: .*/, `repoURL: ${repoURL}`);
  for (const [environment, text] of Object.entries(destinations)) {
    replace(
      project,
      `environments/${environment}/environment.yaml`,
      / {2}(flavour: .*\n {2})?destination: .*/,
      `  destination: ${text}`,
    );
  }
  return project;
}

/** What an environment calls its cluster, if it does so by a name. */
export function destinationName(environment: string): string | undefined {
  const text = readFileSync(join(ROOT, 'environments', environment, 'environment.yaml'), 'utf8');
  return /destination: \{ name: (\S+) \}/.exec(text)?.[1];
}

/** Renders environments, or says what stopped it. */
export function render(project: TestProject, environments: readonly string[], ...flags: readonly string[]): void {
  const ran = project.run('synth', '--no-typecheck', ...environments.flatMap((name) => ['--env', name]), ...flags);
  if (ran.code !== 0) throw new Error(`synth ends with ${ran.code}: ${ran.stderr}${ran.stdout}`);
}

function replace(project: TestProject, path: string, from: RegExp, to: string): void {
  const text = project.read(path);
  if (!from.test(text)) throw new Error(`${path} does not hold ${from}`);
  project.write(path, text.replace(from, to));
}
