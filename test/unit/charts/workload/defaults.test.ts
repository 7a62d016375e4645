import {
  type FixedOrScaledReplicas,
  type HardenedProps,
  hardened,
  WebService,
  type WebServiceOptions,
} from 'cdk8s-eks';
import { Deployment, Volume } from 'cdk8s-plus-28';
import { WORKLOAD_DEFAULTS } from '../../../../src/knowledge/kubernetes/workload-defaults';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

const web = (props: Partial<WebServiceOptions> & FixedOrScaledReplicas = {}) =>
  render(
    (scope) =>
      void new WebService(scope, 'web', { image: 'example.com/app:1', port: 8080, writable: ['/tmp'], ...props }),
  );

/** `'external'` as the table writes it → the value. */
const writtenAs = (text: string): unknown => new Function(`return (${text});`)();

const readAt = (field: string) => {
  const [kind = '', path = ''] = field.split(' ');
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  return (objects: ReturnType<typeof web>) =>
    at(objects[`${kind} web`], ...steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step)));
};

describe.each(WORKLOAD_DEFAULTS)('the default of $name', ({ field, property, out }) => {
  const read = readAt(field);

  it('is written where nothing is said', () => {
    expect(read(web())).toBeDefined();
  });

  it('is left out when it is told to', () => {
    expect(read(web({ [property]: writtenAs(out) }))).toBeUndefined();
  });
});

/** The same of cdk8s-plus; it is not hardened where nothing is given. */
const plusWeb = (props?: HardenedProps) =>
  render((scope) => {
    const metadata = { name: 'web' };
    const deployment = new Deployment(scope, 'web', {
      metadata,
      containers: [{ image: 'example.com/app:1', portNumber: 8080, resources: {} }],
    });
    deployment.containers[0]?.mount('/tmp', Volume.fromEmptyDir(scope, 'tmp', 'tmp'));
    if (props !== undefined) hardened(deployment, props);
  });

describe.each(WORKLOAD_DEFAULTS)(
  'the default of $name of a hardened Deployment',
  ({ field, property, out, hardened }) => {
    const read = readAt(field);

    it(`is ${hardened === true ? 'that of a WebService, and left out when it is told to' : 'that of cdk8s-plus'}`, () => {
      if (hardened !== true) return expect(read(plusWeb({}))).toEqual(read(plusWeb()));
      // A TCP probe names the port there, and cdk8s-plus has no names.
      const ours = field.endsWith('readinessProbe') ? { tcpSocket: { port: 8080 } } : read(web());
      expect(read(plusWeb({}))).toEqual(ours);
      // cdk8s-plus writes a number of its own where it is told none, and nobody else could set it.
      const theirs = property === 'replicas' ? undefined : read(plusWeb());
      expect(read(plusWeb({ [property]: writtenAs(out) }))).toEqual(theirs);
    });
  },
);
