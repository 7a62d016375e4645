import { join } from 'node:path';
import type { BundledApps, LoadedApps } from '../../load/apps';
import { bundlePackages } from '../../load/bundle-packages';
import { readIncluded } from '../../load/included';
import { originalPlaces } from '../../load/original-places';
import { readRemote } from '../../load/remote';
import type { LoadedApp } from '../../model/app';
import { defined } from '../../model/defined';
import type { Environment } from '../../model/environment';
import { ERROR_CODES, type ErrorCode, type Problem, ToolError } from '../../model/errors';
import { deepFreeze } from '../../model/json';
import { type RenderedObject, renderedObject } from '../../model/rendered-object';
import type { SchemaStore } from '../../model/schema';
import { elsewhere } from '../../sandbox/elsewhere';
import type {
  AppAnswer,
  ErrorAnswer,
  IncludedAnswer,
  IncludeRequest,
  Read,
  RenderAnswer,
} from '../../sandbox/protocol';
import { startRendering } from '../../sandbox/run-child';
import type { Roots } from '../survey/run-options';

/** What is rendered in a child process. */
export interface Apart {
  readonly roots: Roots;
  readonly bundled: BundledApps;
  readonly environments: readonly Environment[];
  /** All environments of the project. */
  readonly all: readonly Environment[];
  readonly schemasOf: (environment: Environment) => SchemaStore;
  /** With cdk8s as it is. */
  readonly stock: boolean;
  /** Without files, processes, threads, native code and environment variables. */
  readonly sandbox: boolean;
  /** As another machine on another day would. */
  readonly elsewhere: boolean;
}

/** Apps that were rendered in a child: what they declare, and what each made in each environment. */
export interface RenderedApart {
  readonly apps: readonly LoadedApp[];
  /** Modules that could not be used. */
  readonly problems: readonly Problem[];
  /** @throws ToolError as the app did in the child */
  readonly renderApp: NonNullable<LoadedApps['renderApp']>;
  readonly reads: readonly Read[];
  /** Files of the project that the apps include. */
  readonly included: NonNullable<LoadedApps['included']>;
}

export interface RenderingApart {
  readonly result: () => Promise<RenderedApart>;
  readonly end: () => void;
}

/** Files that are read for a child. An app that asks for another each time it runs is not asked for ever. */
const MOST_INCLUDED = 1_000;

/** Starts a child that renders every app for every environment. */
export async function renderApart(apart: Apart): Promise<RenderingApart> {
  const { roots, bundled } = apart;
  const program = join(roots.package, 'lib', 'src', 'run', 'apart', 'render-child.js');
  const packages = apart.sandbox ? { packages: await packagesOf(apart, program) } : {};
  const other = apart.elsewhere ? elsewhere(roots.project) : undefined;
  const request = {
    root: roots.project,
    modules: bundled.bundles.map(({ module, code }) => ({ ...module, code })),
    stock: apart.stock,
    tasks: apart.environments.map((environment) => ({ environment, scopes: apart.schemasOf(environment).scopes })),
    others: apart.all.filter(({ name }) => apart.environments.every((one) => one.name !== name)),
    ...(other === undefined ? {} : { elsewhere: other.paths }),
    ...packages,
  };
  const start = (included: readonly IncludedAnswer[]) =>
    startRendering({ ...request, included }, program, other ?? { cwd: roots.project, env: {} });
  let rendering = start([]);
  // Under the sandbox nothing is read from an address: it is refused in the child.
  const found = ({ module, url }: IncludeRequest) =>
    readIncluded(roots.project, module, url) ?? (apart.sandbox ? undefined : readRemote(url));
  return {
    async result() {
      let answer = await rendering.answer;
      const included: IncludedAnswer[] = [];
      while (answer.wanted.length > 0 && included.length < MOST_INCLUDED) {
        included.push(...answer.wanted.map((one) => ({ ...one, found: found(one) })));
        rendering = start(included);
        answer = await rendering.answer;
      }
      return { ...received(answer, apart), included: filesOf(included, apart) };
    },
    end() {
      rendering.end();
      other?.remove();
    },
  };
}

function filesOf(answers: readonly IncludedAnswer[], { bundled }: Apart): RenderedApart['included'] {
  const names = new Map(bundled.bundles.map(({ module }) => [module.path, module.name]));
  return answers.flatMap(({ module, found }) => {
    const app = names.get(module);
    return app !== undefined && found !== undefined && 'file' in found ? [{ app, file: found.file }] : [];
  });
}

const bundledPackages = new WeakMap<BundledApps['packages'], Promise<string>>();

/** Two children of one run get the same text. */
function packagesOf({ roots, bundled: { packages } }: Apart, program: string): Promise<string> {
  const known = bundledPackages.get(packages) ?? bundlePackages(roots.project, packages, program);
  bundledPackages.set(packages, known);
  return known;
}

/** Renders under the sandbox, in the place of running the apps here. @throws ToolError APP_MODULE */
export async function loadSandboxed(apart: Omit<Apart, 'sandbox' | 'elsewhere'>): Promise<LoadedApps> {
  const rendering = await renderApart({ ...apart, sandbox: true, elsewhere: false });
  const { apps, problems, renderApp, included } = await rendering.result();
  if (problems.length > 0) throw new ToolError('APP_MODULE', problems);
  return {
    ...apart.bundled,
    apps,
    placeOf: () => undefined,
    chartsPlace: () => undefined,
    isBundle: () => false,
    renderApp,
    included,
  };
}

const NOTHING: Pick<AppAnswer, 'result' | 'releaseReads'> = { result: { objects: [] }, releaseReads: [] };

function received(answer: RenderAnswer, { roots, bundled }: Apart): Omit<RenderedApart, 'included'> {
  const original = originalPlaces(roots.project, bundled.bundles);
  const located = (problem: Problem): Problem => ({ ...problem, ...defined({ place: original(problem.place) }) });
  const byTask = new Map(answer.rendered.map((one) => [`${one.environment}/${one.app}`, one]));
  const toObjects = ({ environment, app, result }: Omit<AppAnswer, 'releaseReads'>): readonly RenderedObject[] => {
    if ('problems' in result) throw new ToolError(codeOf(result), result.problems.map(located));
    return result.objects.map(({ value, construct, silences, place }) =>
      renderedObject(deepFreeze(value), { environment, app, construct, silences, source: () => original(place) }),
    );
  };
  const modules = bundled.bundles.map(({ module }, index) => ({ module, answer: answer.modules[index] }));
  return {
    apps: modules.flatMap(({ module, answer: one }) =>
      one !== undefined && 'app' in one
        ? [{ definition: { ...one.app, charts: notHere }, modulePath: module.path }]
        : [],
    ),
    problems: modules.flatMap(({ answer: one }) =>
      one !== undefined && 'problems' in one ? one.problems.map(located) : [],
    ),
    renderApp(app, environment, releaseReads) {
      const { result, releaseReads: noted } = byTask.get(`${environment.name}/${app.name}`) ?? NOTHING;
      for (const read of noted) releaseReads?.add(read);
      return toObjects({ environment: environment.name, app: app.name, result });
    },
    reads: answer.reads.map((read) => ({ ...read, place: original(read.place) ?? read.place })),
  };
}

/** The child ran code of the apps: what it says is taken with care. */
function codeOf({ code }: ErrorAnswer): ErrorCode {
  return Object.hasOwn(ERROR_CODES, code) ? code : 'APP_RENDER';
}

function notHere(): never {
  throw new ToolError('DEFECT', [{ message: 'an app of the sandbox was rendered outside it.' }]);
}
