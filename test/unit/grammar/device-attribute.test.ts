import { wrongDeviceAttribute } from '../../../src/grammar/device-attribute';

describe('the name of an attribute of devices', () => {
  it('has a domain and an identifier', () => {
    expect(wrongDeviceAttribute('resource.aws.com/devicegroup4_id')).toBeUndefined();
    expect(wrongDeviceAttribute('x')).toBe('it has no domain before a slash');
    expect(wrongDeviceAttribute('/x')).toBe('"" before the slash is not a DNS name: it is empty');
    expect(wrongDeviceAttribute('example.com/a-b')).toBe(
      '"a-b" after the slash is not the name of an attribute: only letters, digits and _ with no digit first fit',
    );
  });
});
