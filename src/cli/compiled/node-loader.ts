import Module from 'node:module';

/** What Node's loader of CommonJS has beyond its types; many tools stand on it, and it has not moved in ten years. */
interface Loader {
  readonly prototype: { _compile(this: NodeJS.Module, content: string, filename: string): unknown };
  readonly wrapper: readonly [string, string];
  readonly _extensions: unknown;
  readonly _cache: unknown;
  _load(request: string, parent: { readonly filename?: string | null } | undefined, isMain: boolean): unknown;
  _resolveFilename(request: string, parent: NodeJS.Module, isMain: boolean, options?: object): string;
  _resolveLookupPaths(request: string, parent: NodeJS.Module): string[] | null;
}

export const nodeLoader = Module as unknown as Loader;
