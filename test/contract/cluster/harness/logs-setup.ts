import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder for the logs of one run; the reporter removes it after a green one and names it after a red one. */
export default function setup(): void {
  process.env['CDK8S_EKS_CLUSTER_LOGS'] = mkdtempSync(join(tmpdir(), 'cdk8s-eks-cluster-'));
}
