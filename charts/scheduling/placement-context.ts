import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';

/** What the properties are called that ask for devices. */
export type DeviceNames = Readonly<Record<'gpu' | 'efa' | 'deviceClaims', string>>;
export const OF_RUN_ON: DeviceNames = { gpu: 'runOn.gpu', efa: 'runOn.efa', deviceClaims: 'runOn.deviceClaims' };

export interface PlacementContext {
  readonly environment: Environment;
  /** Whether a Fargate profile catches the Pods. */
  readonly fargate: boolean;
  readonly problems: Problems;
  /** Namespace of the Pods. `@default` - not known */
  readonly namespace?: string;
  /** What the properties are called that ask for devices. `@default` - those of `runOn` */
  readonly deviceNames?: DeviceNames;
}
