import { configurationDoubts } from '../../../../src/model/cluster/add-on-configuration';

describe('the configuration of an add-on of EKS', () => {
  it.each([
    ['vpc-cni', '{"enableNetworkPolicy":"true","env":{"WARM_IP_TARGET":"2"},"nodeAgent":{}}', []],
    [
      'vpc-cni',
      '{"enableNetworkPolicy":true,"env":{"WARM_IP_TARGET":2}}',
      [
        'enableNetworkPolicy of vpc-cni is true, and takes "true" or "false", in quotes.',
        'env of vpc-cni is {"WARM_IP_TARGET":2}, and takes a map of texts, numbers and booleans in quotes.',
      ],
    ],
    [
      'coredns',
      '{"replicas":2,"corefile":[],"replicaCount":"2","tolerations":{},"autoScaling":true}',
      [
        'replicas is not known of coredns here.',
        'corefile of coredns is [], and takes text.',
        'replicaCount of coredns is "2", and takes a number.',
        'tolerations of coredns is {}, and takes a list.',
        'autoScaling of coredns is true, and takes a map.',
      ],
    ],
    ['kube-proxy', '{"mode":"ipvs"}', []],
    ['adot', '{"a":1}', []],
    ['coredns', 'replicas: 2', []],
    ['coredns', undefined, []],
  ])('of %s, %s, is doubted where the catalogue knows better', (addOn, configuration, doubts) =>
    expect(configurationDoubts(addOn, configuration)).toEqual(doubts),
  );
});
