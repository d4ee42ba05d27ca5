import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../db/migrate.ts';
import { seedDemonstration } from '../seeds/demonstration.ts';
import { makeApp, makeServices, type Services } from './app.ts';
import { ConfigProblem, readConfig } from './kernel/config.ts';

/** How long requests under way may take to finish once the process is asked to stop. */
const STOP_WITHIN_MS = 10_000;

async function main(): Promise<void> {
  const services = makeServices(readConfig(process.env));
  await migrate(services.db);
  if (services.config.demo) await seedDemonstration(services);
  await services.sync.refresh();
  services.sync.follow();
  const server = createServer(makeApp(services, bundleDir()));
  server.listen(services.config.port, () => {
    services.logger.info({ port: services.config.port }, 'listening');
    console.log(`Meantime is ready: ${services.config.baseUrl}`);
  });
  stopGracefully(server, services);
}

/** The built client lies beside the compiled code, or in dist/ when the source runs directly. */
function bundleDir(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, '..', 'public'), join(here, '..', 'dist', 'public')].find((dir) => existsSync(dir)) ?? 'dist/public';
}

/** On SIGTERM or SIGINT: no new requests, those under way finish, then the database is closed. */
function stopGracefully(server: ReturnType<typeof createServer>, { sync, db, logger }: Services): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    sync.stop();
    server.close(() => void db.destroy().then(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => {
      logger.warn('requests did not finish in time');
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigProblem ? error.message : error);
  process.exitCode = 1;
});
