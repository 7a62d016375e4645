import type { RenderedObject } from './rendered-object';

/** One file to be written: its path below the output folder, and its bytes. */
export interface FileSpec {
  /** `prod/shop/shop/deployment_web.yaml`: forward slashes, relative to the output folder. */
  readonly path: string;
  readonly content: string;
  /** What messages call it. `@default` its path */
  readonly shown?: string;
  /** The object in it; the bootstrap file holds two and names none. */
  readonly object?: RenderedObject;
}

/** The first line of every rendered file. It is also how a file is known to be ours. */
export const HEADER_START = '# Rendered by cdk8s-eks from ';

export function headerLine(modulePath: string): string {
  return `${HEADER_START}${modulePath}; do not edit.\n`;
}

export function isOurs(content: string): boolean {
  return content.startsWith(HEADER_START);
}

/** How the name of a file or folder ends until it is whole. Argo CD reads no such file, and Git ignores both. */
export const TEMPORARY = '.cdk8s-eks-tmp';

/** Ours are smaller by far: Argo CD reads at most 10 MB for a whole Application. What is larger is somebody else's. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024;
