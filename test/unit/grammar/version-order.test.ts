import { imageParts } from '../../../src/grammar/image-parts';
import { compareVersions } from '../../../src/grammar/version-order';

describe('the order of versions', () => {
  it.each([
    ['1.2.3', '1.2.4'],
    ['1.9.0', '1.10.0'],
    ['v1.2', 'v1.2.1'],
    ['1.2.3', 'v1.2.4'],
    ['1.0.0-alpha.1', '1.0.0-alpha.beta'],
    ['1.0.0-alpha', '1.0.0-alpha.1'],
    ['1.0.0-rc.2', '1.0.0-rc.10'],
    ['1.0.0-rc.10', '1.0.0'],
    ['6.0-alpine', '7.0-alpine'],
    ['20261128', '20261129'],
    ['2026.11.28-3', '2026.11.29-1'],
    ['1.0.0-1', '1.0.0-2'],
    ['1.0.0+build.1', '1.0.1+build.0'],
  ])('%s is older than %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
  });

  it.each([
    ['1.0.0', '1.0.0'],
    ['1.0', '1.0.0'],
    ['1.0.0+a', '1.0.0+b'],
  ])('%s is as old as %s', (a, b) => expect(compareVersions(a, b)).toBe(0));

  it.each([
    ['latest', '1.0.0'],
    ['6.0-alpine', '7.0-bookworm'],
    ['4f2a91c', '90ffee1'],
    ['1234567', '1.2.3'],
    ['main-20261129', 'main-20261130'],
    ['1.0.0', '99999999999999'],
  ])('nobody knows of %s and %s', (a, b) => expect(compareVersions(a, b)).toBeUndefined());
});

describe('an image in parts', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  it.each([
    ['ghcr.io/e/web', { repository: 'ghcr.io/e/web' }],
    ['localhost:5000/web:1', { repository: 'localhost:5000/web', tag: '1' }],
    [`ghcr.io/e/web@${digest}`, { repository: 'ghcr.io/e/web', digest }],
    [`ghcr.io/e/web:1.0@${digest}`, { repository: 'ghcr.io/e/web', tag: '1.0', digest }],
  ])('%s', (image, parts) => expect(imageParts(image)).toEqual(parts));

  it.each([
    ['nginx:1', '"nginx" does not name its registry in lower case'],
    ['ghcr.io/E/web:1', '"E" is not a part of a name: only lower-case letters, digits and inner . _ - fit'],
    [`ghcr.io/e/web@sha512:${'0'.repeat(128)}`, `"sha512:${'0'.repeat(128)}" is not a digest of SHA-256`],
  ])('%s is refused', (image, wrong) => expect(imageParts(image)).toEqual({ wrong }));
});
