import { type FixedOrScaledReplicas, WebService, type WebServiceOptions } from 'cdk8s-eks';
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

describe.each(WORKLOAD_DEFAULTS)('the default of $name', ({ field, property, out }) => {
  const [kind = '', path = ''] = field.split(' ');
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const read = (objects: ReturnType<typeof web>) =>
    at(objects[`${kind} web`], ...steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step)));

  it('is written where nothing is said', () => {
    expect(read(web())).toBeDefined();
  });

  it('is left out when it is told to', () => {
    expect(read(web({ [property]: writtenAs(out) }))).toBeUndefined();
  });
});
