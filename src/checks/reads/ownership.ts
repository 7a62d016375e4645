import { ARGOCD_GROUP, ARGOCD_KINDS } from '../../knowledge/argocd/kinds';
import { isAddOnName } from '../../knowledge/aws/addons/catalogue';
import { isBuiltIn } from '../../knowledge/kubernetes/kinds';
import { addOnOfApplication } from '../../model/delivery-name';
import { clusterKindName, matchesPattern, type Owner, PLATFORM_ONLY_KINDS } from '../../model/owner';

interface Placed {
  readonly group: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** Why an owner may not have a kind, and what to do. */
export interface KindRefusal {
  readonly why: string;
  readonly fix: string;
}

/** Undefined where an owner may have an object's kind. */
export function kindRefusal(owner: Owner, object: Placed): KindRefusal | undefined {
  if (isOfAnAddOn(object)) return addOnRefusal(owner, object);
  if (object.group === ARGOCD_GROUP && ARGOCD_KINDS.some((kind) => kind === object.kind))
    return {
      why: 'only the tool itself renders Argo CD’s own objects',
      fix: 'leave it out; `gitops` in the settings, and in `defineApp`, says what is rendered.',
    };
  if (object.namespace !== undefined) return undefined;
  if (PLATFORM_ONLY_KINDS.has(object.kind) && !owner.platform)
    return {
      why: 'only the platform’s owner may have it',
      fix: 'move it to an app of the owner with `platform: true`.',
    };
  const name = clusterKindName(object.group, object.kind, isBuiltIn(object.group, object.kind));
  if (owner.clusterKinds.includes(name)) return undefined;
  return {
    why: `its clusterKinds are: ${owner.clusterKinds.join(', ') || 'none'}`,
    fix: `move it to an app of an owner who may, or add \`${name}\` to the clusterKinds of ${owner.name} in environments/defaults.yaml.`,
  };
}

/** An Application that is called after an add-on of the catalogue. What it holds is for `policy/valid-add-on-application`. */
export function isOfAnAddOn({ group, kind, name }: Placed): boolean {
  return group === ARGOCD_GROUP && kind === 'Application' && isAddOnName(addOnOfApplication(name) ?? '');
}

function addOnRefusal({ name, platform, addOns = [] }: Owner, object: Placed): KindRefusal | undefined {
  const addOn = addOnOfApplication(object.name) ?? '';
  if (platform && addOns.includes(addOn)) return undefined;
  return {
    why: `its addOns are: ${addOns.join(', ') || 'none'}`,
    fix: platform
      ? `add \`${addOn}\` to the addOns of ${name} in environments/defaults.yaml.`
      : `move it to an app of the owner with \`platform: true\`, and list \`${addOn}\` under its addOns in environments/defaults.yaml.`,
  };
}

/** Whether an owner may render into a namespace, or a Namespace of that name. */
export function namespaceAllowed(owner: Owner, namespace: string): boolean {
  return owner.namespaces.some((pattern) => matchesPattern(pattern, namespace));
}
