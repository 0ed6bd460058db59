import { boundYoungSpace } from './young-space.ts';

boundYoungSpace();
const { runServer } = await import('./server.ts');
await runServer({ env: process.env });
