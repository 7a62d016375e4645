import { covers } from '../../src/grammar/covers';
import { wrongHost } from '../../src/grammar/host';
import type { EksEnvironment, Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';

/** `shop` → `shop.<domain of the environment>`; a name with a dot stays as it is. */
export function fullHost(host: string, environment: Environment): string {
  return host.includes('.') ? host : `${host}.${environment.domain}`;
}

/** As rule k8s/valid-ingress judges it. */
export function hostProblem(host: string, problems: Problems): void {
  const wrong = wrongHost(host);
  problems.unless(
    wrong === undefined,
    `the server refuses the host "${host}": ${wrong}.`,
    'use lower-case letters, digits and inner hyphens, with `*.` in front at most.',
  );
}

/**
 * The certificates of the environment that cover the hosts; a host that none covers is a problem.
 * @param otherwise what helps where none is declared: `or set tls: false`
 */
export function certificatesFor(
  hosts: readonly string[],
  environment: EksEnvironment,
  problems: Problems,
  otherwise: string,
): readonly string[] {
  const found = new Set<string>();
  for (const host of hosts) {
    const certificate = environment.certificates.find(({ domains }) => domains.some((domain) => covers(domain, host)));
    if (certificate !== undefined) found.add(certificate.arn);
    else {
      problems.add(
        `no certificate of environment ${environment.name} covers ${host}; the controller would stop at "no certificate found" for the whole load balancer.`,
        `declare one under \`certificates\` in environment.yaml, ${otherwise}.`,
      );
    }
  }
  return [...found];
}
