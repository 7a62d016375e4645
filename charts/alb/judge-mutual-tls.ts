import { ALB } from '../../src/knowledge/aws/alb-annotations';
import { idleMutualTls } from '../../src/knowledge/aws/alb-mutual-tls-listeners';
import type { AlbSettings } from '../../src/knowledge/aws/alb-settings';
import type { AlbListenPort } from '../../src/knowledge/aws/load-balancer-values';
import type { EksEnvironment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';

/** Client certificates that nobody would be asked for. @param alb all annotations of the Ingress, without prefix */
export function judgeMutualTls(
  { tls }: AlbSettings,
  alb: Readonly<Record<string, string>>,
  { region, partition }: EksEnvironment,
  problems: Problems,
): void {
  const entries = ALB.mutualAuthentication.value.read(alb[ALB.mutualAuthentication.key] ?? '') ?? [];
  const written = ALB.listenPorts.value.read(alb[ALB.listenPorts.key] ?? '');
  const listeners = written ?? (tls === false ? PLAIN : undefined);
  for (const { what, fix } of idleMutualTls(entries, { listeners, region, partition })) problems.add(what, fix);
}

/** Without TLS and ports, the controller listens there; otherwise the class may decide. */
const PLAIN: readonly AlbListenPort[] = [{ protocol: 'HTTP', port: 80 }];
