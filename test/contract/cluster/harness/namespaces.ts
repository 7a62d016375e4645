import type { Api } from './api';
import type { JudgedFile } from './dist';

/** Makes the namespaces that files render, and those that others bring: a dry run needs them to be there. */
export async function makeNamespaces(api: Api, files: readonly JudgedFile[]): Promise<void> {
  const rendered = new Map(
    files.flatMap(({ object }) => (object.kind === 'Namespace' ? [[object.name, object.value]] : [])),
  );
  for (const name of new Set(files.flatMap(({ object }) => object.namespace ?? []))) {
    await api.apply(rendered.get(name) ?? { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
}
