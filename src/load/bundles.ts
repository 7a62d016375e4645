import type { AppModule } from './app-modules';

/** An app's code with everything of the project it imports, as one CommonJS text with an inline source map. */
export interface AppBundle {
  readonly module: AppModule;
  readonly code: string;
  /** Files of the project that went in, relative to it. */
  readonly inputs: readonly string[];
}

export interface Bundles {
  readonly bundles: readonly AppBundle[];
  /** Absolute paths of all files of the project that went in: the user's own code. */
  readonly sources: ReadonlySet<string>;
  /** Packages that the code requires, as it names them: `cdk8s-eks`, `constructs`. Not those of Node. */
  readonly packages: readonly string[];
}
