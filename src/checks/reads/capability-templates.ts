import type { GitOps } from '../../model/gitops';
import { at, type FieldPath, isJsonObject, type JsonValue, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { Tell } from '../engine/rule';
import { judgeApplicationSpec, judgeServer, judgeSubscriptions } from './capability-application';

/** `{{server}}`, `{{ .values.server }}`: the last of the names. */
const PLACEHOLDER = /^\{\{-?\s*(?:\.?[\w-]+\.)*\.?([\w-]+)\s*-?\}\}$/;

/** What an ApplicationSet makes Applications of: its template, those of its generators, and what these fill in. */
export function judgeTemplates({ value }: RenderedObject, gitops: GitOps, tell: Tell): void {
  const generators: FieldPath = ['spec', 'generators'];
  const own: FieldPath = ['spec', 'template'];
  const server = textAt(value, ...own, 'spec', 'destination', 'server') ?? '';
  const filled = PLACEHOLDER.exec(server)?.[1];
  judgeTemplate(value, own, gitops, tell);
  visit(at(value, ...generators), generators, (part, path) => {
    const isTemplate = path.at(-1) === 'template' && isJsonObject(part);
    if (isTemplate) judgeTemplate(value, path, gitops, tell);
    if (typeof part === 'string' && path.at(-1) === filled) judgeServer(part, path, tell);
    return !isTemplate;
  });
}

function judgeTemplate(value: JsonValue, path: FieldPath, gitops: GitOps, tell: Tell): void {
  judgeApplicationSpec(value, [...path, 'spec'], tell);
  judgeSubscriptions(value, [...path, 'metadata'], tell);
  const namespace = textAt(value, ...path, 'metadata', 'namespace') ?? gitops.namespace;
  if (namespace === gitops.namespace) return;
  tell({
    path: [...path, 'metadata', 'namespace'],
    found: namespace,
    wanted: gitops.namespace,
    severity: 'warning',
    what: `its Applications ask for namespace ${namespace}, and are made in that of the ApplicationSet; the EKS capability reads ${gitops.namespace} alone.`,
    fix: 'leave `namespace` out of the template.',
  });
}

/** @param hear says whether what lies below is visited too */
function visit(
  part: JsonValue | undefined,
  path: FieldPath,
  hear: (part: JsonValue, path: FieldPath) => boolean,
): void {
  if (part === undefined || !hear(part, path) || typeof part !== 'object' || part === null) return;
  for (const [key, item] of Object.entries(part)) visit(item, [...path, Array.isArray(part) ? Number(key) : key], hear);
}
