import type { NlbForward } from './nlb-action';
import { NLB_FAMILIES } from './nlb-annotations';
import { IDLE_TIMEOUT } from './nlb-values';
import { entryIn, mapIn, type SettingsTable, valueIn } from './setting-row';

/** What one listener, and the target group behind it, have of their own. */
export interface NlbListenerAttributes {
  /** Seconds until an idle connection is forgotten, 60–6000; of TCP listeners. `@default` 350 (AWS) */
  readonly idleTimeoutSeconds?: number;
  /** Further attributes of the listener, under AWS's names. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Attributes of its target group that differ from those of all, under AWS's names. */
  readonly targetGroupAttributes?: Readonly<Record<string, string>>;
}

export interface NlbListenerSettings extends NlbListenerAttributes {
  /** How the connections are shared with others. `@default` - the Service alone */
  readonly forward?: NlbForward;
}

/** Each property and the annotation that carries it; the key ends in the listener. */
export const NLB_LISTENER: SettingsTable<NlbListenerSettings> = {
  idleTimeoutSeconds: entryIn(NLB_FAMILIES.listenerAttributes, 'tcp.idle_timeout.seconds', IDLE_TIMEOUT),
  attributes: mapIn(NLB_FAMILIES.listenerAttributes),
  targetGroupAttributes: mapIn(NLB_FAMILIES.portTargetGroupAttributes),
  forward: valueIn(NLB_FAMILIES.action),
};
