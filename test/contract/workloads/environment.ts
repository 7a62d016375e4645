import type { Environment } from '../../../src/model/environment';
import { eksEnvironment } from '../../support/environment';

/** A cluster with Karpenter, where one replica is enough: what the originals were written for. */
export function workshop(name: string): Environment {
  const base = eksEnvironment();
  return eksEnvironment({
    name,
    minReplicas: 1,
    compute: { ...base.compute, karpenter: true },
    values: { inboundCidr: '203.0.113.0/24', rdsEndpoint: 'catalog.example.eu-west-1.rds.amazonaws.com' },
  });
}
