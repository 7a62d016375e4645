import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODULES } from './cache';

/** One program that the cluster suite runs. */
export interface Tool {
  /** Its file name in the cache. */
  readonly name: string;
  /** The folder of `modules/` that pins it. */
  readonly module: string;
  /** The Go package that is built, relative to the module. */
  readonly package: string;
  /** Variables that the linker sets, without which a program calls itself v0.0.0. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The program on PATH that may take its place, when what it prints fits. */
  readonly onPath?: { readonly command: string; readonly args: readonly string[]; readonly fits: RegExp };
  /** Files of a Go module that belong to it; they go into the cache beside the program. */
  readonly files?: { readonly of: string; readonly paths: readonly string[] };
  /** How long building takes with an empty cache on two cores, in minutes. */
  readonly minutes: number;
}

/** The Kubernetes versions that `modules/` pins: minor → patch, such as `1.33` → `1.33.13`. */
export function pinnedKubernetes(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(MODULES)) {
    if (!name.startsWith('kubernetes-')) continue;
    const text = readFileSync(join(MODULES, name, 'go.mod'), 'utf8');
    const version = /^require k8s\.io\/kubernetes v(\S+)$/m.exec(text)?.[1];
    if (version !== undefined) found.set(name.slice('kubernetes-'.length), version);
  }
  return found;
}

function kubernetesTools(minor: string, version: string): readonly Tool[] {
  const [major, number] = minor.split('.') as [string, string];
  const base = 'k8s.io/component-base/version';
  const variables = {
    [`${base}.gitVersion`]: `v${version}`,
    [`${base}.gitMajor`]: major,
    [`${base}.gitMinor`]: number,
  };
  const tool = (command: string, minutes: number): Tool => ({
    name: `${command}-${version}`,
    module: `kubernetes-${minor}`,
    package: `k8s.io/kubernetes/cmd/${command}`,
    variables,
    onPath: { command, args: ['--version'], fits: new RegExp(`v${version.replaceAll('.', '\\.')}$`, 'm') },
    minutes,
  });
  return [tool('kube-apiserver', 4), tool('kube-controller-manager', 1.5), tool('kube-scheduler', 0.2)];
}

export const ARGOCD_VERSION = '3.2.1';
export const KWOK_VERSION = '0.7.0';

const ETCD: Tool = {
  name: 'etcd',
  module: 'etcd',
  package: 'go.etcd.io/etcd/server/v3',
  onPath: { command: 'etcd', args: ['--version'], fits: /^etcd Version: 3\.([4-9]|\d\d)\./m },
  minutes: 0.6,
};
const KWOK: Tool = {
  name: `kwok-${KWOK_VERSION}`,
  module: 'kwok',
  package: 'sigs.k8s.io/kwok/cmd/kwok',
  onPath: { command: 'kwok', args: ['--version'], fits: /v0\.7\.0\b/ },
  minutes: 2,
};
const REDIS: Tool = {
  name: 'redis',
  module: 'redis',
  package: '.',
  minutes: 0.1,
};
export const ARGOCD: Tool = {
  name: `argocd-${ARGOCD_VERSION}`,
  module: 'argo-cd',
  package: 'github.com/argoproj/argo-cd/v3/cmd',
  variables: { 'github.com/argoproj/argo-cd/v3/common.version': ARGOCD_VERSION },
  files: {
    of: 'github.com/argoproj/argo-cd/v3',
    paths: [
      'manifests/crds/application-crd.yaml',
      'manifests/crds/applicationset-crd.yaml',
      'manifests/crds/appproject-crd.yaml',
      'manifests/base/config/argocd-cm.yaml',
    ],
  },
  minutes: 5,
};

export const ROLLOUTS_VERSION = '1.9.2';
/** The controller of Argo Rollouts, of the line whose definitions `imports/sources.yaml` pins. */
const ROLLOUTS: Tool = {
  name: `rollouts-controller-${ROLLOUTS_VERSION}`,
  module: 'argo-rollouts',
  package: 'github.com/argoproj/argo-rollouts/cmd/rollouts-controller',
  variables: { 'github.com/argoproj/argo-rollouts/utils/version.version': ROLLOUTS_VERSION },
  minutes: 4,
};

export const KUBECTL_VERSION = '1.35.4';
const KUBECTL: Tool = {
  ...kubernetesTools('1.35', KUBECTL_VERSION)[0],
  name: `kubectl-${KUBECTL_VERSION}`,
  module: 'kubernetes-1.35',
  package: 'k8s.io/kubernetes/cmd/kubectl',
  onPath: { command: 'kubectl', args: ['version', '--client'], fits: /Client Version: v1\.(2[89]|3\d)\./ },
  minutes: 0.5,
};

export interface Plan {
  readonly tools: readonly Tool[];
  /** Versions that an environment names and no module pins. */
  readonly unavailable: readonly string[];
}

/** What is needed to judge environments of the given Kubernetes versions; each program once. */
export function planFor(versions: readonly string[]): Plan {
  const pinned = pinnedKubernetes();
  const minors = [...new Set(versions)].sort();
  const kubernetes = minors.flatMap((minor) => {
    const version = pinned.get(minor);
    return version === undefined ? [] : kubernetesTools(minor, version);
  });
  return {
    tools: [ETCD, REDIS, ...kubernetes, KUBECTL, KWOK, ARGOCD, ROLLOUTS],
    unavailable: minors.filter((minor) => !pinned.has(minor)),
  };
}

/** Kubernetes versions that the environments of a project name, each with those environments. */
export function environmentVersions(environments: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of readdirSync(environments).sort()) {
    const file = join(environments, name, 'environment.yaml');
    if (!existsSync(file)) continue;
    const version = /^kubernetesVersion: "(\d+\.\d+)"$/m.exec(readFileSync(file, 'utf8'))?.[1];
    if (version !== undefined) found.set(version, [...(found.get(version) ?? []), name]);
  }
  return found;
}
