import type { PolicyRule } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';
import { rbacWordProblems } from './rbac-resources';

/** Verbs that are allowed on resources. */
export interface Grant {
  /** `''` is the core group. `@default` - the core group */
  readonly apiGroups?: readonly string[];
  /** In the plural and lower case, as `kubectl api-resources` lists them; with a subresource after a slash. */
  readonly resources: readonly string[];
  /** Names of the only objects that are meant. `@default` - all of them */
  readonly resourceNames?: readonly string[];
  /** What subjects may do with the resources. */
  readonly verbs: readonly RbacVerb[];
  /** Needed for what lets subjects take the rights of others: `*`, Secrets, exec, tokens, escalate, bind, impersonate. */
  readonly reason?: string;
}

/** A verb of a request; verbs of one's own kinds are texts too. */
export type RbacVerb =
  | 'get'
  | 'list'
  | 'watch'
  | 'create'
  | 'update'
  | 'patch'
  | 'delete'
  | 'deletecollection'
  | (string & {});

export function ruleOf(grant: Grant): PolicyRule {
  return {
    apiGroups: [...(grant.apiGroups ?? [''])],
    resources: [...grant.resources],
    ...defined({ resourceNames: grant.resourceNames && [...grant.resourceNames] }),
    verbs: [...grant.verbs],
  };
}

const DANGEROUS_VERBS = ['escalate', 'bind', 'impersonate', '*'];

/** Resources that hand out the rights of others, whatever the verb. */
const DANGEROUS_RESOURCES = [
  'pods/exec',
  'pods/attach',
  'nodes/proxy',
  'serviceaccounts/token',
  'certificatesigningrequests/approval',
];

/** Resources that do so when they are written: a webhook sees and changes all objects, a volume may be a node's disk. */
const DANGEROUS_TO_WRITE = [
  'mutatingwebhookconfigurations',
  'validatingwebhookconfigurations',
  'persistentvolumes',
  'targetgroupbindings',
];

const READING = ['get', 'list', 'watch'];

/** @see https://kubernetes.io/docs/concepts/security/rbac-good-practices/ */
export function grantProblems(grant: Grant, problems: Problems): void {
  rbacWordProblems(grant, problems);
  const { resources, verbs } = grant;
  const secrets = resources.includes('secrets') && grant.resourceNames === undefined;
  const writes = verbs.some((verb) => !READING.includes(verb));
  const what = [
    ...verbs.filter((verb) => DANGEROUS_VERBS.includes(verb)).map((verb) => `verb ${verb}`),
    ...([...(grant.apiGroups ?? []), ...resources].includes('*') ? ['everything of a kind (*)'] : []),
    ...(secrets ? ['all Secrets'] : []),
    ...resources.filter((resource) => DANGEROUS_RESOURCES.includes(resource)),
    ...resources
      .filter((resource) => writes && DANGEROUS_TO_WRITE.includes(resource))
      .map((resource) => `writing ${resource}`),
  ];
  if (what.length === 0 || (grant.reason ?? '').trim() !== '') return;
  problems.add(
    `a grant on ${resources.join(', ')} covers ${what.join(' and ')}: its subjects could take the rights of others.`,
    'grant less (resourceNames for Secrets), or give the grant a reason.',
  );
}
