import { AlbIngress, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new AlbIngress(chart, 'shop', {
    scheme: 'internal',
    tls: false,
    host: 'shop.example.com',
    healthCheck: { interval: 30 },
    stickyness: 60,
    paths: [
      { pth: '/a', backend: web },
      { path: '/b', backend: { service: web, prt: 80 } },
      { path: '/c', action: { redirect: { pathh: '/d' } } },
    ],
  } as never);
});
