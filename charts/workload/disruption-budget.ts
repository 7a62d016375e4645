import type { Construct } from 'constructs';
import { IntOrString, KubePodDisruptionBudget } from '../../imports/k8s';
import type { Labels } from './labels';

/** One Pod at a time may be evicted, and Pods that are not ready never block a drain. */
export function disruptionBudget(scope: Construct, component: string, selector: Labels): KubePodDisruptionBudget {
  return new KubePodDisruptionBudget(scope, 'DisruptionBudget', {
    metadata: { name: component, labels: { ...selector } },
    spec: {
      maxUnavailable: IntOrString.fromNumber(1),
      selector: { matchLabels: { ...selector } },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  });
}
