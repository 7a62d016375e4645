import { renderedObject } from '../../../model/rendered-object';
import type { WholeRule } from '../../engine/rule';

export const validFile: WholeRule = {
  id: 'k8s/valid-file',
  severity: 'error',
  summary: 'Every file of a folder of YAML can be read, in one way only.',
  why: 'What cannot be read has not been judged. A file that two readers take in two ways is one thing in review and another on the cluster.',
  see: ['https://yaml.org/spec/1.2.2/', 'https://kubernetes.io/docs/concepts/configuration/overview/'],
  always: true,
  checkAll({ unread = [], environment }, tellOf) {
    for (const { place, message, fix = 'correct the file.', passedOver } of unread) {
      const metadata = { name: place.file };
      const file = renderedObject(
        { kind: 'File', metadata },
        { environment: environment.name, app: '', source: () => place },
      );
      tellOf(file)({ path: [], what: message, fix, ...(passedOver && { severity: 'unknown' }) });
    }
  },
};
