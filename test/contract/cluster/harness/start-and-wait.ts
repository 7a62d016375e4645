// A control plane, as a test would start it, until somebody ends this process: its pids in one line of JSON.
import { ControlPlane } from './control-plane';

void ControlPlane.start({ version: process.argv[2] ?? '' }).then((plane) => {
  const { pids, supervisorPid } = plane.processes;
  process.stdout.write(`${JSON.stringify([...pids.values(), supervisorPid])}\n`);
  setInterval(() => undefined, 60_000);
});
