import { renderedExample } from '../../../scripts/constructs/rendered';
import { ROOT } from '../../support/project';

const rendered = (code: string) => renderedExample(ROOT, 'Thing', code);
const IMPORTS = "import { ConfigFiles, type WebService } from 'cdk8s-eks';\nimport type { Chart } from 'cdk8s';\n";

describe('what an example renders', () => {
  it('stands on its page as YAML, without what the example takes from elsewhere', () => {
    const code = `${IMPORTS}export const files = (chart: Chart, web: WebService) =>
  new ConfigFiles(chart, 'files', { hash: false, data: { owner: web.name } });\n`;
    expect(rendered(code)).toEqual({
      where: 'prod',
      yaml: `apiVersion: v1
kind: ConfigMap
metadata:
  labels:
    app.kubernetes.io/managed-by: cdk8s-eks
    app.kubernetes.io/part-of: example
  name: files
  namespace: shop
data:
  owner: beside-web
`,
    });
  });

  it('is nothing where it makes no object', () => {
    expect(rendered('export const one = 1;\nexport const none = () => 1;\n')).toBeUndefined();
  });

  it('is an error where no environment can render it, or nobody knows what it takes', () => {
    const refused = `${IMPORTS}export const files = (chart: Chart) => new ConfigFiles(chart, 'a', { binaryData: { a: '!' } });\n`;
    expect(() => rendered(refused)).toThrow(/^The example of Thing renders in no environment:\nprod: /);
    expect(() => rendered('export const a = (thing: Thing) => thing;\n')).toThrow(
      'An example takes thing: Thing; say in BESIDE how to make one.',
    );
  });
});
