import type { LoadedApp } from '../../model/app';
import { compareApp, type Trials, type WorldsOfApp } from '../../model/comparison/compare-app';
import type { ComparedField, NotCompared } from '../../model/comparison/comparison';
import {
  differingSettings,
  mixedEnvironment,
  promotedRelease,
  withSetting,
} from '../../model/comparison/mixed-environment';
import { renameOf } from '../../model/comparison/world';
import type { Environment } from '../../model/environment';
import { type Problem, ToolError } from '../../model/errors';
import type { RenderedObject } from '../../model/rendered-object';
import { SecretValues } from '../../model/secret-values';
import { hiddenChange } from '../survey/change-effects';
import { type Definitions, definitionsIn, type RenderedWorld, renderWorld } from './render-worlds';
import type { Sources } from './sources';

/** What came of one app. */
export interface ComparedApp {
  readonly fields: readonly ComparedField[];
  readonly leftOut: readonly NotCompared[];
  readonly unknown: readonly NotCompared[];
}

const NOTHING: ComparedApp = { fields: [], leftOut: [], unknown: [] };

/** Everything that the apps of two environments are rendered with, one part of them changed at a time. */
export class EnvironmentComparison {
  private readonly environments: Readonly<Record<'released' | 'named' | 'set' | 'promoted', Environment>>;
  private readonly settings: readonly string[];
  private readonly definitions: Definitions;

  constructor(
    private readonly sources: Sources,
    private readonly from: Environment,
    private readonly to: Environment,
  ) {
    const release = promotedRelease(from.release, to.release);
    this.environments = {
      released: mixedEnvironment(from.name, from, release),
      named: mixedEnvironment(to.name, from, release),
      set: mixedEnvironment(from.name, to, release),
      promoted: mixedEnvironment(to.name, to, release),
    };
    this.settings = differingSettings(from, to);
    this.definitions = [...definitionsIn(sources.first, from), ...definitionsIn(sources.second, to)];
  }

  /** App by app; the problems of those that do not render where they run are thrown together. @throws ToolError APP_RENDER */
  compare(): readonly ComparedApp[] {
    const { first, second } = this.sources;
    const ofFirst = new Map(first.apps.apps.map((app) => [app.definition.name, app]));
    const ofSecond = new Map(second.apps.apps.map((app) => [app.definition.name, app]));
    const problems: Problem[] = [];
    const compared = [...new Set([...ofFirst.keys(), ...ofSecond.keys()])].map((name) => {
      const done = this.compareOne(name, ofFirst.get(name), ofSecond.get(name));
      if (!('problems' in done)) return done;
      problems.push(...done.problems);
      return NOTHING;
    });
    if (problems.length > 0) throw new ToolError('APP_RENDER', problems);
    return compared;
  }

  private compareOne(
    app: string,
    inFirst: LoadedApp | undefined,
    inSecond: LoadedApp | undefined,
  ): ComparedApp | { readonly problems: readonly Problem[] } {
    if (inFirst === undefined || inSecond === undefined) return leftOutBy(app, this.lacking(inFirst));
    const first = this.render(inFirst, this.from, 'first');
    const second = this.render(inSecond, this.to);
    const problems = [first, second].flatMap((one) => ('problems' in one ? one.problems : []));
    if (problems.length > 0) return { problems };
    if ('skipped' in first) return leftOutBy(app, `${this.from.name} leaves it out: ${first.skipped}.`);
    if ('skipped' in second) return leftOutBy(app, `${this.to.name} leaves it out: ${second.skipped}.`);
    if ('problems' in first || 'problems' in second) return NOTHING;
    const worlds = this.worldsOf(inSecond, first, second);
    if ('unknown' in worlds) return { ...NOTHING, unknown: [{ app, message: worlds.unknown }] };
    const fields = compareApp(worlds, {
      from: this.from.name,
      to: this.to.name,
      app,
      rename: renameOf(this.from.name, this.to.name),
      settings: this.settings,
      trials: () => this.trialsOf(inSecond, worlds),
    });
    return { ...NOTHING, fields: hidden(fields, [...first.objects, ...second.objects]) };
  }

  private lacking(inFirst: LoadedApp | undefined): string {
    const lacks = inFirst === undefined ? this.from : this.to;
    return `the revision at which ${lacks.name} is held does not have it.`;
  }

  private worldsOf(
    app: LoadedApp,
    first: Extract<RenderedWorld, { readonly world: unknown }>,
    second: Extract<RenderedWorld, { readonly world: unknown }>,
  ): WorldsOfApp | { readonly unknown: string } {
    const { released, named, set, promoted } = this.environments;
    const [from, to] = [this.from.name, this.to.name];
    const atRevision = this.sources.first === this.sources.second ? first : this.render(app, this.from);
    const mixed = {
      atRevision,
      released: this.render(app, released),
      named: this.render(app, named),
      set: this.render(app, set),
      promoted: this.render(app, promoted),
    };
    if (!('world' in mixed.atRevision)) return { unknown: doesNot(`as ${to} has it`, from, mixed.atRevision) };
    if (!('world' in mixed.promoted)) return { unknown: doesNot('once all is promoted', to, mixed.promoted) };
    if (!('world' in mixed.released))
      return { unknown: doesNot(`with what only ${to} releases`, from, mixed.released) };
    const [isNamed, isSet] = [worldIn(mixed.named), worldIn(mixed.set)];
    if (isNamed === undefined && isSet === undefined)
      return { unknown: doesNot(`with the settings of ${to}`, from, mixed.set) };
    return {
      first: first.world,
      atRevision: mixed.atRevision.world,
      released: mixed.released.world,
      named: isNamed,
      set: isSet,
      promoted: mixed.promoted.world,
      second: second.world,
    };
  }

  /** Each setting of the second with all else of the first; then each of the first with all else of the second. */
  private trialsOf(app: LoadedApp, { named, promoted }: WorldsOfApp): readonly Trials[] {
    const { named: base, promoted: whole } = this.environments;
    const tried = (start: Environment, other: Environment) =>
      this.settings.flatMap((setting) => {
        const world = worldIn(this.render(app, withSetting(start, setting, other)));
        return world === undefined ? [] : [[setting, world] as const];
      });
    return [
      ...(named === undefined ? [] : [{ base: named, worlds: new Map(tried(base, this.to)) }]),
      { base: promoted, worlds: new Map(tried(whole, this.from)) },
    ];
  }

  private render(app: LoadedApp, environment: Environment, source: 'first' | 'second' = 'second'): RenderedWorld {
    return renderWorld(this.sources[source], app, environment, this.definitions);
  }
}

function leftOutBy(app: string, message: string): ComparedApp {
  return { ...NOTHING, leftOut: [{ app, message }] };
}

function worldIn(rendered: RenderedWorld) {
  return 'world' in rendered ? rendered.world : undefined;
}

function doesNot(how: string, environment: string, rendered: RenderedWorld): string {
  const [first] = 'problems' in rendered ? rendered.problems : [];
  return `it does not render in ${environment} ${how}${first === undefined ? '.' : `: ${first.message}`}`;
}

function hidden(fields: readonly ComparedField[], objects: readonly RenderedObject[]): readonly ComparedField[] {
  const secrets = SecretValues.ofObjects(objects);
  return fields.map((field) => ({ ...field, ...hiddenChange(field, secrets) }));
}
