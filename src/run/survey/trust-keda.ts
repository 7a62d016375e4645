import { addOnOfSource, sourcesOf } from '../../checks/reads/add-on-sources';
import { ADD_ONS } from '../../knowledge/aws/addons/catalogue';
import { IRSA } from '../../knowledge/aws/irsa';
import { KEDA } from '../../knowledge/keda/kinds';
import { type AskedAssociation, associationOf } from '../../model/associations';
import { describeAssociations } from '../../model/cluster/describe-access';
import type { EksEnvironment } from '../../model/environment';
import { at, mapAt, textAt } from '../../model/json';
import { by } from '../../model/order';
import type { RenderedObject } from '../../model/rendered-object';

/** What `trust` lists of KEDA’s operator, where something rendered asks AWS as it. */
export interface OperatorTrust {
  readonly namespace: string;
  readonly serviceAccount: string;
  /** The role that the values of its chart give it. */
  readonly roleArn?: string;
  /** The association that settings, or the facts of the cluster, have for it. */
  readonly association?: Omit<AskedAssociation, 'asker'>;
  /** What asks as it, such as `TriggerAuthentication shop/orders`. */
  readonly asker: string;
}

/**
 * KEDA asks AWS with the role of its operator's ServiceAccount where a TriggerAuthentication names no role and no owner of one.
 * Undefined where nothing does so, and where the role stands at a rendered object, which is listed anyway.
 * @see https://keda.sh/docs/2.20/authentication-providers/aws/
 */
export function operatorTrust(
  environment: EksEnvironment,
  objects: readonly RenderedObject[],
): OperatorTrust | undefined {
  const [asker] = objects.filter(asksAsOperator).sort(by(nameOf));
  const [serviceAccount] = ADD_ONS.keda.serviceAccounts;
  if (asker === undefined || serviceAccount === undefined) return undefined;
  const installed = installedBy(objects);
  const account = objects.find(
    ({ group, kind, name }) => group === '' && kind === 'ServiceAccount' && name === serviceAccount,
  );
  const namespace = installed?.namespace ?? account?.namespace ?? ADD_ONS.keda.namespace;
  const isIt = (one: { readonly namespace: string; readonly serviceAccount: string }) =>
    one.namespace === namespace && one.serviceAccount === serviceAccount;
  const isListed =
    textAt(mapAt(account?.value, 'metadata', 'annotations'), IRSA.role) !== undefined ||
    objects.some((object) => {
      const asked = associationOf(object);
      return asked !== undefined && isIt(asked);
    });
  if (isListed) return undefined;
  const operator = { namespace, serviceAccount, asker: nameOf(asker) };
  if (installed?.roleArn !== undefined) return { ...operator, roleArn: installed.roleArn };
  const { facts, clusterName } = environment;
  const found =
    describeAssociations(environment).find(isIt) ??
    (facts?.podIdentityAssociations ?? []).flatMap(({ roleArn, ownerArn: _owner, ...one }) =>
      roleArn !== undefined && isIt(one) ? [{ clusterName, ...one, roleArn }] : [],
    )[0];
  return found === undefined ? operator : { ...operator, association: { ...found, madeBy: 'others' } };
}

const OWN_KINDS: readonly string[] = ['TriggerAuthentication', 'ClusterTriggerAuthentication'];

function asksAsOperator({ group, kind, value }: RenderedObject): boolean {
  if (group !== KEDA || !OWN_KINDS.includes(kind)) return false;
  const identity = at(value, 'spec', 'podIdentity');
  return (
    textAt(identity, 'provider') === 'aws' &&
    at(identity, 'roleArn') === undefined &&
    textAt(identity, 'identityOwner') !== 'workload'
  );
}

/** Where an Application installs KEDA, and the role that it gives the operator. */
function installedBy(objects: readonly RenderedObject[]) {
  for (const object of objects)
    for (const source of sourcesOf(object)) {
      if (addOnOfSource(source) !== 'keda') continue;
      const paths = ADD_ONS.keda.forms.chart?.roleAnnotations ?? [];
      const roles = paths.flatMap((path) => textAt(source, 'helm', 'valuesObject', ...path, IRSA.role) ?? []);
      const namespace = textAt(object.value, 'spec', 'destination', 'namespace') ?? ADD_ONS.keda.namespace;
      return { namespace, roleArn: roles[0] };
    }
  return undefined;
}

function nameOf({ kind, namespace, name }: RenderedObject): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
