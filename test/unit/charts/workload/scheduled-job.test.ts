import { ScheduledJob, type ScheduledJobProps } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';
import { refusals } from './refusals';

const base = { image: 'example.com/report:1', schedule: '30 4 * * *' };
const labels = { 'app.kubernetes.io/name': 'report', 'app.kubernetes.io/part-of': 'shop' };
const metadata = {
  name: 'report',
  namespace: 'shop',
  labels: { ...labels, 'app.kubernetes.io/managed-by': 'cdk8s-eks' },
};
const report = (props: Partial<ScheduledJobProps> = {}) =>
  render((scope) => void new ScheduledJob(scope, 'report', { ...base, ...props }));

describe('ScheduledJob', () => {
  it('makes CronJob and ServiceAccount by default', () => {
    expect(report()).toEqual({
      'ServiceAccount report': {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata,
        automountServiceAccountToken: false,
      },
      'CronJob report': {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata,
        spec: {
          schedule: '30 4 * * *',
          concurrencyPolicy: 'Forbid',
          successfulJobsHistoryLimit: 1,
          failedJobsHistoryLimit: 1,
          jobTemplate: {
            spec: {
              backoffLimit: 3,
              ttlSecondsAfterFinished: 3600,
              template: {
                metadata: { labels },
                spec: {
                  restartPolicy: 'OnFailure',
                  automountServiceAccountToken: false,
                  enableServiceLinks: false,
                  serviceAccountName: 'report',
                  securityContext: {
                    runAsNonRoot: true,
                    runAsUser: 65532,
                    runAsGroup: 65532,
                    fsGroup: 65532,
                    seccompProfile: { type: 'RuntimeDefault' },
                  },
                  containers: [
                    {
                      name: 'report',
                      image: 'example.com/report:1',
                      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
                      securityContext: {
                        allowPrivilegeEscalation: false,
                        readOnlyRootFilesystem: true,
                        capabilities: { drop: ['ALL'] },
                      },
                    },
                  ],
                },
              },
            },
          },
        },
      },
    });
  });

  it('runs as it is told', () => {
    const settings = {
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Replace',
      suspend: true,
      startingDeadlineSeconds: 60,
      successfulJobsHistoryLimit: 0,
      failedJobsHistoryLimit: 5,
    } as const;
    const spec = report({
      ...settings,
      backoffLimit: 0,
      ttlSecondsAfterFinished: 0,
      activeDeadlineSeconds: 900,
      restartPolicy: 'Never',
      overrides: { container: { tty: true }, cronJob: { spec: { schedule: '@daily' } } },
    })['CronJob report']?.['spec'];
    expect(spec).toMatchObject({
      ...settings,
      schedule: '@daily',
      jobTemplate: { spec: { backoffLimit: 0, ttlSecondsAfterFinished: 0, activeDeadlineSeconds: 900 } },
    });
    const pod = at(spec, 'jobTemplate', 'spec', 'template', 'spec');
    expect([at(pod, 'restartPolicy'), at(pod, 'containers', 0, 'tty')]).toEqual(['Never', true]);
  });

  it.each([
    '* * * * *',
    '*/15 0-6,22 1 JAN-mar ?',
    '0 0 31 12 sun',
    '5/10 4 * * 1-5',
    '@hourly',
    '@yearly',
    '@every 1h',
  ])('takes the schedule "%s"', (schedule) => {
    expect(at(report({ schedule })['CronJob report'], 'spec', 'schedule')).toBe(schedule);
  });

  it.each([
    ['0 3 * *', 'it has 4 fields, and a schedule has 5 (minute, hour, day, month, weekday)'],
    ['@reboot', 'there is no schedule called "@reboot"'],
    ['CRON_TZ=UTC 3 * * *', 'it holds a time zone, which belongs in `timeZone`'],
    ['60 3 * * *', 'the minute 60 is outside 0 to 59'],
  ])('refuses the schedule "%s"', (schedule, wrong) => {
    expect(refusals((scope) => void new ScheduledJob(scope, 'app', { ...base, schedule }))).toEqual([
      `the server refuses the schedule "${schedule}": ${wrong}.\nfix: write minute, hour, day of the month, month and day of the week, such as "0 3 * * *"; a zone goes into timeZone.`,
    ]);
  });
});
