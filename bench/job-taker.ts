import { silentLog } from '../src/platform/log.ts';
import { createAgendaQueue } from '../src/platform/queue/agenda-queue.ts';
import { type Begun, benchJob, machineTime } from './job.ts';

// A program of its own that takes jobs as a worker does.

const queue = createAgendaQueue({ backend: 'postgres', url: process.argv[2] ?? '', log: silentLog });
const tell = (begun: Begun) => process.send?.(begun);
queue.handle(benchJob, async ({ number }) => void tell({ number, at: machineTime() }));
await queue.start();
tell({ number: -1, at: machineTime() });
process.once('disconnect', () => process.exit(0));
