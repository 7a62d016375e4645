import type { Construct } from 'constructs';
import { IntOrString, KubePodDisruptionBudget } from '../../imports/k8s';
import { type Naming, objectMetadata } from './labels';

/** One Pod at a time may be evicted, and Pods that are not ready never block a drain. */
export function disruptionBudget(scope: Construct, naming: Naming): KubePodDisruptionBudget {
  return new KubePodDisruptionBudget(scope, 'DisruptionBudget', {
    metadata: objectMetadata(naming),
    spec: {
      maxUnavailable: IntOrString.fromNumber(1),
      selector: { matchLabels: { ...naming.selector } },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  });
}
