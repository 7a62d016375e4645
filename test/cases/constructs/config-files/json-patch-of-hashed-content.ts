import { JsonPatch } from 'cdk8s';
import { ConfigFiles } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const files = new ConfigFiles(chart, 'app', { data: { level: 'info' } });
  files.configMap.addJsonPatch(JsonPatch.replace('/data/level', 'debug'));
});
