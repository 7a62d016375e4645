import { BOOTSTRAP_FOLDER, CLUSTER_FOLDER, isSteeringApp } from './output-paths';

/** What a path below the output folder states about the object in the file. */
export interface OutputPath {
  readonly environment: string;
  readonly app: string;
  /** Absent for objects that live in no namespace. */
  readonly namespace?: string;
  /** As `kindInPath` writes it: `deployment`, `externalsecret.external-secrets.io`. */
  readonly kind: string;
  /** Absent where the path holds only the beginning of a long name. */
  readonly name?: string;
}

const FILE = /^((?:_|[a-z0-9]+)(?:\.[a-z0-9.-]+)?)_(.+)\.yaml$/;
/** A file name that `objectPath` has shortened. Every name of this length and form counts as shortened. */
const CUT = /^.{183}-[0-9a-f]{16}$/;

/** The inverse of `objectPath` for groups that are DNS names; undefined for a path that `objectPath` does not write. */
export function parseOutputPath(path: string): OutputPath | undefined {
  const parts = path.split('/');
  const [environment, app] = parts;
  if (environment === undefined || app === undefined || parts.length !== (isSteeringApp(app) ? 3 : 4)) return undefined;
  const file = parts[parts.length - 1] ?? '';
  const [, kind, encoded = ''] = FILE.exec(file) ?? [];
  const name = CUT.test(file.slice(0, -'.yaml'.length)) ? undefined : decode(encoded);
  const folder = parts.length === 4 ? parts[2] : undefined;
  const namespace = folder === undefined || folder === CLUSTER_FOLDER ? undefined : decode(folder);
  if (kind === undefined) return undefined;
  return {
    environment,
    app,
    ...(namespace === undefined ? {} : { namespace }),
    kind,
    ...(name === undefined ? {} : { name }),
  };
}

/** Environment and app of a path, whether or not `objectPath` wrote it. */
export function placeOf(path: string): { readonly environment: string; readonly app: string } {
  const first = path.indexOf('/');
  if (first < 0) return { environment: path, app: '' };
  const second = path.indexOf('/', first + 1);
  return { environment: path.slice(0, first), app: path.slice(first + 1, second < 0 ? undefined : second) };
}

/** `prod/shop/shop/service_web.yaml` → `prod/shop` */
export function appFolderOf(path: string): string {
  const end = path.indexOf('/', path.indexOf('/') + 1);
  return end < 0 ? path : path.slice(0, end);
}

/** Whether a path belongs to the objects that configure Argo CD or Flux, not to an app. */
export function steersArgocd(path: string): boolean {
  const { environment, app } = placeOf(path);
  return environment === BOOTSTRAP_FOLDER || isSteeringApp(app);
}

function decode(part: string): string {
  return part.replace(/(?:_[0-9a-f]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('_', ''), 'hex').toString('utf8'));
}
