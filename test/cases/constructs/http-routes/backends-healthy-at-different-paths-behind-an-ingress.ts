import { HttpRoutes, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const image = 'example.com/web:1';
  const web = (name: string, path: string) =>
    new WebService(chart, name, { image, port: 8080, readiness: { http: path } });
  new HttpRoutes(chart, 'shop', {
    scheme: 'internal',
    rules: [{ backends: web('a', '/a') }, { matches: { path: '/b' }, backends: web('b', '/b') }],
  });
});
