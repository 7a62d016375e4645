import type { Owner } from '../../../model/owner';
import { didYouMean } from '../../../model/suggest';
import type { WholeRule } from '../../engine/rule';
import { isOfAnAddOn, namespaceAllowed } from '../../reads/ownership';

export const validOwnerNamespace: WholeRule = {
  id: 'policy/valid-owner-namespace',
  severity: 'error',
  summary: 'An app renders only into namespaces that its owner’s declaration lists.',
  why: 'Argo CD refuses the whole sync of an Application that renders into a namespace which its project does not list.',
  see: ['https://argo-cd.readthedocs.io/en/release-3.2/user-guide/projects/'],
  checkAll({ judged, appOwners, environment }, tellOf) {
    let app: string | undefined;
    let owner: Owner | undefined;
    // Most objects lie where the one before them lay.
    let allowed: string | undefined;
    for (const object of judged) {
      if (object.app !== app) {
        app = object.app;
        owner = environment.owners[appOwners.get(app) ?? ''];
        allowed = undefined;
      }
      const namespace = object.kind === 'Namespace' && object.group === '' ? object.name : object.namespace;
      if (owner === undefined || namespace === undefined || namespace === allowed || isOfAnAddOn(object)) continue;
      if (namespaceAllowed(owner, namespace)) {
        allowed = namespace;
        continue;
      }
      tellOf(object)({
        path: object.namespace === undefined ? ['metadata', 'name'] : ['metadata', 'namespace'],
        found: namespace,
        wanted: owner.namespaces.join(', '),
        what: `it lies outside the namespaces of owner ${owner.name} (${owner.namespaces.join(', ') || 'none'}). Argo CD refuses the whole sync.${didYouMean(namespace, owner.namespaces)}`,
        fix: 'render it into a namespace of the owner, or declare the namespace in environments/defaults.yaml.',
      });
    }
  },
};
