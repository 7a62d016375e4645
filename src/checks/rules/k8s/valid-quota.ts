import { type JsonValue, mapAt } from '../../../model/json';
import { judgeQuotaScopes } from '../../../model/quota-scopes';
import type { ObjectRule, Tell } from '../../engine/rule';
import { amountOf } from './valid-resources';

/** Names of Kubernetes' own that a quota can bound. */
const KNOWN =
  /^((requests\.|limits\.)?(cpu|memory|ephemeral-storage)|requests\.storage|(requests\.)?hugepages-.+|pods|services(\.loadbalancers|\.nodeports)?|replicationcontrollers|resourcequotas|secrets|configmaps|persistentvolumeclaims)$/;
/** What is counted has no parts. */
const COUNTED =
  /^(pods|services.*|replicationcontrollers|resourcequotas|secrets|configmaps|persistentvolumeclaims|count\/.+)$/;

export const validQuota: ObjectRule = {
  id: 'k8s/valid-quota',
  severity: 'error',
  summary:
    'A ResourceQuota bounds resources that exist and that its scopes can bound, by amounts of at least 0, and whole ones where it counts.',
  why: 'The server refuses a quota of a resource that it does not know, and with it the bounds of the namespace.',
  see: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
  kinds: ['ResourceQuota'],
  check(object, { schemas }, tell) {
    for (const [name, amount] of Object.entries(mapAt(object.value, 'spec', 'hard'))) judgeBound(name, amount, tell);
    for (const said of judgeQuotaScopes(object.value, schemas.kubernetesVersion)) tell(said);
  },
};

function judgeBound(name: string, value: JsonValue | undefined, tell: Tell): void {
  const amount = amountOf(value);
  const path = ['spec', 'hard', name];
  if (!name.includes('/') && !KNOWN.test(name))
    tell({
      path,
      found: name,
      what: `no quota can bound "${name}"; the server refuses it.`,
      fix: 'name a resource, such as requests.cpu or count/jobs.batch.',
    });
  else if (amount !== undefined && amount < 0)
    tell({
      path,
      found: String(value),
      wanted: 'at least 0',
      what: `an amount of ${name} cannot be ${String(value)}; the server refuses it.`,
      fix: 'use an amount of at least 0.',
    });
  else if (amount !== undefined && COUNTED.test(name) && !Number.isInteger(amount))
    tell({
      path,
      found: String(value),
      wanted: 'a whole number',
      what: `${name} are counted, and ${String(value)} is not a whole number; the server refuses it.`,
      fix: 'use a whole number.',
    });
}
