import { withArticle } from '../../../src/grammar/article';

describe('the article of a kind', () => {
  it.each([
    ['Service', 'a Service'],
    ['IngressClass', 'an IngressClass'],
    ['ExternalName', 'an ExternalName'],
    ['HTTPRoute', 'an HTTPRoute'],
    ['UDPRoute', 'a UDPRoute'],
    ['HorizontalPodAutoscaler', 'a HorizontalPodAutoscaler'],
    ['StatefulSet', 'a StatefulSet'],
    ['NodePool', 'a NodePool'],
    ['EC2NodeClass', 'an EC2NodeClass'],
    ['CSIDriver', 'a CSIDriver'],
  ])('of %s stands in "%s"', (kind, wanted) => expect(withArticle(kind)).toBe(wanted));
});
