import type { Chart } from 'cdk8s';
import * as door from 'cdk8s-eks';
import { mapAt } from '../../../../src/model/json';
import { render } from '../../../support/render';
import { messageOf } from '../../../support/thrown';

const image = 'example.com/app:1';
const ODD = { constructor: 'mine', toString: 'mine' };
/** As YAML or a tool may make it. */
const LOST: Record<string, string> = JSON.parse('{"__proto__":"mine"}');
const backend = { service: 'web', port: 80 };

type Make = (chart: Chart, map: Record<string, string>) => unknown;
const MAKES: readonly (readonly [name: string, make: Make, object: string, path: readonly string[]])[] = [
  [
    'podLabels of a WebService',
    (chart, podLabels) => new door.WebService(chart, 'x', { image, port: 8080, podLabels }),
    'Deployment x',
    ['spec', 'template', 'metadata', 'labels'],
  ],
  [
    'podAnnotations of a WebService',
    (chart, podAnnotations) => new door.WebService(chart, 'x', { image, port: 8080, podAnnotations }),
    'Deployment x',
    ['spec', 'template', 'metadata', 'annotations'],
  ],
  [
    'annotations of an NlbService',
    (chart, annotations) => {
      const worker = new door.Worker(chart, 'w', { image, ports: [{ name: 'http', containerPort: 8080 }] });
      return new door.NlbService(chart, 'x', { backend: worker, annotations });
    },
    'Service x',
    ['metadata', 'annotations'],
  ],
  [
    'nodeLabels of a TargetGroupBinding',
    (chart, nodeLabels) =>
      new door.TargetGroupBinding(chart, 'x', { backend, targetGroupName: 'g', targetType: 'instance', nodeLabels }),
    'TargetGroupBinding x',
    ['spec', 'nodeSelector', 'matchLabels'],
  ],
];

describe('keys that every object of JavaScript has', () => {
  it.each(MAKES)('are written as any other: %s', (_name, make, object, path) => {
    const rendered = render((chart) => void make(chart, ODD));
    expect(mapAt(rendered[object], ...path)).toMatchObject(ODD);
  });

  it.each(MAKES)('are refused where cdk8s would lose them: %s', (name, make) => {
    const [property] = name.split(' ');
    expect(messageOf(() => render((chart) => void make(chart, LOST)))).toContain(
      `${property} has the key "__proto__", which the server refuses: a key begins with a letter or digit.\nfix: remove it.`,
    );
  });

  it('are unknown annotations of an AlbIngress, and no property is said to write them', () => {
    const make = (chart: Chart) =>
      void new door.AlbIngress(chart, 'x', { scheme: 'internal', backend, annotations: ODD });
    const said = messageOf(() => render(make));
    expect(said).toContain('knows no annotation "constructor"');
    expect(said).not.toContain('a property writes it too');
  });
});
