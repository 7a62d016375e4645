import { parse, safeParse } from 'valibot';
import { addOn } from '../../../../src/load/settings/control-plane-schema';

const read = (configuration: unknown) => parse(addOn, { name: 'vpc-cni', configuration }).configuration;

describe('the configuration of an add-on', () => {
  it('is a map, which becomes JSON in the order that is written', () => {
    expect(read({ enableNetworkPolicy: 'true', env: { WARM_IP_TARGET: '2' } })).toBe(
      '{"enableNetworkPolicy":"true","env":{"WARM_IP_TARGET":"2"}}',
    );
  });

  it('is text as it stands', () => {
    expect(read('replicaCount: 2\n')).toBe('replicaCount: 2\n');
  });

  it.each([[['a']], [2], [true], [null]])('is not %j', (given) => {
    expect(safeParse(addOn, { name: 'vpc-cni', configuration: given }).issues?.map(({ message }) => message)).toEqual([
      'a map, or text in JSON or YAML',
    ]);
  });
});
