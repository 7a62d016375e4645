import { KUBERNETES_VERSIONS as known } from '../../knowledge/kubernetes/versions';
import type { EksEnvironment } from '../../model/environment';
import { ToolError } from '../../model/errors';
import { didYouMean } from '../../model/suggest';
import { minorOf, stepsBetween, type UpgradePath } from '../../model/upgrade/path';
import { calendarOf } from './calendar';

/**
 * The way of a cluster to a version: from what it was read to run, or from what the settings say.
 * @param to `1.37`, or `next` for one above
 * @throws ToolError ARGUMENTS for a version that is not known, or not above
 */
export function upgradePath({ facts, kubernetesVersion, name }: EksEnvironment, to: string, now: Date): UpgradePath {
  const from = facts?.cluster.kubernetesVersion ?? kubernetesVersion;
  const by = facts === undefined ? 'by its settings' : 'by facts.json';
  const list = known.join(', ');
  if (!known.includes(from))
    throw wrong(
      `${name} runs Kubernetes ${from} ${by}, of which there is no schema; known are ${list}.`,
      'upgrade it to a version that is known first.',
    );
  const above = known.filter((version) => minorOf(version) > minorOf(from));
  const newest = above.at(-1);
  if (newest === undefined)
    throw wrong(
      `${name} runs Kubernetes ${from} ${by}, and no later version is known.`,
      'wait for a version of cdk8s-eks that knows one.',
    );
  const later = `give --to a later one: ${above.join(', ')}.`;
  const version = to === 'next' ? `1.${minorOf(from) + 1}` : to;
  if (!known.includes(version))
    throw wrong(
      `--to is ${JSON.stringify(to)}, of which there is no schema.${/^1\.\d+$/.test(to) ? '' : didYouMean(to, above)}`,
      later,
    );
  if (minorOf(version) <= minorOf(from))
    throw wrong(`--to is ${version}, and ${name} runs ${from} ${by}: that is not an upgrade.`, later);
  return { from, to: version, steps: stepsBetween(from, version), declared: kubernetesVersion, ...calendarOf(now) };
}

function wrong(message: string, fix: string): ToolError {
  return new ToolError('ARGUMENTS', [{ message, fix }]);
}
