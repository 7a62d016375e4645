import { SECRETS_STORE } from '../../../knowledge/kubernetes/secrets-store';
import { listAt, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule, RuleFinding } from '../../engine/rule';
import { broughtObjects } from '../../reads/brought-objects';

const PARAMETERS = ['spec', 'parameters'];
const STUCK = 'the provider refuses each mount, and Pods stay in ContainerCreating';

export const validProviderClass: ObjectRule = {
  id: 'eks/valid-provider-class',
  severity: 'error',
  summary: 'A SecretProviderClass of AWS lists objects that the provider can read, and makes Secrets of those alone.',
  why: 'The list is text, which nobody reads before a Pod mounts the class. Pods then stay in ContainerCreating, or wait for a Secret that is never made.',
  see: [
    'https://github.com/aws/secrets-store-csi-driver-provider-aws#secretproviderclass-options',
    'https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret',
  ],
  kinds: [`${SECRETS_STORE.group}/SecretProviderClass`],
  check(object, _context, tell) {
    if (textAt(object.value, 'spec', 'provider') !== 'aws') return;
    const brought = broughtObjects(mapAt(object.value, ...PARAMETERS));
    const found = brought.size === 0 ? nothing(object) : judgeSecrets(object, brought);
    for (const one of found) tell(one);
  },
};

function nothing({ value }: RenderedObject): readonly RuleFinding[] {
  const path = [...PARAMETERS, 'objects'];
  const found = textAt(value, ...path);
  if (found === undefined) return [{ path: PARAMETERS, what: `it lists no objects: ${STUCK}.`, fix: 'give objects.' }];
  const what = `its objects are not a YAML list of entries with an objectName: ${STUCK}.`;
  return [
    { path, found, what, fix: 'write a list, such as `- objectName: shop/db` with `objectType: secretsmanager`.' },
  ];
}

function judgeSecrets({ value }: RenderedObject, brought: ReadonlySet<string>): readonly RuleFinding[] {
  const known = [...brought];
  return listAt(value, 'spec', 'secretObjects').flatMap((secret, i) =>
    listAt(secret, 'data').flatMap((entry, j): readonly RuleFinding[] => {
      const found = textAt(entry, 'objectName');
      if (found === undefined || brought.has(found)) return [];
      const path = ['spec', 'secretObjects', i, 'data', j, 'objectName'];
      const what = `Secret ${textAt(secret, 'secretName') ?? ''} has a key of "${found}", which the class does not mount: the Secret is never made.${didYouMean(found, known)}`;
      return [{ path, found, what, fix: `name one of ${known.join(', ')}.` }];
    }),
  );
}
