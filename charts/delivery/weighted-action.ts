import { defined } from '../../src/model/defined';

/** A Service and its share of the requests. */
export interface WeightedService {
  readonly serviceName: string;
  readonly servicePort: number;
  readonly weight: number;
}

/** The text of an action that forwards by weights. */
export function weightedAction(targetGroups: readonly WeightedService[], stickinessSeconds?: number): string {
  const stickiness =
    stickinessSeconds === undefined ? undefined : { enabled: true, durationSeconds: stickinessSeconds };
  return JSON.stringify({
    type: 'forward',
    forwardConfig: { targetGroups, ...defined({ targetGroupStickinessConfig: stickiness }) },
  });
}
