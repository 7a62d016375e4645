import type { Construct } from 'constructs';
import { KubeJob, type KubeServiceAccount } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { type ContainerPatches, patchContainers } from './container-patches';
import type { JobProps } from './job-props';
import { jobSpec, judgeJob, judgeWholeJob } from './job-spec';
import { namingOf, objectMetadata } from './labels';
import type { PodProps } from './pod-props';
import { podLabels, podTemplate } from './pod-template';
import { runsOnFargate } from './runs-on-fargate';
import { judgeOwnAccount, ownServiceAccount } from './service-account';
import { Workload } from './workload';

/** Argo CD reads at most nine digits. */
const LAST_WAVE = 999_999_999;

/** When Argo CD runs a Job: before a sync, with it or after it. */
export interface JobHook {
  /**
   * Before the other objects are applied, with them, after they are healthy, or when the sync failed. `PreSync` needs
   * everything of another app: on a new cluster nothing of its own is there, also not its Namespace. `Sync` with `wave: -1`
   * runs behind the app's Namespace, ServiceAccounts, ConfigMaps and ExternalSecrets, and before its Pods.
   * @finding policy/ban-early-hook
   */
  readonly when: 'PreSync' | 'Sync' | 'PostSync' | 'SyncFail';
  /**
   * When the Job is deleted. `@default` BeforeHookCreation: the last one stays readable, and never blocks the next sync
   */
  readonly deletedWhen?: 'BeforeHookCreation' | 'HookSucceeded' | 'HookFailed';
  /** Order among the hooks of a phase: whole numbers, the lowest first. `@default` 0 (Argo CD) */
  readonly wave?: number;
}

/** What a Job that runs once can be told. */
export interface OneOffJobProps extends Omit<PodProps, 'readiness' | 'liveness' | 'startup'>, JobProps {
  /**
   * Makes it a hook of Argo CD, such as a migration before each sync. `@default` - an ordinary object, which runs once: a
   * Job's Pod cannot be changed, so a new image needs a new `name`
   */
  readonly hook?: JobHook;
  /** Changes to single fields of what is made; `null` removes a field. `container` is the main one of the Pod. */
  readonly overrides?: ContainerPatches & Readonly<Partial<Record<'job' | 'container' | 'serviceAccount', Patch>>>;
}

/**
 * Work that runs to its end: Job and ServiceAccount. As a `hook` it runs with every sync of Argo CD.
 *
 * Where Argo CD syncs, it keeps no `ttlSecondsAfterFinished` unless one is given: a Job that deletes itself is missing to Argo
 * CD, which makes it again, and a hook that does so before Argo CD has seen its result makes the sync hang. The ServiceAccount of a PreSync hook is a hook too, one wave earlier, since nothing else of the app
 * is there yet.
 * @throws ToolError with everything that is wrong with the properties
 * @example
 * import { OneOffJob } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const migrate = (chart: Chart) =>
 *   new OneOffJob(chart, 'migrate', {
 *     image: 'example.com/shop:3.2',
 *     args: ['migrate'],
 *     hook: { when: 'PreSync' },
 *     activeDeadlineSeconds: 600,
 *   });
 */
export class OneOffJob extends Workload {
  readonly job: KubeJob;
  readonly serviceAccount?: KubeServiceAccount;

  constructor(scope: Construct, id: string, props: OneOffJobProps) {
    super(scope, id, props);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'OneOffJob', props, OneOffJob);
    const naming = namingOf(this, id, props);
    judgeOwnAccount(props, problems);
    problems.unless(
      this.name.length <= 63,
      `the name "${this.name}" has ${this.name.length} characters; Pods carry it in a label, so 63 fit.`,
      'shorten it.',
    );
    const stays = props.hook !== undefined || environment.gitops !== undefined;
    const job = stays ? { ttlSecondsAfterFinished: 'none' as const, ...props } : props;
    judgeJob(job, problems);
    problems.integer('hook.wave', props.hook?.wave, -LAST_WAVE, LAST_WAVE);
    const template = podTemplate({
      naming,
      props,
      ports: [],
      serviceAccountName: this.serviceAccountName,
      environment,
      problems,
      fargate: runsOnFargate(environment, this.namespace, podLabels(naming, props)),
      restartPolicy: props.restartPolicy ?? 'OnFailure',
    });
    const spec = jobSpec(job, template);
    judgeWholeJob(spec, problems);
    problems.raise();

    const patches = props.overrides ?? {};
    const account = ownServiceAccount(this, naming, props, patches.serviceAccount);
    if (account !== undefined) this.serviceAccount = account;
    this.job = new KubeJob(this, 'Job', {
      metadata: objectMetadata(naming, hookAnnotations(props.hook, 0)),
      spec,
    });
    if (props.hook?.when === 'PreSync')
      for (const [key, value] of Object.entries(hookAnnotations(props.hook, -1)))
        account?.metadata.addAnnotation(key, value);
    patchContainers(this.job, patches, template);
    override(this.job, patches.job);
  }
}

/** @param waves before those of the Job itself */
function hookAnnotations(hook: JobHook | undefined, waves: number): Record<string, string> {
  if (hook === undefined) return {};
  const wave = (hook.wave ?? 0) + waves;
  return {
    'argocd.argoproj.io/hook': hook.when,
    'argocd.argoproj.io/hook-delete-policy': hook.deletedWhen ?? 'BeforeHookCreation',
    ...(wave === 0 ? {} : { 'argocd.argoproj.io/sync-wave': String(wave) }),
  };
}
