import { by } from '../../model/order';
import type { PreflightRow } from '../../model/preflight';
import { indexObjects } from '../engine/object-index';
import { platformObjects } from '../reads/platform-objects';
import type { PreflightCheck, PreflightContext, PreflightInput } from './preflight-check';
import { PREFLIGHT_CHECKS } from './registry';

/** Every check answers in at least one row; what it lacks facts for is unknown. Pure: same input, same rows. */
export function preflight(
  input: PreflightInput,
  checks: readonly PreflightCheck[] = PREFLIGHT_CHECKS,
): readonly PreflightRow[] {
  const { environment, objects } = input;
  const { facts } = environment;
  const fix = `run \`cdk8s-eks facts refresh ${environment.name}\`.`;
  if (facts === undefined) {
    const message = 'the cluster was never read: there is no facts.json.';
    return checks.map(({ id }) => ({ check: id, state: 'unknown', subject: environment.clusterName, message, fix }));
  }
  const index = indexObjects(objects, environment.external, platformObjects(environment, objects));
  const context: PreflightContext = { ...input, facts, index };
  return checks.flatMap((check): readonly PreflightRow[] => {
    const lacking = check.needs.filter((reading) => facts[reading] === undefined);
    if (lacking.length > 0) return [{ check: check.id, ...lack(lacking, context, fix) }];
    const rows = check.judge(context);
    if (rows.length === 0)
      return [{ check: check.id, state: 'ok', subject: environment.clusterName, message: check.fine }];
    return rows
      .map((row) => ({ check: check.id, ...row }))
      .sort(
        by(
          ({ subject }) => subject,
          ({ message }) => message,
        ),
      );
  });
}

/** Why facts are missing: they were not allowed, or come from an earlier version. */
function lack(readings: readonly string[], { facts, environment }: PreflightContext, refresh: string) {
  const unread = (facts.unread ?? []).filter(({ reading }) => readings.includes(reading));
  const foreign = unread.filter(({ reason }) => reason === 'unsupported');
  if (foreign.length > 0)
    return {
      state: 'unknown' as const,
      subject: environment.clusterName,
      message: `facts.json does not hold ${readings.join(' and ')}: the region does not know ${foreign.map(({ action }) => `eks:${action}`).join(' and ')}.`,
      fix: 'look at the cluster yourself: no facts will tell.',
    };
  const refused = unread.filter(({ reason }) => reason !== 'unsupported');
  const calls = refused.map(({ action }) => `eks:${action}`).join(' and ');
  const why = calls === '' ? 'facts.json is older than this reading' : `the credentials may not call ${calls}`;
  const policy = `give the credentials the policy that \`cdk8s-eks facts policy ${environment.name}\` prints, and ${refresh}`;
  return {
    state: 'unknown' as const,
    subject: environment.clusterName,
    message: `facts.json does not hold ${readings.join(' and ')}: ${why}.`,
    fix: calls === '' ? refresh : policy,
  };
}
