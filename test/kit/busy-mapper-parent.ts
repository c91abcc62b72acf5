import { once } from 'node:events';

import { pumpBody, sendJob } from '../../src/platform/mapper-pool/pump-body.ts';
import { spawnMapper } from '../../src/platform/mapper-pool/spawn-mapper.ts';
import { jsonBody } from './mapper-bodies.ts';
import { aPreview } from './mappings.ts';

// A process whose mapper child works on something that never ends. Says the child's number once it is at it.
const child = spawnMapper(256);
await once(child.stdout, 'data'); // It is up.
const rowsPath = '$.rows[*].[$.rows[*].[$.rows[*].[$.rows[*].[$.rows[?@ == `1`]]]]]';
sendJob(child.stdin, aPreview({ rowsPath }));
await pumpBody(jsonBody({ rows: Array.from({ length: 5_000 }, (_, row) => row) }), child.stdin, new Promise(() => {}));
setTimeout(() => process.stdout.write(`${child.pid}\n`), 1_500);
