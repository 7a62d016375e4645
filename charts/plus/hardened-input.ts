import type { Environment } from '../../src/model/environment';
import type { Labels } from '../shared/labels';
import type { Problems } from '../shared/problems';
import type { SecurityProfile } from '../workload/security-profile';
import type { HardenedProps } from './hardened-props';
import type { PlusKind } from './plus-workload';

/** What is known of a workload when it is rendered. */
export interface HardenedInput {
  readonly kind: PlusKind;
  readonly props: HardenedProps;
  readonly profile: SecurityProfile;
  readonly environment: Environment;
  /** Labels that select the Pods. */
  readonly selector: Labels;
  /** Labels of the object and of its Pods. */
  readonly labels: Labels;
  readonly fargate: boolean;
  /** What cdk8s-plus was told; it writes a number of its own where it was told none. */
  readonly replicas: number | undefined;
  readonly problems: Problems;
}
