import type { Problems } from '../shared/problems';
import { given } from '../shared/without';
import type { NamedTemplate, RolloutAnalysis, TemplateInput } from './analysis-props';
import { canaryOf } from './delivery-plan';
import type { RolloutStrategy } from './strategy-props';

/** Analyses by templates of the app: each argument is given, and what has to end does. */
export function judgeAnalyses(strategy: RolloutStrategy, problems: Problems): void {
  const canary = canaryOf(strategy);
  if (canary?.analysis !== undefined) judgeArguments('rollout.canary.analysis', canary.analysis, problems);
  canary?.steps?.forEach((step, index) => {
    if ('analysis' in step) judgeEnding(`rollout.canary.steps[${index}].analysis`, step.analysis, problems);
  });
  const blueGreen = given(strategy.blueGreen);
  for (const name of ['prePromotionAnalysis', 'postPromotionAnalysis'] as const) {
    const analysis = blueGreen !== undefined && name in blueGreen ? blueGreen[name] : undefined;
    if (analysis !== undefined) judgeEnding(`rollout.blueGreen.${name}`, analysis, problems);
  }
}

function judgeEnding(path: string, analysis: RolloutAnalysis, problems: Problems): void {
  judgeArguments(path, analysis, problems);
  for (const { name, endless = [] } of analysis.templates.filter(isNamed))
    problems.unless(
      endless.length === 0,
      `${path} measures ${endless.join(', ')} of AnalysisTemplate ${name} at intervals without an end; the controller refuses the Rollout (InvalidSpec), and no new version starts.`,
      'give the metric a count, or measure it by rollout.canary.analysis, which ends with the release.',
    );
}

function judgeArguments(path: string, { templates, args = {} }: RolloutAnalysis, problems: Problems): void {
  for (const { name, asks = [] } of templates.filter(isNamed)) {
    const missing = asks.filter((one) => args[one] === undefined);
    problems.unless(
      missing.length === 0,
      `${path} gives no ${missing.join(', ')}, which AnalysisTemplate ${name} asks for; the controller refuses the Rollout (InvalidSpec), and no new version starts.`,
      'give it under args, or give the template a value of its own.',
    );
  }
}

function isNamed(template: TemplateInput): template is NamedTemplate {
  return typeof template === 'object' && 'name' in template;
}
