import { isImageReference } from '../../../../charts/workload/image';

const digest = `sha256:${'0'.repeat(64)}`;

describe('an image reference', () => {
  it.each([
    'nginx',
    'nginx:1.29',
    'library/nginx',
    'localhost/app:dev',
    'localhost:5000/team/app',
    '111122223333.dkr.ecr.eu-west-1.amazonaws.com/retail/ui:1.2.3',
    `ghcr.io/stefanprodan/podinfo:6.14.1@${digest}`,
    `example.com/a__b/c-d.e_f@${digest}`,
  ])('is %s', (image) => {
    expect(isImageReference(image)).toBe(true);
  });

  it.each([
    '',
    ' nginx',
    'Nginx',
    'example.com/App:1',
    'nginx:',
    'nginx:1:2',
    'nginx@sha256:abc',
    'https://example.com/app',
    'example.com//app',
    'example.com:port/app',
    '-a.example.com/app',
    'nginx\u2028latest',
    'a.-b/c',
  ])('is not "%s"', (image) => {
    expect(isImageReference(image)).toBe(false);
  });
});
