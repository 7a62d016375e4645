import type { AlbHealthCheck } from '../../src/knowledge/aws/alb-target-group-settings';
import type { BackendInput } from '../alb/backend';
import { serviceAndPort } from '../alb/backend';
import type { OwnTargetGroup } from '../alb/service-settings';
import type { Problems } from '../shared/problems';
import { namespaceOf } from './backend-list';
import type { ResolvedRule } from './resolved-routes';

/** What a rule says of the health of one of its backends. */
interface OwnHealthCheck {
  /** `healthCheck of rule 2` */
  readonly said: string;
  readonly backend: BackendInput;
  readonly healthCheck: AlbHealthCheck;
}

/** Health checks of rules, by their Services; of two rules that lead to one Service, the first that says it. */
export type OwnHealthChecks = ReadonlyMap<string, OwnHealthCheck>;

export function healthChecksOf(rules: readonly ResolvedRule[], problems: Problems): OwnHealthChecks {
  const found = new Map<string, OwnHealthCheck>();
  for (const one of allChecks(rules)) {
    const key = keyOf(one.backend, problems);
    if (!found.has(key)) found.set(key, one);
  }
  return found;
}

/** What the rules say of the health of a backend. */
export function healthCheckOf(
  backend: BackendInput,
  checks: OwnHealthChecks,
  problems: Problems,
): AlbHealthCheck | undefined {
  return checks.get(keyOf(backend, problems))?.healthCheck;
}

/** As an Ingress says them: on the Services. */
export function ownTargetGroups(checks: OwnHealthChecks): readonly OwnTargetGroup[] {
  return [...checks.values()].map(({ said, backend, healthCheck }) => ({ said, backend, settings: { healthCheck } }));
}

/** A Service has one health check for all of its routes. */
export function judgeHealthChecks(rules: readonly ResolvedRule[], problems: Problems): void {
  rules.forEach(({ healthCheck, backends }, index) => {
    problems.unless(
      healthCheck === undefined || backends.length > 0,
      `rule ${index + 1} has a healthCheck, and no backend that could be asked.`,
      'remove it.',
    );
  });
  const checks = healthChecksOf(rules, problems);
  for (const { said, backend, healthCheck } of allChecks(rules)) {
    const first = checks.get(keyOf(backend, problems));
    problems.unless(
      first === undefined || JSON.stringify(first.healthCheck) === JSON.stringify(healthCheck),
      `${said} is another than ${first?.said}, and both lead to Service ${serviceAndPort(backend, problems).serviceName}, which has one.`,
      'say the same in both, or say it in one of them alone.',
    );
  }
}

function allChecks(rules: readonly ResolvedRule[]): readonly OwnHealthCheck[] {
  return rules.flatMap(({ healthCheck, backends }, index) =>
    healthCheck === undefined
      ? []
      : backends.map(({ backend }) => ({ said: `healthCheck of rule ${index + 1}`, backend, healthCheck })),
  );
}

function keyOf(backend: BackendInput, problems: Problems): string {
  return `${namespaceOf(backend) ?? ''}/${serviceAndPort(backend, problems).serviceName}`;
}
