import type { Chart } from 'cdk8s';
import { AppNamespace, ConfigFiles, defineApp, inNamespace, ScheduledJob, type ScheduledJobProps } from 'cdk8s-eks';
import backup from '../../../../apps/podinfo/backup.sh';
import rollup from '../../../../apps/podinfo/rollup.sh';
import warmCache from '../../../../apps/podinfo/warm-cache.sh';
import warmCacheInit from '../../../../apps/podinfo/warm-cache-init.sh';
import { IMAGE, servers } from './podinfo/servers';

const FRONTEND = { FRONTEND_URL: 'http://frontend' };

/** A job that runs a script. */
function job(chart: Chart, name: string, files: ConfigFiles, script: string, props: Partial<ScheduledJobProps>) {
  const container = {
    image: IMAGE,
    resources: { cpu: '10m', cpuLimit: '100m', memory: '16Mi', memoryLimit: '32Mi' } as const,
    mounts: [{ path: '/scripts', name: 'scripts', configMap: files, mode: 0o755 }],
  };
  const command = (file: string) => ['/bin/sh', `/scripts/${file}.sh`];
  const init = { ...container, name: 'warm-cache-init', command: command('warm-cache-init'), env: FRONTEND };
  new ScheduledJob(chart, name, {
    ...container,
    command: command(script),
    containerName: 'healthcheck',
    schedule: '*/10 * * * *',
    user: { uid: 100, gid: 101 },
    successfulJobsHistoryLimit: 1,
    ...(script === 'warm-cache' ? { initContainers: [init] } : {}),
    ...props,
  });
}

export default defineApp({
  name: 'podinfo',
  owner: 'podinfo',
  charts(scope, environment) {
    new AppNamespace(scope, 'namespace', { name: environment.name });
    const chart = inNamespace(scope, environment.name);
    servers(chart);
    const scripts = (name: string, data: Readonly<Record<string, string>>) => new ConfigFiles(chart, name, { data });
    job(chart, 'backup-daily', scripts('backup-script', { 'backup.sh': backup }), 'backup', {
      containerName: 'backup',
      schedule: '0 0 * * *',
      env: { BACKUP_EXIT: '1' },
      backoffLimit: 1,
      restartPolicy: 'Never',
      ttlSecondsAfterFinished: 86_400,
    });
    const steps = scripts('rollup-script', { 'rollup.sh': rollup });
    job(chart, 'rollup-daily', steps, 'rollup', { env: { ROLLUP_STEPS: '6' } });
    job(chart, 'rollup-weekly', steps, 'rollup', {
      schedule: '*/30 * * * *',
      env: { ROLLUP_STEPS: '12' },
      ttlSecondsAfterFinished: 86_400,
    });
    const warm = { 'warm-cache-init.sh': warmCacheInit, 'warm-cache.sh': warmCache };
    job(chart, 'warm-cache', scripts('warm-cache-script', warm), 'warm-cache', {
      containerName: 'warm-cache',
      schedule: '*/5 * * * *',
      serviceAccount: 'frontend',
      env: FRONTEND,
    });
  },
});
