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

  it.each(['* * * * *', '*/15 0-6,22 1 JAN-mar ?', '0 0 31 12 sun', '5/10 4 * * 1-5', '@hourly', '@yearly'])(
    'takes the schedule "%s"',
    (schedule) => {
      expect(at(report({ schedule })['CronJob report'], 'spec', 'schedule')).toBe(schedule);
    },
  );

  const five =
    'is not five fields of cron.\nfix: write minute, hour, day of month, month and day of week; a zone goes into timeZone.';
  const wants = (range: string) => `the server refuses it.\nfix: use ${range}, with *, lists, ranges and steps.`;
  it.each([
    ['0 3 * *', five],
    ['0 0 3 * * *', five],
    ['@reboot', five],
    ['CRON_TZ=UTC 3 * * *', five],
    ['60 3 * * *', `has "60" as its minute; ${wants('0 to 59')}`],
    ['0 24 * * *', `has "24" as its hour; ${wants('0 to 23')}`],
    ['0 5-3 * * *', `has "5-3" as its hour; ${wants('0 to 23')}`],
    ['0 0 0 * *', `has "0" as its day of month; ${wants('1 to 31')}`],
    ['0 0 1 january *', `has "january" as its month; ${wants('1 to 12 or jan to dec')}`],
    ['0 0 * * 7', `has "7" as its day of week; ${wants('0 to 6 or sun to sat')}`],
    ['*/0 * * * *', `has "*/0" as its minute; ${wants('0 to 59')}`],
    ['1, * * * *', `has "1," as its minute; ${wants('0 to 59')}`],
    ['1-2-3 * * * *', `has "1-2-3" as its minute; ${wants('0 to 59')}`],
  ])('refuses the schedule "%s"', (schedule, message) => {
    expect(refusals((scope) => void new ScheduledJob(scope, 'app', { ...base, schedule }))).toEqual([
      `the schedule "${schedule}" ${message}`,
    ]);
  });

  it.each<[string, Partial<ScheduledJobProps>, string]>([
    [
      'a long name',
      { component: 'x'.repeat(53) },
      `the name "${'x'.repeat(53)}" has 53 characters; Jobs carry it with a time, so 52 fit.\nfix: shorten it.`,
    ],
    [
      'a zone that is none',
      { timeZone: 'Local' },
      'timeZone "Local" is no name of a time zone; the server refuses it.\nfix: use an IANA name such as Europe/Berlin or Etc/UTC.',
    ],
    [
      'a deadline that the controller would miss',
      { startingDeadlineSeconds: 5 },
      'startingDeadlineSeconds is 5.\nfix: use a whole number from 10.',
    ],
    ['half a try', { backoffLimit: 0.5 }, 'backoffLimit is 0.5.\nfix: use a whole number from 0.'],
    ['no time to run', { activeDeadlineSeconds: 0 }, 'activeDeadlineSeconds is 0.\nfix: use a whole number from 1.'],
  ])('refuses %s', (_what, props, message) => {
    expect(refusals((scope) => void new ScheduledJob(scope, 'app', { ...base, ...props }))).toEqual([message]);
  });
});
