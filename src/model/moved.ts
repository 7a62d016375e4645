/**
 * For a path of the output, where the same object is rendered now. Argo CD tracks objects by Application and refuses
 * to share one: an object that moved to another app is deleted with its Pods or its load balancer, and created again.
 * @param rendered all paths that are rendered now
 */
export function movedTo(rendered: readonly string[]): (path: string) => string | undefined {
  let byTail: ReadonlyMap<string, string> | undefined;
  return (path) => {
    byTail ??= new Map(rendered.map((one) => [tailOf(one), one]));
    const to = byTail.get(tailOf(path));
    return to === path ? undefined : to;
  };
}

/** A path that is no longer rendered, and where its object is rendered now. */
export interface MovedPath {
  readonly from: string;
  readonly to: string;
  /** Set where the object stays on the cluster. */
  readonly kept?: true;
}

export function movesOf(removed: readonly string[], rendered: readonly string[]): readonly MovedPath[] {
  if (removed.length === 0) return [];
  const newPathOf = movedTo(rendered);
  return removed.flatMap((from) => {
    const to = newPathOf(from);
    return to === undefined ? [] : [{ from, to }];
  });
}

/** Environment, folder and file, without the app. */
function tailOf(path: string): string {
  const [environment, , ...rest] = path.split('/');
  return `${environment}/${rest.join('/')}`;
}
