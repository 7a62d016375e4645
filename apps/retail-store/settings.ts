import type { ContainerUser, Mount, WritableFolder } from 'cdk8s-eks';

/** The services of the store run as user 1000 and write to /tmp only. */
export const STORE_USER: ContainerUser = { uid: 1000 };
export const TMP: readonly WritableFolder[] = [{ path: '/tmp', medium: 'Memory', sizeLimit: '64Mi' }];

/** Prometheus reads this path and port. */
export function scraped(path: string): Readonly<Record<string, string>> {
  return { 'prometheus.io/path': path, 'prometheus.io/port': '8080', 'prometheus.io/scrape': 'true' };
}

export const JAVA_OPTS = '-XX:MaxRAMPercentage=75.0 -Djava.security.egd=file:/dev/urandom';
export const ACTUATOR = '/actuator/prometheus';
export const LIVENESS = '/actuator/health/liveness';

/** A mounted folder of a claim template. */
export function dataAt(path: string): readonly Mount[] {
  return [{ path, claimTemplate: 'data' }];
}
