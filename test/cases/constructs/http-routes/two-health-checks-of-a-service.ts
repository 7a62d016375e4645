import { HttpRoutes, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new HttpRoutes(chart, 'shop', {
    scheme: 'internal',
    rules: [
      { backends: web, healthCheck: { path: '/a' } },
      { matches: { path: '/b' }, backends: web, healthCheck: { path: '/b' } },
    ],
  });
});
