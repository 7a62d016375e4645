import type { AddOnRow } from '../knowledge/aws/addons/add-on';
import { ADD_ONS, isAddOnName } from '../knowledge/aws/addons/catalogue';
import { CONTROLLERS } from '../knowledge/aws/controllers';
import type { Environment } from './environment';
import { byCodeUnit } from './order';

/** Where Applications of add-ons may come from and lead to. */
export interface AddOnPlaces {
  readonly repositories: readonly string[];
  readonly namespaces: readonly string[];
  readonly clusterKinds: readonly string[];
}

/** By what owners declare, and never by what is rendered; undefined where none declares an add-on. */
export function addOnPlaces({ owners }: Pick<Environment, 'owners'>): AddOnPlaces | undefined {
  const having = Object.values(owners).filter(({ platform, addOns = [] }) => platform && addOns.length > 0);
  if (having.length === 0) return undefined;
  const rows = having.flatMap(({ addOns = [] }) =>
    addOns.flatMap((name) => (isAddOnName(name) ? [ADD_ONS[name]] : [])),
  );
  const own = having.flatMap(({ namespaces }) => namespaces);
  return {
    // An owner's own repositories may mirror them.
    repositories: sorted([...rows.flatMap(repositoriesOf), ...having.flatMap(({ repositories }) => repositories)]),
    namespaces: sorted([...own, ...rows.flatMap(namespacesOf)]),
    clusterKinds: sorted(rows.flatMap((row) => formsOf(row).flatMap(({ clusterKinds }) => clusterKinds))),
  };
}

/** The repositories of its chart and of its manifests. */
export function repositoriesOf(row: AddOnRow): readonly string[] {
  return formsOf(row).map(({ repoURL }) => repoURL);
}

/** Every name by which a chart of it may be called. */
export function chartsOf({ controller, forms: { chart } }: AddOnRow): readonly string[] {
  const definitions = chart?.definitionsChart;
  return [
    ...CONTROLLERS[controller].names,
    ...(chart === undefined ? [] : [chart.chart]),
    ...(definitions === undefined ? [] : [definitions]),
  ];
}

function namespacesOf(row: AddOnRow): readonly string[] {
  return [row.namespace, ...formsOf(row).flatMap(({ namespaces = [] }) => namespaces)];
}

function formsOf({ forms: { chart, manifests } }: AddOnRow) {
  return [...(chart === undefined ? [] : [chart]), ...(manifests === undefined ? [] : [manifests])];
}

const sorted = (texts: readonly string[]) => [...new Set(texts)].sort(byCodeUnit);
