import { renderedObject } from '../../../src/model/rendered-object';
import { folderFiles } from '../../../src/run/survey/folder-files';

describe('2.3 a folder for judges that read files', () => {
  it('2.3 is a file for each object, whatever its identity and its text, and none lies elsewhere', () => {
    const object = (kind: string, name: string, line: number) =>
      renderedObject(
        { apiVersion: 'v1', kind, metadata: { name }, data: { text: '\u001b[31m: "' } },
        { environment: 'dev', app: '', source: () => ({ file: '../yard/a.yaml', line, column: 1 }) },
      );
    const objects = [object('ConfigMap', 'a', 1), object('ConfigMap', 'A', 5), object('ConfigMap', 'a', 9)];
    const files = folderFiles([...objects, object('../../ConfigMap', '', 13)]);
    expect(files.map(({ path, shown }) => [path, shown])).toEqual(
      ['000001', '000002', '000003', '000004'].map((name) => [`folder/${name}.yaml`, '../yard/a.yaml']),
    );
    expect(files[1]?.content).toBe(
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"A"},"data":{"text":"\\u001b[31m: \\""}}\n',
    );
    expect(files.map((file) => file.object?.app)).toEqual(['', '', '', '']);
  });
});
