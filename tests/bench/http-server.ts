import { createAdaptorServer } from '@hono/node-server';
import { build } from 'vite';
import { createToken } from '../../src/db/tokens.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { serverBuild } from '../../web/build.ts';
import { root } from '../source-files.ts';

// The app as it is served, without limits a client: all the load comes from one address.
const outDir = `${root}dist/bench`;
await build({
  ...serverBuild,
  build: {
    ...serverBuild.build,
    outDir,
    emptyOutDir: true,
    rollupOptions: { input: 'src/app.ts' },
  },
});
const built = `${outDir}/app.js`;
const { createApp } = (await import(built)) as typeof import('../../src/app.ts');
const { db } = openPostgres(process.env['DATABASE_URL']!, { max: 10 });
await migrate(db);
const { token } = await createToken(db, { name: 'Benchmark', role: 'designer' }, new Date());
const endless = { perSecond: 1e9, burst: 1e9 };
const app = createApp({
  config: {
    assets: {},
    secret: 'a secret for benchmarks, 32 chars',
    now: () => new Date(),
    limits: { submissions: endless, receipts: endless, signIns: endless },
  },
  openDb: () => ({ db }),
});
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  process.send!({ url: `http://127.0.0.1:${address.port}`, token });
});
