import { ConfigFiles, type InitContainerProps, releasedImage, ScheduledJob, type ScheduledJobProps } from 'cdk8s-eks';
import type { Construct } from 'constructs';
import backupScript from './backup.sh';
import rollupScript from './rollup.sh';
import { PODINFO_USER } from './settings';
import warmCacheScript from './warm-cache.sh';
import warmCacheInitScript from './warm-cache-init.sh';

const EXECUTABLE = 0o755;
const FRONTEND = { FRONTEND_URL: 'http://frontend' };
const SIZE = { cpu: '10m', memory: '32Mi' } as const;

/** The jobs of podinfo: each runs a script out of a ConfigMap. */
export function jobs(scope: Construct): void {
  const image = releasedImage(scope, 'podinfo');
  const backup = new ConfigFiles(scope, 'backup-script', { data: { 'backup.sh': backupScript } });
  const rollup = new ConfigFiles(scope, 'rollup-script', { data: { 'rollup.sh': rollupScript } });
  const warm = new ConfigFiles(scope, 'warm-cache-script', {
    data: { 'warm-cache-init.sh': warmCacheInitScript, 'warm-cache.sh': warmCacheScript },
  });
  const job = (
    name: string,
    scripts: ConfigFiles,
    script: string,
    props: Partial<ScheduledJobProps> & { readonly schedule: string },
  ) =>
    new ScheduledJob(scope, name, {
      image,
      containerName: 'healthcheck',
      command: ['/bin/sh', `/scripts/${script}`],
      resources: SIZE,
      user: PODINFO_USER,
      mounts: [{ path: '/scripts', name: 'scripts', configMap: scripts, mode: EXECUTABLE }],
      serviceAccount: 'database',
      ...props,
    });
  job('backup-daily', backup, 'backup.sh', {
    containerName: 'backup',
    schedule: '0 0 * * *',
    env: { BACKUP_EXIT: '1' },
    backoffLimit: 1,
    restartPolicy: 'Never',
    ttlSecondsAfterFinished: 86_400,
  });
  job('rollup-daily', rollup, 'rollup.sh', { schedule: '*/10 * * * *', env: { ROLLUP_STEPS: '6' } });
  job('rollup-weekly', rollup, 'rollup.sh', {
    schedule: '*/30 * * * *',
    env: { ROLLUP_STEPS: '12' },
    ttlSecondsAfterFinished: 86_400,
  });
  job('warm-cache', warm, 'warm-cache.sh', {
    schedule: '*/5 * * * *',
    containerName: 'warm-cache',
    serviceAccount: 'frontend',
    env: FRONTEND,
    initContainers: [warmCacheInit(image, warm)],
  });
}

/** Runs before the job itself, with the same limits. */
function warmCacheInit(image: string, scripts: ConfigFiles): InitContainerProps {
  return {
    name: 'warm-cache-init',
    image,
    command: ['/bin/sh', '/scripts/warm-cache-init.sh'],
    env: FRONTEND,
    resources: SIZE,
    mounts: [{ path: '/scripts', name: 'scripts', configMap: scripts, mode: EXECUTABLE }],
  };
}
