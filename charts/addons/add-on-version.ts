import type { AddOnRow } from '../../src/knowledge/aws/addons/add-on';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import type { GivenAddOn } from './add-on-props';

/** A version in full, as charts and tags write it. */
const EXACT = /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/;

/** The version that is installed, judged; it must be said where nobody has verified one. */
export function addOnVersion(
  { forms, minimums }: AddOnRow,
  { version, from }: GivenAddOn,
  environment: Environment,
  problems: Problems,
): string {
  const found = version ?? (from === 'chart' ? forms.chart?.seen : undefined);
  if (found === undefined) {
    const like = forms.manifests?.revision ?? '1.2.3';
    problems.add(
      'version is missing, and manifests are read at a tag of Git: without one, every push of upstream is installed.',
      `give a tag such as ${like}.`,
    );
    return '';
  }
  problems.unless(
    EXACT.test(found),
    `version is "${found}", which is not one version: each sync would install what is newest on that day.`,
    'write it in full, such as 1.2.3.',
  );
  const least = minimums?.[environment.kubernetesVersion];
  problems.unless(
    least === undefined || !isOlder(found, least),
    `version ${found} does not know Kubernetes ${environment.kubernetesVersion}, for which upstream asks for ${least}.`,
    `use ${least} or later.`,
  );
  return found;
}

/** Whether a version comes before another one; what stands behind a dash is left out. */
export function isOlder(version: string, other: string): boolean {
  const [ours, theirs] = [version, other].map((text) =>
    text.replace(/^v/, '').split(/[-+]/)[0]?.split('.').map(Number),
  );
  for (let index = 0; index < 3; index++) {
    const [one = 0, two = 0] = [ours?.[index], theirs?.[index]];
    if (one !== two) return one < two;
  }
  return false;
}
