import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RegistryAccess, resolveDigest } from '../../../../src/live/registry/resolve-digest';
import type { Wanted } from '../../../../src/live/registry/wanted';
import { type Answer, type TestRegistry, withRegistry } from '../../../support/registry';

export const LIMITS = { seconds: 20, attempts: 4, backOff: 1, bytes: 4096, redirects: 2 };

interface More extends Partial<RegistryAccess> {
  readonly tag?: string;
}

/** Somebody with a Docker configuration of their own, who asks for `shop/web`. */
export class Person {
  readonly home = mkdtempSync(join(tmpdir(), 'cdk8s-eks-docker-'));

  remove(): void {
    rmSync(this.home, { recursive: true });
  }

  docker(config: object | string): void {
    mkdirSync(join(this.home, '.docker'), { recursive: true });
    const text = typeof config === 'string' ? config : JSON.stringify(config);
    writeFileSync(join(this.home, '.docker', 'config.json'), text);
  }

  /** A credential helper `test`. @returns the variables with which it is found */
  helper(script: string): NodeJS.ProcessEnv {
    const program = join(this.home, 'docker-credential-test');
    writeFileSync(program, `#!/bin/sh\n${script}\n`);
    chmodSync(program, 0o755);
    return { ...process.env, PATH: `${this.home}:${process.env['PATH']}` };
  }

  ask(registry: TestRegistry, { tag = '1.5.0', ...access }: More = {}) {
    return this.resolve({ repository: `${registry.host}/shop/web`, tag }, access);
  }

  resolve(wanted: Wanted, access: Partial<RegistryAccess>) {
    return resolveDigest(wanted, { docker: { env: {}, home: this.home }, limits: LIMITS, ...access });
  }

  /** The digest, or code, message and fix with the registry's address left out. */
  said(answer: Answer, more: More = {}) {
    return withRegistry(answer, async (registry) => {
      const found = await this.ask(registry, more);
      if ('digest' in found) return found.digest;
      const { code, message, fix } = found.problem;
      return [code, message, fix].map((text) => text?.replaceAll(registry.host, 'HOST'));
    });
  }
}
