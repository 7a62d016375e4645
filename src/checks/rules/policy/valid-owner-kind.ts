import type { Owner } from '../../../model/owner';
import type { WholeRule } from '../../engine/rule';
import { kindRefusal } from '../../reads/ownership';

export const validOwnerKind: WholeRule = {
  id: 'policy/valid-owner-kind',
  severity: 'error',
  summary: 'An app renders only cluster-scoped kinds that its owner’s declaration lists.',
  why: 'Argo CD refuses the whole sync of an Application that holds a kind which its project does not list.',
  see: ['https://argo-cd.readthedocs.io/en/release-3.2/user-guide/projects/'],
  checkAll({ judged, appOwners, environment }, tellOf) {
    let app: string | undefined;
    let owner: Owner | undefined;
    for (const object of judged) {
      if (object.app !== app) {
        app = object.app;
        owner = environment.owners[appOwners.get(app) ?? ''];
      }
      if (owner === undefined) continue;
      const refusal = kindRefusal(owner, object);
      if (refusal === undefined) continue;
      tellOf(object)({
        path: ['kind'],
        found: object.kind,
        what: `owner ${owner.name} may not have this kind (${refusal.why}). Argo CD refuses the whole sync.`,
        fix: refusal.fix,
      });
    }
  },
};
