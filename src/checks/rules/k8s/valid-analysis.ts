import { ROLLOUT } from '../../../knowledge/argocd/rollouts';
import { at, type FieldPath, listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { endlessMetrics, judgeAnalysisTemplate } from '../../../model/rollouts/judge-analysis-template';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { analysesOf } from '../../reads/rollout-references';

const { group } = ROLLOUT;
const REFUSED = 'The controller refuses the Rollout (InvalidSpec), and no new version starts.';

export const validAnalysis: ObjectRule = {
  id: 'k8s/valid-analysis',
  severity: 'error',
  summary: 'Analyses of a Rollout measure by one provider each, come to an end, and are given their arguments.',
  why: 'The API server takes any AnalysisTemplate. A mistake in it shows in the middle of a release, which is then taken back; one without a condition finds every release good.',
  see: [
    'https://argo-rollouts.readthedocs.io/en/release-1.9/features/analysis/',
    'https://github.com/argoproj/argo-rollouts/blob/v1.10.0/pkg/apis/rollouts/validation/validation_references.go',
  ],
  kinds: [`${group}/${ROLLOUT.kind}`, `${group}/AnalysisTemplate`, `${group}/ClusterAnalysisTemplate`],
  check(object, context, tell) {
    if (object.kind === ROLLOUT.kind) judgeUses(object, context, tell);
    else for (const verdict of judgeAnalysisTemplate(object.value)) tell(verdict);
  },
};

function judgeUses(object: RenderedObject, context: CheckContext, tell: Tell): void {
  for (const { path, templates, isBackground } of analysesOf(object)) {
    const given = new Set(listAt(object.value, ...path, 'args').map((arg) => textAt(arg, 'name')));
    const metrics = new Map<string, string>();
    for (const { id, path: place } of templates) {
      const template = context.index.find(id);
      if (template === undefined) continue;
      if (!isBackground) judgeEnd(template, place, tell);
      judgeArguments(template, given, [...path, 'args'], tell);
      judgeNames(template, metrics, place, tell);
    }
  }
}

function judgeArguments(
  template: RenderedObject,
  given: ReadonlySet<string | undefined>,
  path: FieldPath,
  tell: Tell,
): void {
  for (const arg of listAt(template.value, 'spec', 'args')) {
    const name = textAt(arg, 'name') ?? '';
    if (at(arg, 'value') !== undefined || at(arg, 'valueFrom') !== undefined || given.has(name)) continue;
    tell({
      path,
      found: 'nothing',
      wanted: name,
      what: `it gives no argument "${name}", which ${template.kind} ${template.name} asks for. ${REFUSED}`,
      fix: 'give it under `args`, or give the template a value of its own.',
    });
  }
}

function judgeEnd(template: RenderedObject, path: FieldPath, tell: Tell): void {
  const endless = endlessMetrics(template.value);
  if (endless.length === 0) return;
  tell({
    path,
    found: template.name,
    what: `${template.kind} ${template.name} measures ${endless.join(', ')} at intervals without an end, which only \`canary.analysis\` may. ${REFUSED}`,
    fix: 'give the metric a `count`.',
  });
}

/** @param metrics names of metrics, each with its template */
function judgeNames(template: RenderedObject, metrics: Map<string, string>, path: FieldPath, tell: Tell): void {
  for (const metric of listAt(template.value, 'spec', 'metrics')) {
    const name = textAt(metric, 'name') ?? '';
    const other = metrics.get(name);
    if (other !== undefined && other !== template.name)
      tell({
        path,
        found: name,
        what: `templates ${other} and ${template.name} of one analysis both have a metric "${name}". ${REFUSED}`,
        fix: 'call one of them otherwise.',
      });
    metrics.set(name, template.name);
  }
}
