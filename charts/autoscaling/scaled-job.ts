import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { type KubeServiceAccount, type PodTemplateSpec, toJson_JobSpec } from '../../imports/k8s';
import { SCALED_JOB } from '../../src/knowledge/keda/kinds';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { judgeScaledJob } from '../../src/model/keda/judge-scaled-job';
import { judged } from '../scheduling/judged';
import { customObject } from '../shared/custom-object';
import { override } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { patchContainers } from '../workload/container-patches';
import { jobSpec, judgeJob, judgeWholeJob } from '../workload/job-spec';
import { namingOf, objectMetadata } from '../workload/labels';
import { podLabels, podTemplate } from '../workload/pod-template';
import { runsOnFargate } from '../workload/runs-on-fargate';
import { judgeOwnAccount, ownServiceAccount } from '../workload/service-account';
import { Workload } from '../workload/workload';
import { identityFor, ownAuthentication } from './own-authentication';
import type { JobScaling, ScaledJobProps } from './scaled-job-props';
import { type TriggerSpec, triggerSpecs } from './trigger-spec';

/** Where KEDA keeps the Pod of the Jobs. */
const POD = ['spec', 'jobTargetRef', 'template', 'spec'];
const LONGEST_NAME = 63;

/**
 * Starts a Job for each piece of work that waits, such as a message of a queue, by KEDA: ScaledJob and ServiceAccount, and where
 * a trigger asks AWS and names no `authentication`, a TriggerAuthentication. Running Jobs outlive a release. The operator is
 * not part of EKS: a platform app installs it.
 * @throws ToolError with everything that is wrong with the properties
 * @finding k8s/valid-scaled-object
 * @see https://keda.sh/docs/2.20/reference/scaledjob-spec/
 * @example
 * import { IrsaServiceAccount, ScaledJob } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const transcode = (chart: Chart) => {
 *   const serviceAccount = new IrsaServiceAccount(chart, 'account', { name: 'transcode', iamRole: 'transcode' });
 *   const queueUrl = 'https://sqs.eu-west-1.amazonaws.com/111122223333/videos';
 *   return new ScaledJob(chart, 'transcode', {
 *     image: 'example.com/transcode:1.4',
 *     serviceAccount,
 *     maxReplicas: 20,
 *     triggers: [{ sqs: { queueUrl, queueLength: 1 } }],
 *     scaling: { strategy: 'accurate' },
 *   });
 * };
 */
export class ScaledJob extends Workload {
  /** What is made. */
  readonly scaledJob: ApiObject;
  /** Made where a trigger asks AWS and names no `authentication`. */
  readonly triggerAuthentication?: ApiObject;
  readonly serviceAccount?: KubeServiceAccount;

  constructor(scope: Construct, id: string, props: ScaledJobProps) {
    super(scope, id, props);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'ScaledJob', props, ScaledJob);
    const naming = namingOf(this, id, props);
    judgeOwnAccount(props, problems);
    judgeNumbers(this.name, props, problems);
    judgeJob(props, problems);
    const template = podTemplate({
      naming,
      props,
      serviceAccountName: this.serviceAccountName,
      environment,
      problems,
      fargate: runsOnFargate(environment, this.namespace, podLabels(naming, props)),
      restartPolicy: props.restartPolicy ?? 'OnFailure',
    });
    judgeWholeJob(jobSpec(props, template), problems);
    const triggers = triggerSpecs(props.triggers, this.name, environment, problems);
    const spec = specOf(props, template, triggers);
    const identity = identityFor(props, environment, problems);
    judged(judgeScaledJob({ metadata: { name: this.name }, spec }), problems);
    problems.raise();

    const patches = props.overrides ?? {};
    const account = ownServiceAccount(this, naming, props, patches.serviceAccount);
    if (account !== undefined) this.serviceAccount = account;
    const metadata = { ...objectMetadata(naming), name: this.name };
    const authentication = ownAuthentication(this, metadata, identity, patches.triggerAuthentication);
    if (authentication !== undefined) this.triggerAuthentication = authentication;
    this.scaledJob = customObject(this, 'ScaledJob', SCALED_JOB, metadata, spec);
    patchContainers(this.scaledJob, patches, template, POD);
    override(this.scaledJob, patches.scaledJob);
  }
}

function specOf(props: ScaledJobProps, template: PodTemplateSpec, triggers: readonly TriggerSpec[]): object {
  const { minReplicas, maxReplicas, pollingSeconds, scaling, rollout = 'gradual' } = props;
  const { successfulJobsHistoryLimit, failedJobsHistoryLimit, envFromContainer } = props;
  return {
    jobTargetRef: toJson_JobSpec(jobSpec(props, template)),
    ...defined({
      minReplicaCount: minReplicas,
      pollingInterval: pollingSeconds,
      successfulJobsHistoryLimit,
      failedJobsHistoryLimit,
      envSourceContainerName: envFromContainer,
      scalingStrategy: scaling && strategyOf(scaling),
    }),
    maxReplicaCount: maxReplicas,
    // KEDA deletes running Jobs with every change otherwise.
    ...(rollout === 'immediate' ? {} : { rollout: { strategy: rollout } }),
    triggers,
  };
}

function strategyOf(scaling: JobScaling): object {
  const { customQueueLengthDeduction, customRunningJobPercentage, ...rest } = scaling;
  return {
    ...rest,
    ...defined({
      customScalingQueueLengthDeduction: customQueueLengthDeduction,
      customScalingRunningJobPercentage: customRunningJobPercentage,
    }),
  };
}

/** The least each number may be. */
const LEAST = [
  ['maxReplicas', 1],
  ['minReplicas', 0],
  ['pollingSeconds', 1],
  ['successfulJobsHistoryLimit', 0],
  ['failedJobsHistoryLimit', 0],
] as const;

function judgeNumbers(name: string, props: ScaledJobProps, problems: Problems): void {
  for (const [field, least] of LEAST) problems.integer(field, props[field], least);
  problems.integer('scaling.customQueueLengthDeduction', props.scaling?.customQueueLengthDeduction, 0);
  problems.unless(
    name.length <= LONGEST_NAME,
    `the name "${name}" has ${name.length} characters; Jobs carry it in a label, so ${LONGEST_NAME} fit.`,
    'shorten it.',
  );
}
