import { join } from 'node:path';
import type { TestProject } from '../../../support/project';
import type { Live } from './api';
import { ArgoCd } from './argocd';
import { ControlPlane } from './control-plane';
import { installDefinitions } from './definitions';
import { destinationName, projectFor, render } from './delivery';
import { bootstrapOf, filesOf, type JudgedFile } from './dist';
import { GitServer } from './git-server';
import { inventory, kindsOf } from './inventory';
import { until } from './processes';
import { isArgoCdKind, startRollouts } from './rollouts';
import { StandIns } from './stand-ins';

/** What Argo CD calls the cluster it runs in. */
export const IN_CLUSTER = 'https://kubernetes.default.svc';

/** One environment of this repository, delivered from Git by a real Argo CD to a real control plane. */
export class Delivered {
  private readonly kinds: ReadonlySet<string>;

  private readonly standIns: StandIns;

  private constructor(
    readonly environment: string,
    readonly plane: ControlPlane,
    readonly git: GitServer,
    readonly argocd: ArgoCd,
    readonly project: TestProject,
  ) {
    this.standIns = new StandIns(plane.api);
    this.kinds = kindsOf(this.files());
  }

  /**
   * Starts everything and renders; nothing is committed or applied yet. An environment whose destination is a name finds
   * its cluster by that name; production's is the ARN that only the EKS capability knows, and becomes Argo CD's own cluster.
   */
  static async start(environment: string, version: string): Promise<Delivered> {
    const plane = await ControlPlane.start({ version, running: true });
    try {
      await installDefinitions(plane.api, (name) => !isArgoCdKind(name));
      await startRollouts(plane);
      const git = await GitServer.start(plane.processes);
      const argocd = await ArgoCd.start(plane);
      const name = destinationName(environment);
      if (name !== undefined) await argocd.register(name, plane);
      const destinations = name === undefined ? { [environment]: `{ server: "${IN_CLUSTER}" }` } : {};
      const project = projectFor({ repoURL: git.url, destinations });
      render(project, [environment]);
      return new Delivered(environment, plane, git, argocd, project);
    } catch (error) {
      await plane.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.standIns.stop();
    await this.plane.stop();
    this.project.remove();
  }

  get dist(): string {
    return join(this.project.root, 'dist');
  }

  /** The files that Git holds now. */
  files(): readonly JudgedFile[] {
    return filesOf(this.environment, this.dist);
  }

  /** Root and every Application that Git holds now. */
  names(): readonly string[] {
    const applications = this.files().filter(({ object }) => object.kind === 'Application');
    return [`${this.environment}-root`, ...applications.map(({ object }) => object.name)];
  }

  name(app: string): string {
    return `${this.environment}-${app}`;
  }

  find(app: string, kind: string, index = 0): JudgedFile {
    const found = this.files().filter(({ object }) => object.app === app && object.kind === kind)[index];
    if (found === undefined) throw new Error(`${app} renders no ${kind}`);
    return found;
  }

  /** What a person does once. */
  async bootstrap(): Promise<void> {
    for (const object of bootstrapOf(this.environment, this.dist)) await this.plane.api.apply(object as Live);
  }

  /** Commits the project's `dist/` as it is now, and tells Argo CD. */
  async push(message: string): Promise<void> {
    this.git.commitDist(message, this.dist);
    await this.argocd.refresh();
  }

  async settled(seconds = 120, names = this.names()): Promise<void> {
    await this.argocd.settled(names, this.git.revision, seconds);
  }

  /** Everything on the cluster that Argo CD made. */
  async live(): Promise<ReadonlyMap<string, Live>> {
    return inventory(this.plane.api, this.kinds);
  }

  async gone(what: string, object: Live, seconds = 60): Promise<void> {
    await until(`${what} is gone`, seconds, async () =>
      (await this.plane.api.get(object)) === undefined ? true : undefined,
    );
  }

  /** Waits until an Application's operation says that it waits for a person. */
  async waitsForConfirmation(name: string, seconds = 60): Promise<string> {
    return until(`${name} waits for a confirmation`, seconds, async () => {
      const application = await this.argocd.application(name);
      const message = application?.status?.operationState?.message ?? '';
      const conditions = (application?.status?.conditions ?? []).map((one: Live) => one.message).join(' ');
      return [message, conditions].find((text) => /confirm/i.test(text));
    });
  }
}
