import { parseCidr, unclearCidr, wrongBlock, wrongCidr } from '../../../src/grammar/cidr';

/**
 * Verdicts of the API server (IsValidCIDRForLegacyField of apimachinery 0.34), which refuses what is wrong and warns of
 * what is unclear; with its strict reading, and that of Go's netip.ParsePrefix, it refuses both.
 */
describe('a block of addresses', () => {
  it.each([
    '10.0.0.0/8',
    '0.0.0.0/0',
    '203.0.113.7/32',
    '2001:db8::/32',
    '::/0',
    '64:ff9b::192.0.2.0/120',
    'FE80::/10',
  ])('is taken: %s', (text) => {
    expect(wrongBlock(text)).toBeUndefined();
  });

  it.each([
    // allowFrom() and AlbIngress once took these.
    [':::::/64', '":::::" is not an address'],
    ['1:2/64', '"1:2" is not an address'],
    ['::/0129', 'its length is "0129", and has to be a number from 0 to 128'],
    // Rule k8s/valid-network-policy once took these, and the server refuses white space.
    [' 10.0.0.0/8', '" 10.0.0.0" is not an address'],
    ['10.0.0.0/8 ', 'its length is "8 ", and has to be a number from 0 to 32'],
    // Both refused these.
    ['10.0.0.0', 'it has no length, as /24 is in 203.0.113.0/24'],
    ['10.0.0/8', '"10.0.0" is not an address'],
    ['10.0.0.256/8', '"10.0.0.256" is not an address'],
    ['10.0.0.0/33', 'its length is "33", and has to be a number from 0 to 32'],
    ['10.0.0.0/8/8', 'its length is "8/8", and has to be a number from 0 to 32'],
    ['fe80::1%eth0/64', '"fe80::1%eth0" is not an address'],
    ['', 'it has no length, as /24 is in 203.0.113.0/24'],
  ])('is refused: %j', (text, wrong) => {
    expect(wrongCidr(text)).toBe(wrong);
  });

  it.each([
    // Constructs once refused the first, and rules took all of them.
    ['10.0.0.5/8', 'it has bits beyond /8; the block is 10.0.0.0/8'],
    ['2001:db8::1/32', 'it has bits beyond /32; the block is 2001:db8::/32'],
    ['010.0.0.0/8', 'it has leading zeros; the block is 10.0.0.0/8'],
    ['10.0.0.0/08', 'it has leading zeros; the block is 10.0.0.0/8'],
    ['02001:0db8::/32', 'it has leading zeros; the block is 2001:db8::/32'],
    // Both once refused this.
    ['::ffff:10.0.0.0/104', 'it is an IPv4 address in the form of IPv6'],
  ])('is unclear, and the server warns: %s', (text, unclear) => {
    expect(wrongCidr(text)).toBeUndefined();
    expect(unclearCidr(text)).toBe(unclear);
    expect(wrongBlock(text)).toBe(unclear);
  });

  it('is read as bits and a length', () => {
    expect(parseCidr('1:2::3.4.5.6/64')).toEqual({
      ip: { value: 0x0001_0002_0000_0000_0000_0000_0304_0506n, length: 128 },
      prefix: 64,
    });
  });
});
