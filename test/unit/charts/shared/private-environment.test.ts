import type { Chart } from 'cdk8s';
import { publicScheme, releasedImage, WebService } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';
import { messageOf } from '../../../support/thrown';

const base = eksEnvironment();
const mirrors = { 'ghcr.io': '111122223333.dkr.ecr.eu-west-1.amazonaws.com/github' };
const mirrored = eksEnvironment({
  network: { ...base.network, private: true, imageMirrors: mirrors },
  release: {
    apps: { shop: { images: { web: { repository: 'ghcr.io/shop/web', tag: '1.2' } }, flags: {} } },
  },
});

describe('a private environment', () => {
  it.each([
    ['internet-facing', base],
    ['internet-facing', kubernetesEnvironment()],
    ['internal', mirrored],
  ] as const)('publicScheme: what the public is to reach is %s', (scheme, environment) => {
    const schemes: string[] = [];
    render((scope) => schemes.push(publicScheme(scope)), environment);
    expect(schemes).toEqual([scheme]);
  });

  it.each([
    ['a release', (scope: Chart) => releasedImage(scope, 'web')],
    ['an app', () => 'ghcr.io/shop/web:1.2'],
  ])('has an image that %s names from the mirror of its registry', (_whose, image) => {
    const objects = render((scope) => void new WebService(scope, 'web', { image: image(scope), port: 80 }), mirrored);
    const [container] = at(objects['Deployment web'], 'spec', 'template', 'spec', 'containers') as { image: string }[];
    expect(container?.image).toBe('111122223333.dkr.ecr.eu-west-1.amazonaws.com/github/shop/web:1.2');
  });

  it('still says that an image is missing', () => {
    const without = { port: 80 } as unknown as ConstructorParameters<typeof WebService>[2];
    const said = messageOf(() => render((scope) => void new WebService(scope, 'web', without), mirrored));
    expect(said).toContain('shop/web: image is missing: nothing can be made without it.');
  });
});
