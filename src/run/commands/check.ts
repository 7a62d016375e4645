import { join, resolve } from 'node:path';
import { isNamespaced } from '../../knowledge/kubernetes/kinds';
import { isOfOperator } from '../../knowledge/kubernetes/operator-makes';
import type { Committed } from '../../load/committed';
import { loadEnvironments } from '../../load/settings/environments';
import type { Environment } from '../../model/environment';
import { ToolError } from '../../model/errors';
import type { Verdict } from '../../model/finding';
import { identityKey } from '../../model/identity';
import { mapAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { SchemaStore } from '../../model/schema';
import { asVersion } from '../survey/as-version';
import { requireKnown } from '../survey/known-options';
import { selectEnvironments } from '../survey/project';
import { NO_REFEREES, type Roots, type Selection } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';
import {
  type CheckManifestsOptions,
  type CheckProjectOptions,
  MANIFESTS_OPTIONS,
  PROJECT_OPTIONS,
  ROOTS,
} from './check-options';

/** All rules, and the outside judges, on what the apps render. */
export async function checkProject(roots: Roots, options: CheckProjectOptions): Promise<readonly Verdict[]> {
  requireKnown('checkProject', roots, ROOTS);
  requireKnown('checkProject', options, PROJECT_OPTIONS);
  const { results, end, pins } = await surveyProject(roots, options, {
    referees: options.referees ?? NO_REFEREES,
    calls: options.onCalls !== undefined,
  });
  await end();
  options.onPins?.(pins);
  for (const { environment, calls } of results) options.onCalls?.(environment, calls);
  for (const { environment, skipped, verdicts } of results)
    if (skipped.length > 0 && verdicts.every(({ objects }) => objects === 0)) options.onNothing?.(environment, skipped);
  return results.flatMap((result) => result.verdicts);
}

/**
 * All rules on any folder of YAML, as if it were what one environment gets.
 * The folder has no owners, so what a team may render is not judged.
 * @throws ToolError ARGUMENTS unless exactly one environment is named; MANIFESTS where nothing at all can be read; OUTPUT
 * where the committed output cannot
 */
export async function checkManifests(
  roots: Roots,
  folder: string,
  options: CheckManifestsOptions,
): Promise<readonly Verdict[]> {
  requireKnown('checkManifests', roots, ROOTS);
  requireKnown('checkManifests', options, MANIFESTS_OPTIONS);
  const environments = loadEnvironments(roots.project);
  const found = onlyEnvironment(environments, options.selection);
  const [environment = found] = asVersion([found], options.kubernetesVersion);
  const {
    allowedCalls,
    check,
    folderFiles,
    loadManifests,
    loadSchemas,
    readCommitted,
    refereeVerdicts,
    requireReadOutput,
    withBroughtDefinitions,
  } = await loadJudges();
  const { objects: read, unread } = loadManifests(resolve(roots.project, folder), {
    environment: environment.name,
    root: roots.project,
  });
  const { objects: committed, unread: lost } =
    options.alone === true ? NOTHING_COMMITTED : readCommitted(roots.out, environment.name);
  requireReadOutput(lost);
  const pinned = loadSchemas(join(roots.package, 'imports', 'schemas'), environment.kubernetesVersion);
  const schemas = withBroughtDefinitions(pinned, [...committed, ...read]);
  const namespace = options.namespace ?? 'default';
  const objects = read.map((object) => arriving(object, namespace, schemas));
  const context = renderedElsewhere(committed, objects);
  const judgedApps = new Set(objects.map(({ app }) => app));
  const all = [...objects, ...context];
  const verdict = check({
    environment,
    objects: all,
    judgedApps,
    schemas,
    appOwners: new Map(),
    environments,
    arriving: true,
    before: replacedHere(committed, objects),
    unread,
  });
  options.onCalls?.(environment.name, allowedCalls(environment, all));
  const { referees = NO_REFEREES } = options;
  if (referees.names.length === 0) return [verdict];
  const files = folderFiles(objects);
  return [verdict, ...(await refereeVerdicts(referees, [{ environment: environment.name, files, schemas }]))];
}

const NOTHING_COMMITTED: Committed = { objects: [], unread: [] };

/** As it arrives on the cluster: what lives in a namespace and names none gets the one that the caller would apply it to. */
function arriving(object: RenderedObject, namespace: string, { scopes }: SchemaStore): RenderedObject {
  const namespaced = isNamespaced(object.group, object.kind, scopes) ?? isOfOperator(object.group, object.kind);
  if (object.namespace !== undefined || !namespaced) return object;
  const metadata = { ...mapAt(object.value, 'metadata'), namespace };
  return { ...object, namespace, value: { ...object.value, metadata } };
}

/** What the environment's own apps have on the cluster; an object of the folder takes the place of the same one. */
function renderedElsewhere(
  committed: readonly RenderedObject[],
  objects: readonly RenderedObject[],
): readonly RenderedObject[] {
  const own = new Set(objects.map(identityKey));
  return committed.filter((object) => !own.has(identityKey(object)));
}

/** What is committed of the objects of the folder: applied, they would change it. */
function replacedHere(
  committed: readonly RenderedObject[],
  objects: readonly RenderedObject[],
): ReadonlyMap<string, RenderedObject> {
  const own = new Set(objects.map(identityKey));
  return new Map(committed.map((object) => [identityKey(object), object] as const).filter(([key]) => own.has(key)));
}

/** Loaded only for a folder of YAML: for apps, the same files are loaded while esbuild bundles. */
async function loadJudges() {
  const { check } = await import('../../checks/engine/check.js');
  const { allowedCalls } = await import('../../checks/reads/allowed-calls.js');
  const { withBroughtDefinitions } = await import('../../checks/schema/brought-definitions.js');
  const { readCommitted } = await import('../../load/committed.js');
  const { requireReadOutput } = await import('../../load/committed-file.js');
  const { loadManifests } = await import('../../load/manifests.js');
  const { loadSchemas } = await import('../../load/schemas.js');
  const { folderFiles } = await import('../survey/folder-files.js');
  const { refereeVerdicts } = await import('../survey/referee.js');
  return {
    allowedCalls,
    check,
    folderFiles,
    loadManifests,
    loadSchemas,
    readCommitted,
    refereeVerdicts,
    requireReadOutput,
    withBroughtDefinitions,
  };
}

function onlyEnvironment(environments: readonly Environment[], selection: Selection): Environment {
  const selected = selectEnvironments(environments, selection);
  const [found, ...others] = selection.environments.length === 0 ? [] : selected;
  if (found !== undefined && others.length === 0) return found;
  const message = `--manifests judges a folder as one environment gets it; the environments are: ${environments.map((e) => e.name).join(', ')}.`;
  throw new ToolError('ARGUMENTS', [{ message, fix: 'add --env with one of them.' }]);
}
