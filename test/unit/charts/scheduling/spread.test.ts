import { WebService, type WebServiceProps } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

/** The spread of a WebService: topology key without its domain, skew, whether it is required, domains. */
function spread(input: WebServiceProps['spread']) {
  const made = render((scope) => new WebService(scope, 'web', { image: 'a/b:1', port: 80, spread: input ?? true }));
  const list = at(made['Deployment web'], 'spec', 'template', 'spec', 'topologySpreadConstraints');
  if (!Array.isArray(list)) return list;
  return list.map((one) => {
    expect(Object.keys(at(one, 'labelSelector', 'matchLabels') ?? {})).not.toEqual([]);
    expect(at(one, 'matchLabelKeys')).toEqual(['pod-template-hash']);
    const words = [at(one, 'topologyKey'), at(one, 'maxSkew'), at(one, 'whenUnsatisfiable'), at(one, 'minDomains')];
    return words.filter((word) => word !== undefined).join(' ');
  });
}

describe('spread', () => {
  it('is a wish for zones and nodes, with one Pod more at most', () => {
    const usual = ['topology.kubernetes.io/zone 1 ScheduleAnyway', 'kubernetes.io/hostname 1 ScheduleAnyway'];
    expect([spread(true), spread({})]).toEqual([usual, usual]);
    expect(spread(false)).toBeUndefined();
  });

  it('takes numbers, leaves one of them out, and holds Pods back where it is required', () => {
    expect(spread({ zones: 2, nodes: 3 })).toEqual([
      'topology.kubernetes.io/zone 2 ScheduleAnyway',
      'kubernetes.io/hostname 3 ScheduleAnyway',
    ]);
    expect(spread({ zones: 'any', required: 'nodes' })).toEqual(['kubernetes.io/hostname 1 DoNotSchedule']);
    expect(spread({ nodes: 'any', required: 'zones' })).toEqual(['topology.kubernetes.io/zone 1 DoNotSchedule']);
    expect(spread({ required: 'both' })).toEqual([
      'topology.kubernetes.io/zone 1 DoNotSchedule',
      'kubernetes.io/hostname 1 DoNotSchedule',
    ]);
  });

  it('wants a number of zones, which are then required', () => {
    expect(spread({ minZones: 3 })).toEqual([
      'topology.kubernetes.io/zone 1 DoNotSchedule 3',
      'kubernetes.io/hostname 1 ScheduleAnyway',
    ]);
  });

  it('is written out where numbers do not say it', () => {
    const own = { maxSkew: 5, topologyKey: 'rack', whenUnsatisfiable: 'DoNotSchedule' };
    const made = render((scope) => new WebService(scope, 'web', { image: 'a/b:1', port: 80, spread: [own] }));
    expect(at(made['Deployment web'], 'spec', 'template', 'spec', 'topologySpreadConstraints')).toEqual([own]);
  });
});
