import { WebService, type WebServiceProps } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

/** As JavaScript has it, or a value that came through `any`. */
const props: WebServiceProps & Record<string, unknown> = {
  image: 'example.com/app:1',
  port: 8080,
  replica: 3,
  env: { MODE: { vale: 'dark' } as never },
  readiness: { http: '/ready', periodSecond: 5 } as never,
  mounts: { data: { path: '/data', volume: { emptyDir: { sizeLimits: '1Gi' } } } } as never,
};

export default mistake((chart) => {
  new WebService(chart, 'app', props);
});
