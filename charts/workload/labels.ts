import { appNameOf, type HasNode } from '../../src/model/environment-context';

export type Labels = Readonly<Record<string, string>>;

/**
 * What selectors match: the component and its app, never a construct path's hash, so that no rename inside the code
 * changes an immutable selector. Not `app.kubernetes.io/instance`, which Argo CD may use for tracking.
 */
export function selectorLabels(scope: HasNode, component: string): Labels {
  return { 'app.kubernetes.io/name': component, 'app.kubernetes.io/part-of': appNameOf(scope) };
}
