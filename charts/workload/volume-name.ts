const MOST = 63;

/** `/var/lib/mysql` → `var-lib-mysql`; @param prefix of what belongs to something else than the main container */
function volumeName(path: string, prefix: string): string {
  const name = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${prefix}${name === '' ? 'root' : name}`.slice(0, MOST).replace(/-+$/, '');
}

/** Names of a Pod's volumes, made from their paths: one for each path, though `/var/log` and `/var-log` are spelled alike. */
export class VolumeNames {
  private readonly owners = new Map<string, string>();

  /** @param taken names that the Pod has already */
  constructor(taken: readonly string[] = []) {
    for (const name of taken) this.owners.set(name, '');
  }

  /** The same for the same path and prefix; the second of two that are spelled alike ends in `-2`. */
  of(path: string, prefix: string): string {
    const owner = `${prefix} ${path}`;
    const base = volumeName(path, prefix);
    let name = base;
    for (let count = 2; (this.owners.get(name) ?? owner) !== owner; count++) {
      const ending = `-${count}`;
      name = `${base.slice(0, MOST - ending.length)}${ending}`;
    }
    this.owners.set(name, owner);
    return name;
  }
}
