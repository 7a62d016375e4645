import { SECRETS_STORE } from '../../../knowledge/kubernetes/secrets-store';
import { type ConfigReference, configReferences } from '../../../model/config-references';
import { describeIdentity } from '../../../model/identity';
import { listAt, textAt } from '../../../model/json';
import type { PodTemplate } from '../../../model/pod-spec';
import { didYouMean } from '../../../model/suggest';
import type { ObjectIndex } from '../../engine/object-index';
import type { PodRule, RuleFinding } from '../../engine/rule';
import { configNames, isThere, madeSecret } from '../../reads/config-keys';
import { strangerIn } from '../../reads/operator-objects';

type Said = Pick<RuleFinding, 'what' | 'fix'>;

export const noMissingConfig: PodRule = {
  id: 'k8s/no-missing-config',
  severity: 'error',
  summary: 'Every ConfigMap and Secret a Pod reads exists in its namespace.',
  why: 'Pods that read a ConfigMap or Secret which does not exist are created and never start. A rollout stops there, with the old Pods still running and the change not live.',
  see: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/',
    'https://kubernetes.io/docs/concepts/configuration/secret/',
  ],
  checkPod(template, context, tell) {
    const { index } = context;
    const namespace = template.owner.namespace ?? '';
    for (const reference of configReferences(template)) {
      if (reference.optional) continue;
      const { kind, name, path } = reference;
      if (isThere(index, namespace, reference)) {
        const never = whyNeverMade(index, namespace, reference);
        if (never !== undefined) tell({ path, found: name, ...never });
        continue;
      }
      const stranger = strangerIn(namespace, context);
      if (stranger !== undefined) {
        tell({
          path,
          found: name,
          severity: 'unknown',
          what: `it reads ${kind} "${name}", which nothing here makes, unless it comes of ${describeIdentity(stranger)}: what that makes is not known here.`,
          fix: `declare the ${kind} under \`external\` in environment.yaml, if it is there.`,
        });
        continue;
      }
      tell({
        path,
        found: name,
        what: `it reads ${kind} "${name}", which namespace ${namespace} does not have. Its Pods stay in CreateContainerConfigError.${didYouMean(name, configNames(index, namespace, kind))}`,
        fix: `render the ${kind}${kind === 'Secret' ? ' by an ExternalSecret' : ''}, or declare it under \`external\` in environment.yaml.`,
      });
    }
  },
};

/** A SecretProviderClass makes its Secrets when a Pod mounts it, from the objects that it mounts. */
function whyNeverMade(index: ObjectIndex, namespace: string, reference: ConfigReference): Said | undefined {
  const made = madeSecret(index, namespace, reference);
  if (made === undefined || made.maker.kind !== 'SecretProviderClass') return undefined;
  const { maker, name, never } = made;
  const waits = `it reads Secret "${name}", which ${describeIdentity(maker)} never makes:`;
  const stay = 'Its Pods stay in CreateContainerConfigError.';
  if (never !== undefined)
    return { what: `${waits} ${never}. ${stay}`, fix: 'use an objectName or objectAlias of the parameters.' };
  if (index.templatesIn(namespace).some((template) => mounts(template, maker.name))) return undefined;
  return {
    what: `${waits} no Pod of namespace ${namespace} mounts it. ${stay}`,
    fix: `add a volume with csi.driver ${SECRETS_STORE.driver} and this secretProviderClass, and mount it in a container.`,
  };
}

function mounts({ spec }: PodTemplate, providerClass: string): boolean {
  return listAt(spec, 'volumes').some(
    (volume) =>
      textAt(volume, 'csi', 'driver') === SECRETS_STORE.driver &&
      textAt(volume, 'csi', 'volumeAttributes', 'secretProviderClass') === providerClass,
  );
}
