import type { Problems } from '../shared/problems';

/** What only a chart takes, where upstream's manifests are installed. */
export function ofChartAlone<T extends { readonly from?: 'chart' | 'manifests' }>(
  props: T,
  names: readonly (keyof T & string)[],
  problems: Problems,
): void {
  if (props.from !== 'manifests') return;
  for (const name of names)
    problems.unless(
      props[name] === undefined,
      `${name} is a value of the chart, and manifests take none: it would be passed over.`,
      'leave it out, or set from: "chart".',
    );
}
