import { fargateProfileFor } from '../../knowledge/aws/fargate';
import { LARGEST_FARGATE } from '../../knowledge/aws/fargate-sizes';
import { HOURS_A_MONTH } from '../../knowledge/aws/prices/prices';
import { nodeSubnetIds } from '../cluster/subnets';
import type { EksEnvironment, FargateProfile } from '../environment';
import { type FargateSizing, fargateText } from '../fargate-size';
import type { PodTemplate } from '../pod-spec';
import type { PoolAnswer, Range } from './placement';
import { fargateSizingOf, requestedOf } from './pod-request';
import type { World } from './world';
import { zonesOfSubnets } from './zones';

/** GiB of ephemeral storage that come with each Pod. @see https://aws.amazon.com/fargate/pricing/ */
const STORAGE_INCLUDED = 20;
const NOT_SELECTED = 'none of its selectors matches the namespace and labels';

/** The profile that catches the Pods when they are created; undefined where none does. */
export function profileOf({ compute }: EksEnvironment, { owner, labels }: PodTemplate): FargateProfile | undefined {
  return fargateProfileFor(compute.fargateProfiles, owner.namespace ?? '', labels);
}

/** What each profile says of the Pods. */
export function fargateAnswers(template: PodTemplate, pods: Range | undefined, world: World): readonly PoolAnswer[] {
  const { environment } = world;
  const taker = profileOf(environment, template);
  return environment.compute.fargateProfiles.map((profile) => {
    const pool = nameOfProfile(profile);
    if (profile !== taker) {
      const reason = taker === undefined ? NOT_SELECTED : `profile ${taker.name} takes its Pods`;
      return { pool, verdict: 'no', reason, zones: [] };
    }
    const zones = zonesOfSubnets(environment, nodeSubnetIds(environment, profile.subnets));
    return { pool, zones, ...caught(template, pods, world) };
  });
}

export const nameOfProfile = ({ name }: FargateProfile) => `Fargate profile ${name}`;

function caught(template: PodTemplate, pods: Range | undefined, world: World): Pick<PoolAnswer, 'verdict'> {
  if (template.owner.kind === 'DaemonSet') return no('Fargate runs no DaemonSet');
  const sizing = fargateSizingOf(template, world.lookup);
  const { billed } = sizing;
  if (billed === undefined) return no(`with what Fargate adds, a Pod gets at most ${fargateText(LARGEST_FARGATE)}`);
  const size = { name: fargateText(billed), cpu: billed.vcpu, memoryGiB: billed.memoryGiB };
  const hourly = hourlyOf(sizing, requestedOf(template, 'ephemeral-storage', world.lookup) / 2 ** 30, world);
  const cost = hourly === undefined || pods === undefined ? undefined : monthly(pods, hourly);
  return { verdict: 'yes', ...{ size }, ...(cost === undefined ? {} : { cost }) };
}

function no(reason: string): Pick<PoolAnswer, 'verdict' | 'reason'> {
  return { verdict: 'no', reason };
}

/** USD an hour of one Pod. */
function hourlyOf({ billed }: FargateSizing, storage: number, { book }: World): number | undefined {
  if (billed === undefined || book.fargate === undefined) return undefined;
  const { vcpu, gb, storageGb } = book.fargate;
  const more = Math.max(0, storage - STORAGE_INCLUDED);
  if (more > 0 && storageGb === undefined) return undefined;
  return billed.vcpu * vcpu + billed.memoryGiB * gb + more * (storageGb ?? 0);
}

function monthly({ min, max }: Range, hourly: number): Range {
  return { min: min * hourly * HOURS_A_MONTH, max: max * hourly * HOURS_A_MONTH };
}
