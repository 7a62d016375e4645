/** Languages that the agent operator of the CloudWatch Observability add-on can instrument. */
export type InstrumentedLanguage = 'java' | 'nodejs' | 'python' | 'dotnet';

const PREFIX = 'instrumentation.opentelemetry.io/';

/**
 * The annotation of a Pod whose main container gets the agent of a language while the Pod is created. The OpenTelemetry
 * operator reads the same one, so a cluster has one of the two. Operator 3.6.0, read in August 2026.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Application-Signals-Enable-EKS.html
 */
export function instrumentationOf(language: InstrumentedLanguage): Readonly<Record<string, string>> {
  return { [`${PREFIX}inject-${language}`]: 'true' };
}
