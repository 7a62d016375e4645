import type { Construct } from 'constructs';
import type { NlbSettings } from '../../src/knowledge/aws/nlb-settings';
import type { Environment } from '../../src/model/environment';
import type { WrittenNlb } from './nlb-annotations';
import type { NlbExposeProps } from './nlb-expose';
import type { NlbPort } from './nlb-listeners';

/** What a Service with a load balancer is made of, before anything is judged. */
export interface NlbInput {
  readonly props: NlbExposeProps;
  /** The properties with our defaults. */
  readonly settings: NlbSettings;
  readonly ports: readonly NlbPort[];
  readonly written: WrittenNlb;
  readonly environment: Environment;
  readonly construct: Construct;
}
