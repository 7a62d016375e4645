import * as v from 'valibot';
import { DELIVERED_ADD_ONS } from '../../knowledge/aws/addons/catalogue';
import * as f from './formats';
import { notification } from './notification-schema';
import { syncWindow } from './sync-window-schema';

const about = v.description;

const destination = v.pipe(
  v.union(
    [
      v.strictObject({ name: v.pipe(f.text, about('Name of the cluster’s Secret in Argo CD.')) }),
      v.strictObject({ server: v.pipe(f.text, about('Address of its API server.')) }),
      v.strictObject({ clusterArn: v.pipe(f.arn, about('ARN of the EKS cluster, for the EKS capability.')) }),
    ],
    'exactly one of name, server and clusterArn, as text',
  ),
  about('How Argo CD knows the cluster: exactly one of name, server and clusterArn.'),
);

const version = v.pipe(
  v.string(),
  v.regex(/^3\.\d+$/, 'a minor version of Argo CD such as "3.2", in quotes'),
  about('Minor version of Argo CD, in quotes; only fields that it knows are written.'),
);

const syncPolicy = v.strictObject({
  automated: v.optional(v.pipe(v.boolean(), about('Sync without being asked.')), true),
  prune: v.optional(v.pipe(v.boolean(), about('Delete what is no longer rendered.')), true),
  selfHeal: v.optional(v.pipe(v.boolean(), about('Undo what somebody changes on the cluster.')), true),
  pruneLast: v.optional(
    v.pipe(v.boolean(), about('Delete only once everything else is healthy; immutable configuration always is.')),
    true,
  ),
});

const flavour = v.pipe(
  v.picklist(['self-managed', 'eks-capability']),
  about('Who runs Argo CD: you, or EKS as a capability of the cluster.'),
);

const id = v.pipe(f.name, about('Put before all names where several repositories share one Argo CD.'));

const protect = v.pipe(
  v.array(f.groupAndKind),
  about(
    'Kinds to protect like those that are known to hold data: deleted only with --allow-delete, and once confirmed.',
  ),
);

const fields = (what: string) => v.exactOptional(v.pipe(v.array(f.text), about(what)));

/** Fields that others write, in the settings and in `defineApp`. */
export const ignoreDifferences = v.array(
  v.strictObject({
    group: v.exactOptional(v.pipe(f.groupPattern, about('API group; left out for the core group, * for every one.'))),
    kind: v.pipe(f.kindPattern, about('Kind of the objects, such as Deployment, or * for every one.')),
    name: v.exactOptional(v.pipe(f.objectName, about('One object; left out: all of the kind.'))),
    namespace: v.exactOptional(v.pipe(f.objectName, about('Namespace of the objects; left out: every one.'))),
    jsonPointers: fields('Fields by JSON pointer, such as /spec/replicas.'),
    jqPathExpressions: fields('Fields by jq path, such as .spec.replicas.'),
    managedFieldsManagers: fields('Field managers whose fields are meant.'),
  }),
);

const flux = v.strictObject({
  sourceSecret: v.exactOptional(
    v.pipe(f.objectName, about('Secret beside the Kustomizations by which Flux reads the repository; left out: none.')),
  ),
  ownerAccounts: v.exactOptional(
    v.pipe(v.boolean(), about('Apply each app as the ServiceAccount of its owner, which may do what RBAC says.')),
  ),
});

/** How an environment's output reaches its cluster. */
export const gitops = v.strictObject({
  repoURL: v.pipe(f.gitRepository, about('The repository that holds the output folder.')),
  branch: v.optional(v.pipe(f.branch, about('What Argo CD follows.')), 'main'),
  consumer: v.exactOptional(
    v.pipe(
      v.picklist(['applications', 'application-set', 'flux']),
      about(
        'Who reads the output: Argo CD, by an Application for each app (left out) or one ApplicationSet, or Flux, by a Kustomization for each.',
      ),
    ),
  ),
  flux: v.exactOptional(v.pipe(flux, about('What Flux alone is told; only with consumer: flux.'))),
  delivery: v.exactOptional(
    v.pipe(
      v.picklist(['folders', 'branches', 'repositories']),
      about(
        'What keeps environments apart in Git: folders of one branch (left out), a branch or a repository for each.',
      ),
    ),
  ),
  pathPrefix: v.optional(v.pipe(f.pathInRepository, about('The output folder inside the repository.')), 'dist'),
  namespace: v.optional(
    v.pipe(f.name, about('Where Argo CD reads Applications from, or Flux its Kustomizations.')),
    'argocd',
  ),
  version: v.optional(version, '3.2'),
  flavour: v.optional(flavour, 'self-managed'),
  destination,
  syncPolicy: v.optional(v.pipe(syncPolicy, about('What Argo CD does by itself.')), {}),
  protect: v.exactOptional(protect),
  ignoreDifferences: v.exactOptional(
    v.pipe(ignoreDifferences, about('Fields that somebody else writes, in any app; Argo CD leaves them alone.')),
  ),
  syncWindows: v.exactOptional(
    v.pipe(
      v.array(syncWindow),
      about('When Argo CD may sync; left out: at any time. A list replaces that of the parents.'),
    ),
  ),
  notifications: v.exactOptional(
    v.pipe(v.array(notification), about('Who is told what of Applications. A list replaces that of the parents.')),
  ),
  id: v.exactOptional(id),
});

const clusterKinds = v.pipe(
  v.array(f.text),
  about('Cluster-scoped kinds its apps may render: `Namespace`, or `Kind.group` for a custom kind.'),
);

/** What a team may render; Argo CD's projects are written from it. */
export const owner = v.strictObject({
  namespaces: v.optional(
    v.pipe(v.array(f.namespacePattern), about('Where its apps may render; * stands for any characters.')),
    [],
  ),
  clusterKinds: v.optional(clusterKinds, []),
  repositories: v.optional(
    v.pipe(v.array(f.gitRepository), about('Where it syncs from; empty: `gitops.repoURL`.')),
    [],
  ),
  applicationNamespaces: v.exactOptional(
    v.pipe(v.array(f.name), about('Where it keeps Applications of its own making, beside Argo CD’s own namespace.')),
  ),
  platform: v.optional(v.pipe(v.boolean(), about('May also hold ClusterRole, webhooks and definitions.')), false),
  addOns: v.exactOptional(
    v.pipe(
      v.array(v.picklist(DELIVERED_ADD_ONS)),
      about('Add-ons that it may have Argo CD install from elsewhere; only with `platform`.'),
    ),
  ),
});

/** An object that exists on the cluster without being rendered here. */
export const externalObject = v.strictObject({
  group: v.optional(v.pipe(f.group, about('API group of the kind; empty for the core group.')), ''),
  kind: v.pipe(f.kind, about('Kind of the object, such as Secret.')),
  namespace: v.exactOptional(v.pipe(f.objectName, about('For kinds that live in a namespace.'))),
  name: v.pipe(f.objectName, about('Name of the object.')),
  keys: v.exactOptional(
    v.pipe(v.array(f.text), about('What a Secret or ConfigMap holds; left out where nobody says.')),
  ),
});
