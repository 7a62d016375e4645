import type { KindScopes } from '../knowledge/kubernetes/kinds';
import type { AppDefinition } from '../model/app';
import type { Environment } from '../model/environment';
import type { ErrorCode, Problem } from '../model/errors';
import type { JsonObject } from '../model/json';
import type { Silence } from '../model/rendered-object';
import type { SourcePlace } from '../model/source-place';

/**
 * What goes to a rendering child and what comes back, as plain data. Every place in an answer counts lines and columns
 * of the bundled code; the process that asked has the source map.
 */
export interface RenderRequest {
  /** Absolute path of the project. */
  readonly root: string;
  readonly modules: readonly BundledModule[];
  readonly tasks: readonly { readonly environment: Environment; readonly scopes: KindScopes }[];
  /** Environments of the project that are not rendered. */
  readonly others: readonly Environment[];
  /** Whether cdk8s is used as it is, without `render/fast`. */
  readonly stock: boolean;
  /** Every package the modules import, as one text; absent where the child reads packages from disk. */
  readonly packages?: string;
  /** Files that the apps were found to include. */
  readonly included?: readonly IncludedAnswer[];
  /** Set to render as another machine on another day would; `OtherMachine` says what differs. */
  readonly elsewhere?: OtherPaths;
}

/** A file that an app includes by its path. */
export interface IncludeRequest {
  /** Of the app that asks: `apps/shop.ts`. */
  readonly module: string;
  /** As the app writes it. */
  readonly url: string;
}

export interface IncludedAnswer extends IncludeRequest {
  /** Undefined for what is not a file of the project. */
  readonly found: IncludedText | undefined;
}

/** Its text, or why it is not read. */
export type IncludedText =
  | { readonly file: string; readonly text: string }
  | { readonly url: string; readonly text: string }
  | { readonly message: string; readonly fix: string };

/** Where apps are told that the project and Node are. */
export interface OtherPaths {
  readonly root: string;
  readonly node: string;
}

/** One app's module with everything of the project it imports. */
export interface BundledModule {
  readonly name: string;
  /** Relative to the project: `apps/shop.ts`. */
  readonly path: string;
  readonly code: string;
}

export interface RenderAnswer {
  readonly modules: readonly ModuleAnswer[];
  readonly rendered: readonly AppAnswer[];
  /** Included files that the request did not bring: the child reads none, and is asked again with them. */
  readonly wanted: readonly IncludeRequest[];
  /** What user code asked for that is not the same on every machine; only where `elsewhere` was asked for. */
  readonly reads: readonly Read[];
}

/** What a module declares, without its function; or why it cannot be used. */
export type ModuleAnswer = { readonly app: Omit<AppDefinition, 'charts'> } | { readonly problems: readonly Problem[] };

export interface AppAnswer {
  readonly environment: string;
  readonly app: string;
  readonly result: { readonly objects: readonly ObjectAnswer[] } | ErrorAnswer;
  /** What it asked of its environment's release. */
  readonly releaseReads: readonly string[];
}

export interface ErrorAnswer {
  readonly code: ErrorCode;
  readonly problems: readonly Problem[];
}

export interface ObjectAnswer {
  readonly value: JsonObject;
  readonly construct: string;
  readonly silences: readonly Silence[];
  readonly place?: SourcePlace;
}

/** `Date.now()` at a line of an app. */
export interface Read {
  readonly app: string;
  readonly what: string;
  readonly place: SourcePlace;
}
