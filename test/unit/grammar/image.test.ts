import { mirroredImage, wrongImage } from '../../../src/grammar/image';

const hex = (length: number) => '0'.repeat(length);
const NAME = 'only lower-case letters, digits and inner . _ - fit';

/** Verdicts of distribution/reference v0.6.0, ParseNormalizedNamed, which the kubelet asks. */
describe('an image reference', () => {
  it.each([
    'nginx',
    'nginx:1.29',
    'library/nginx',
    'localhost/app:dev',
    'localhost:5000/team/app',
    '111122223333.dkr.ecr.eu-west-1.amazonaws.com/retail/ui:1.2.3',
    `ghcr.io/stefanprodan/podinfo:6.14.1@sha256:${hex(64)}`,
    `example.com/a__b/c-d.e_f@sha256:${hex(64)}`,
    // Constructs once refused these.
    'Registry/app',
    '[fe80::1]:5000/app',
    'a_b.c/app',
    `app@sha512:${hex(128)}`,
    'example.com:123456/app',
  ])('is %s', (image) => {
    expect(wrongImage(image)).toBeUndefined();
  });

  it.each([
    ['', 'it is empty'],
    [' nginx', `" nginx" is not a part of a name: ${NAME}`],
    ['Nginx', `"Nginx" is not a part of a name: ${NAME}`],
    ['example.com/App:1', `"App" is not a part of a name: ${NAME}`],
    ['nginx:', '"" is not a tag'],
    ['nginx:1:2', '"1:2" is not a tag'],
    ['nginx@sha256:abc', '"sha256:abc" is not a digest such as sha256:<64 hex digits>'],
    ['https://example.com/app', '"https:" is not a registry'],
    ['example.com//app', `"" is not a part of a name: ${NAME}`],
    ['example.com:port/app', '"example.com:port" is not a registry'],
    ['-a.example.com/app', '"-a.example.com" is not a registry'],
    ['nginx\u2028latest', `"nginx\u2028latest" is not a part of a name: ${NAME}`],
    ['a.-b/c', '"a.-b" is not a registry'],
    // Constructs once took these.
    [hex(64), 'it is an id, which no registry knows'],
    ['a'.repeat(248), 'its name has 256 characters, and 255 fit'],
    [`example.com/${'a'.repeat(256)}`, 'its name has 256 characters, and 255 fit'],
  ])('is not %j', (image, wrong) => {
    expect(wrongImage(image)).toBe(wrong);
  });
});

describe('a mirror', () => {
  const mirrors = { 'docker.io': 'mirror.example.com:5000/hub', 'ghcr.io': 'mirror.example.com/github' };
  it.each([
    ['redis', 'mirror.example.com:5000/hub/library/redis'],
    ['grafana/loki:3.1', 'mirror.example.com:5000/hub/grafana/loki:3.1'],
    ['docker.io/library/redis:8', 'mirror.example.com:5000/hub/library/redis:8'],
    [`ghcr.io/a/b:1@sha256:${hex(64)}`, `mirror.example.com/github/a/b:1@sha256:${hex(64)}`],
    ['quay.io/a/b:1', 'quay.io/a/b:1'],
    ['mirror.example.com/github/a/b:1', 'mirror.example.com/github/a/b:1'],
    ['localhost/app:dev', 'localhost/app:dev'],
  ])('has %s as %s', (image, mirrored) => {
    expect(mirroredImage(image, mirrors)).toBe(mirrored);
  });
});
