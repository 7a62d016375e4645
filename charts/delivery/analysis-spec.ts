import { defined } from '../../src/model/defined';
import type { JsonObject } from '../../src/model/json';
import type {
  AnalysisArgument,
  BackgroundAnalysis,
  EphemeralMetadata,
  RolloutAnalysis,
  TemplateInput,
} from './analysis-props';

/** An analysis as a Rollout spells it. */
export function analysisSpec(analysis: RolloutAnalysis | BackgroundAnalysis): JsonObject {
  const { templates, args, dryRun, measurementRetention, analysisRunMetadata } = analysis;
  return defined({
    templates: templates.map(templateRef),
    args: argsSpec(args),
    dryRun: dryRunSpec(dryRun),
    measurementRetention: retentionSpec(measurementRetention),
    analysisRunMetadata: metadataSpec(analysisRunMetadata),
    startingStep: 'startingStep' in analysis ? analysis.startingStep : undefined,
  });
}

/** How Rollouts and templates name a template. */
export function templateRef(input: TemplateInput): { templateName: string; clusterScope?: boolean } {
  if (typeof input === 'string') return { templateName: input };
  if ('name' in input) return { templateName: input.name };
  return { templateName: input.templateName, ...defined({ clusterScope: input.clusterScope }) };
}

export function argsSpec(args: Readonly<Record<string, AnalysisArgument>> | undefined): JsonObject[] | undefined {
  return args && Object.entries(args).map(([name, value]) => ({ name, ...argumentSpec(value) }));
}

function argumentSpec(value: AnalysisArgument): JsonObject {
  if (typeof value === 'string') return { value };
  if ('fieldPath' in value) return { valueFrom: { fieldRef: { fieldPath: value.fieldPath } } };
  return { valueFrom: { podTemplateHashValue: value.podTemplateHashValue } };
}

export function dryRunSpec(names: readonly string[] | undefined): JsonObject[] | undefined {
  return names?.map((metricName) => ({ metricName }));
}

export function retentionSpec(kept: Readonly<Record<string, number>> | undefined): JsonObject[] | undefined {
  return kept && Object.entries(kept).map(([metricName, limit]) => ({ metricName, limit }));
}

export function metadataSpec(input: EphemeralMetadata | undefined): JsonObject | undefined {
  if (input === undefined) return undefined;
  const { labels, annotations } = input;
  return defined({ labels: labels && { ...labels }, annotations: annotations && { ...annotations } });
}
