import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { wrongFolderName } from '../../grammar/folder-name';
import type { JsonObject } from '../../model/json';
import { byCodeUnit } from '../../model/order';
import { type ProjectFiles, refuseWhatIsThere, writeNewProject } from '../../write/new-project';
import { type Explained, explainedYaml } from '../init/explained-yaml';
import { projectManifest } from '../init/manifest';
import { type Pipeline, pipelineFiles } from '../init/pipelines';
import { DEFAULTS, EKS, EXAMPLES, LAPTOP, RELEASE, SAMPLE } from '../init/settings';
import { APP, GITIGNORE, PLATFORM, TEST, TSCONFIG } from '../init/texts';

export interface InitOptions {
  /** Writes; without, it only looks whether something is in the way. */
  readonly yes: boolean;
  readonly pipeline: Pipeline;
}

/**
 * Writes a project of its own: two environments, an app, a test and what runs them.
 * @param folder an absolute path
 * @returns the paths of the files
 * @throws ToolError ARGUMENTS where something is in the way
 */
export function init(folder: string, packageRoot: string, { yes, pipeline }: InitOptions): readonly string[] {
  const files = newProject(nameOf(folder), packageRoot, pipeline);
  const paths = Object.keys(files).sort(byCodeUnit);
  if (yes) writeNewProject(folder, files);
  else refuseWhatIsThere(folder);
  return paths;
}

/** Every file of a new project. */
export function newProject(name: string, packageRoot: string, pipeline: Pipeline = 'github'): ProjectFiles {
  const read = (path: string) => JSON.parse(readFileSync(join(packageRoot, path), 'utf8'));
  const schemas: readonly Explained[] = read('environments/environment.schema.json').anyOf;
  const release: Explained = read('environments/release.schema.json');
  const of = (platform: string) => schemas.find((schema) => isOf(schema, platform)) ?? {};
  const file = (kind: string, schema: Explained, settings: JsonObject, about: string, examples?: JsonObject) =>
    `${head(kind, kind === 'defaults' ? '..' : '../..', about)}${explainedYaml(schema, settings, examples)}`;
  const promoted = file(
    'release',
    release,
    RELEASE,
    'What runs here. Promotion copies entries from one environment to the next.',
  );
  return {
    'package.json': projectManifest(name, read('package.json')),
    'tsconfig.json': TSCONFIG,
    '.gitignore': GITIGNORE,
    ...pipelineFiles(pipeline, packageRoot),
    'environments/defaults.yaml': file('defaults', of('eks'), DEFAULTS, 'What all environments share.'),
    'environments/dev/environment.yaml': file('environment', of('eks'), EKS, EXPLAINED, EXAMPLES),
    'environments/dev/release.yaml': promoted,
    'environments/local/environment.yaml': file(
      'environment',
      of('kubernetes'),
      LAPTOP,
      'A cluster on a laptop, such as kind.',
    ),
    'environments/local/release.yaml': promoted,
    [`apps/${SAMPLE}.ts`]: APP,
    'apps/platform.ts': PLATFORM,
    [`test/${SAMPLE}.test.ts`]: TEST,
  };
}

const EXPLAINED = `An EKS cluster. Replace the values by those of yours; every key is here. What stands behind # without a space is
# left out: it has the value shown, where that is its default, or shows what it would look like.`;

function head(kind: string, up: string, about: string): string {
  return `# yaml-language-server: $schema=${up}/node_modules/cdk8s-eks/environments/${kind}.schema.json\n# ${about}\n\n`;
}

function isOf({ properties }: Explained, platform: string): boolean {
  return properties?.['platform']?.const === platform;
}

/** For package.json; a folder may be called anything. */
function nameOf(folder: string): string {
  const name = basename(folder).toLowerCase();
  return wrongFolderName(name) === undefined ? name : 'platform';
}
