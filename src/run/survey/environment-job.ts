import { preflight } from '../../checks/preflight/run-preflight';
import { allowedCalls } from '../../checks/reads/allowed-calls';
import { refusedChanges } from '../../checks/rules/k8s/valid-change';
import { objectPath } from '../../knowledge/argocd/output-paths';
import type { AllowedCall } from '../../model/allowed-call';
import type { Change } from '../../model/change';
import type { Problem } from '../../model/errors';
import type { Verdict } from '../../model/finding';
import { identityKey } from '../../model/identity';
import { ownsNoAddress } from '../../model/irreplaceable';
import type { PlacementChange } from '../../model/placement/placement-change';
import type { Calendar, PreflightRow } from '../../model/preflight';
import type { RenderedObject } from '../../model/rendered-object';
import type { UpgradePath } from '../../model/upgrade/path';
import { allows } from '../../write/deletion-brake';
import { differencesOf, type KeptFiles } from '../../write/kept-files';
import { changesOf } from './changes';
import { checkEnvironment } from './check-environment';
import { committedBefore } from './committed-before';
import { type EndpointEntry, endpointsOf } from './endpoints';
import type { Delivered } from './generated-applications';
import { liveChanges } from './live-changes';
import { type PlacementReport, placementsCompared, placementsNow } from './placements';
import type { Project } from './project';
import { questionOf, refereeVerdicts } from './referee';
import {
  deliveryOf,
  type IncludedBy,
  type RenderedEnvironment,
  renderEnvironment,
  type SkippedApp,
  type Tick,
} from './render-environment';
import type { ClusterAccess, RefereeOptions } from './run-options';
import { writeScope } from './scope';
import { type Stage, Stages } from './stages';
import { type TrustEntry, trustOf } from './trust-entries';
import { type UpgradeStep, upgradeStepOf } from './upgrade-step';

/** What is wanted of each environment. */
export interface JobOptions {
  readonly referees: RefereeOptions;
  /** Compares its files with the output folder. */
  readonly compare?: boolean;
  /** Keeps its files, to be written. */
  readonly keep?: boolean;
  /** A folder of committed output, whose objects are compared with what is rendered. */
  readonly diff?: string;
  /** A cluster that is compared with what is rendered, in place of `diff`. */
  readonly live?: ClusterAccess;
  /** What may be replaced on the cluster, though the API server refuses the change: `prod/shop`, or a path without `.yaml`. */
  readonly allowReplace?: readonly string[];
  /** Lists whom its IAM roles must trust. */
  readonly trust?: boolean;
  /** Lists the calls that its network policies allow. */
  readonly calls?: boolean;
  /** Lists the VPC endpoints that its objects need. */
  readonly endpoints?: boolean;
  /** Says where its Pods run; the day is what support dates are compared with. */
  readonly placements?: string;
  /** Compares it with the last reading of its cluster; the days are what dates are compared with. */
  readonly preflight?: Calendar;
  /** Lists what its version changes on the way of an upgrade. */
  readonly upgrade?: UpgradePath;
}

/** One environment, done: all that is left of it. Plain data, which threads can hand on. */
export interface EnvironmentResult {
  readonly environment: string;
  readonly skipped: readonly SkippedApp[];
  /** What its apps asked of its release. */
  readonly releaseReads: readonly string[];
  readonly included: readonly IncludedBy[];
  readonly verdicts: readonly Verdict[];
  readonly delivered: readonly Delivered[];
  /** Paths this run owns. */
  readonly scope: readonly string[];
  readonly differences: Differences;
  readonly foreign: readonly string[];
  readonly stages: readonly Stage[];
  /** Of the files that were kept. */
  readonly paths: readonly string[];
  readonly changes: readonly Change[];
  readonly trust: readonly TrustEntry[];
  readonly calls: readonly AllowedCall[];
  readonly endpoints: readonly EndpointEntry[];
  readonly placements: PlacementReport;
  readonly moved: readonly PlacementChange[];
  readonly preflight: readonly PreflightRow[];
  readonly upgrade: UpgradeStep;
  /** Paths of objects whose kind may own an address, and which own none as they are now. */
  readonly withoutAddress: readonly string[];
  /** Paths of objects that somebody decided to replace on the cluster, since their changes are refused. */
  readonly replaced: readonly string[];
}

export interface Differences {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly stale: readonly string[];
}

/** What became of an environment. */
export type Outcome =
  | { readonly result: EnvironmentResult }
  /** User code failed; the problems of all environments are told together. */
  | { readonly problems: readonly Problem[] }
  | { readonly error: unknown };

/** Renders and judges one environment. Nothing is thrown: the thread that runs the job has others to collect. */
export async function runJob(
  project: Project,
  index: number,
  options: JobOptions,
  kept: KeptFiles,
  tick: Tick,
): Promise<Outcome> {
  try {
    const environment = project.selected[index];
    if (environment === undefined) throw new Error(`there is no environment ${index}.`);
    const stages = new Stages();
    const rendered = stages.time('rendering', () => renderEnvironment(project, environment, tick));
    if ('problems' in rendered) return { problems: rendered.problems };
    const scope = writeScope(project, rendered);
    const { files } = rendered;
    const compare = () => differencesOf(project.roots.out, files, scope);
    const { missing, changed, stale, foreign } =
      options.compare === true ? stages.time('comparing', compare) : NOT_COMPARED;
    const differing = options.compare === true ? new Set([...missing, ...changed]) : undefined;
    const { before, replaced } = await beforeOf(project, rendered, options, { stages, differing });
    const verdicts = [checkEnvironment(project, rendered, before, stages)];
    if (options.referees.names.length > 0) {
      const ask = () => refereeVerdicts(options.referees, [questionOf(project, rendered)]);
      verdicts.push(...(await stages.time('referees', ask)));
    }
    if (options.keep === true) stages.time('writing', () => kept.keep(files, scope));
    return {
      result: {
        environment: environment.name,
        skipped: rendered.skipped,
        releaseReads: rendered.releaseReads,
        included: rendered.included,
        verdicts,
        delivered: deliveryOf(rendered),
        scope,
        differences: { missing, changed, stale },
        foreign,
        stages: stages.list(),
        paths: options.keep === true ? files.map(({ path }) => path) : [],
        changes: await changesFor(rendered, options, before, scope),
        trust: options.trust === true ? trustOf(environment, rendered.objects) : [],
        calls: options.calls === true ? allowedCalls(environment, rendered.objects) : [],
        endpoints: options.endpoints === true ? endpointsOf(environment, rendered.objects) : [],
        placements:
          options.placements === undefined ? NOT_PLACED : placementsNow(project, rendered, options.placements),
        moved: options.diff === undefined ? [] : placementsCompared(project, rendered, options.diff),
        preflight: preflightOf(project, rendered, options.preflight),
        upgrade: upgradeStepOf(project, rendered, options.upgrade),
        replaced,
        withoutAddress: options.keep === true ? rendered.objects.filter(ownsNoAddress).map(pathOf) : [],
      },
    };
  } catch (error) {
    return { error };
  }
}

interface Known {
  readonly stages: Stages;
  /** Paths at which the output folder differs, where it was compared. */
  readonly differing: ReadonlySet<string> | undefined;
}

/** What was committed and is rendered otherwise now, without what somebody decided to replace. */
async function beforeOf(project: Project, rendered: RenderedEnvironment, options: JobOptions, known: Known) {
  const { allowReplace = [], diff } = options;
  const base = diff === project.roots.out ? undefined : diff;
  const all = await known.stages.time('context', () => committedBefore(project, rendered, base, known.differing));
  const isAllowed = (path: string) => allowReplace.some((id) => allows(id, path));
  const allowed = rendered.objects.filter((object) => all.has(identityKey(object)) && isAllowed(pathOf(object)));
  const replaced = allowed.filter((object) => {
    const was = all.get(identityKey(object));
    return was !== undefined && refusedChanges(was, object, rendered.environment).length > 0;
  });
  const decided = new Set(replaced.map(identityKey));
  return { before: new Map([...all].filter(([key]) => !decided.has(key))), replaced: replaced.map(pathOf) };
}

/** Beside the committed output, or on the cluster. */
function changesFor(
  rendered: RenderedEnvironment,
  { diff, live }: JobOptions,
  before: ReadonlyMap<string, RenderedObject>,
  scope: readonly string[],
): readonly Change[] | Promise<readonly Change[]> {
  if (live !== undefined) return liveChanges(rendered, before, live);
  return diff === undefined ? [] : changesOf(rendered, diff, scope);
}

function pathOf(object: RenderedObject): string {
  return objectPath(object.environment, object.app, object);
}

function preflightOf(project: Project, { environment, objects }: RenderedEnvironment, calendar: Calendar | undefined) {
  if (calendar === undefined || environment.platform !== 'eks') return [];
  return preflight({ environment, objects, schemas: project.schemasOf(environment), calendar });
}

const NOT_PLACED: PlacementReport = { placements: [] };
const NOT_COMPARED = { missing: [], changed: [], stale: [], foreign: [] };
