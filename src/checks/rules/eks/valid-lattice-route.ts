import { GATEWAY_GROUP } from '../../../knowledge/gateway/kinds';
import { judgeLatticeRoute } from '../../../model/gateway/judge-lattice-route';
import type { ObjectRule } from '../../engine/rule';
import { parentsOf, servedBy } from '../../reads/gateway-of';

export const validLatticeRoute: ObjectRule = {
  id: 'eks/valid-lattice-route',
  severity: 'error',
  summary: 'A route of a Gateway of VPC Lattice says what VPC Lattice can do.',
  why: 'Rules of VPC Lattice match whole paths, prefixes, one method and five headers, and forward. Its controller passes over redirects, rewrites, changed headers and timeouts without a word: requests are answered as if nobody had written them. Regular expressions and matches on the query stop the whole route.',
  see: [
    'https://www.gateway-api-controller.eks.aws.dev/latest/api-types/http-route/',
    'https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_RuleAction.html',
    'https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_HttpMatch.html',
  ],
  kinds: ['HTTPRoute', 'GRPCRoute'].map((kind) => `${GATEWAY_GROUP}/${kind}`),
  check(route, context, tell) {
    const isServed = parentsOf(route, context).some(
      ({ gateway }) => gateway !== undefined && servedBy(gateway, context)?.controller === 'vpc-lattice',
    );
    if (!isServed) return;
    for (const verdict of judgeLatticeRoute(route.value)) tell(verdict);
  },
};
