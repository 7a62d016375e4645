import { createServer, request } from 'node:http';
import { type Asked, callOf, eksOf } from '../../support/eks-cluster';
import { WHOLE } from '../../support/eks-whole-cluster';

/** What moto answers as EKS does; the rest it answers with a page of HTML, or not at all. */
const HONEST = /^\/clusters\/[^/]+(\/(node-groups|fargate-profiles)(\/[^/]+)?)?$/;
/** The rest, whose shapes `eks-model.test.ts` holds against AWS's model. */
const rest = eksOf(
  Object.fromEntries(Object.entries(WHOLE).map(([call, make]) => [call, (asked: Asked) => inMoto(make(asked))])),
);

/** What one cluster holds is of one account: moto’s own. */
function inMoto(body: object): object {
  return JSON.parse(JSON.stringify(body).replaceAll('111122223333', '123456789012'));
}

const [moto = '', port = ''] = process.argv.slice(2);

/** Stands before moto and answers what it cannot. */
createServer((asked, response) => {
  const url = asked.url ?? '';
  if (!HONEST.test(url.replace(/\?.*/, '')) && callOf(url) !== undefined) {
    asked.resume();
    rest(url, response);
    return;
  }
  const { method, headers } = asked;
  const onward = request(`${moto}${url}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  asked.pipe(onward);
}).listen(Number(port), '127.0.0.1');
