import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { TRIGGER_AUTHENTICATION } from '../../src/knowledge/keda/kinds';
import type { Environment } from '../../src/model/environment';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { onlyMade } from '../shared/made';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { type KedaIdentity, type PodIdentity, podIdentityOf } from './keda-identity';
import type { ScalingTrigger } from './scaling-trigger';
import { needsIdentity } from './trigger-spec';

/** As whom KEDA asks for the triggers that name nobody; undefined where none asks AWS. */
export function identityFor(
  props: {
    readonly triggers: readonly ScalingTrigger[];
    readonly identity?: KedaIdentity;
    readonly overrides?: object;
  },
  environment: Environment,
  problems: Problems,
): PodIdentity | undefined {
  const isNeeded = needsIdentity(props.triggers);
  onlyMade(
    props.overrides,
    { triggerAuthentication: isNeeded || 'no trigger asks AWS without an authentication of its own' },
    problems,
  );
  return isNeeded ? podIdentityOf(props.identity ?? 'workload', environment, problems) : undefined;
}

/** The TriggerAuthentication of those triggers, by the name of what they scale by. */
export function ownAuthentication(
  scope: Construct,
  metadata: ObjectProps & { readonly name: string },
  identity: PodIdentity | undefined,
  patch: Patch | undefined,
): ApiObject | undefined {
  if (identity === undefined) return undefined;
  const spec = { podIdentity: identity };
  return override(customObject(scope, 'Authentication', TRIGGER_AUTHENTICATION, metadata, spec), patch);
}
