import { fieldPath } from '../../model/json';

/** A value that has no safe form in YAML. */
export class YamlError extends Error {
  /** Where it stands: `spec.ports[0]`; '' for the object itself. */
  readonly path: string;

  constructor(path: readonly (string | number)[], problem: string) {
    const where = fieldPath(path);
    super(`${where === '' ? 'the object' : where} ${problem}`);
    this.name = 'YamlError';
    this.path = where;
  }
}
