import { defined } from '../../src/model/defined';
import type { JsonObject } from '../../src/model/json';
import { analysisSpec, argsSpec, dryRunSpec, metadataSpec, templateRef } from './analysis-spec';
import type { CanaryStep, ExperimentTemplate, RolloutExperiment } from './canary-steps';

/** Steps that nobody can carry out without traffic routing. */
export const ROUTED_STEPS: readonly string[] = ['setCanaryScale', 'setHeaderRoute'];

/** @param isRouted whether requests are shared out by a load balancer; without one, steps that need it are left out */
export function stepsSpec(steps: readonly CanaryStep[] | undefined, isRouted: boolean): JsonObject[] | undefined {
  return steps
    ?.filter((step) => isRouted || !ROUTED_STEPS.some((name) => name in step))
    .map((step) => stepSpec(step, isRouted));
}

function stepSpec(step: CanaryStep, isRouted: boolean): JsonObject {
  if ('setHeaderRoute' in step) {
    const { name, match } = step.setHeaderRoute;
    return { setHeaderRoute: { name, ...defined({ match: match?.map((one) => ({ ...one })) }) } } as JsonObject;
  }
  if ('analysis' in step) return { analysis: analysisSpec(step.analysis) };
  if ('experiment' in step) return { experiment: experimentSpec(step.experiment, isRouted) };
  return { ...step } as unknown as JsonObject;
}

function experimentSpec(experiment: RolloutExperiment, isRouted: boolean): JsonObject {
  const { templates, analyses, dryRun, analysisRunMetadata, duration, scaleDownDelaySeconds } = experiment;
  return defined({
    templates: templates.map((template) => experimentTemplate(template, isRouted)),
    analyses: analyses?.map(({ name, template, args, requiredForCompletion }) =>
      defined({ name, ...templateRef(template), args: argsSpec(args), requiredForCompletion }),
    ),
    dryRun: dryRunSpec(dryRun),
    analysisRunMetadata: metadataSpec(analysisRunMetadata),
    duration,
    scaleDownDelaySeconds,
  });
}

function experimentTemplate(template: ExperimentTemplate, isRouted: boolean): JsonObject {
  const { name, specRef, replicas, weight, service, metadata, selector } = template;
  return defined({
    name,
    specRef,
    replicas,
    weight: isRouted ? weight : undefined,
    service: service && (service === true ? {} : { name: service }),
    metadata: metadataSpec(metadata),
    selector: selector && { matchLabels: { ...selector } },
  });
}
