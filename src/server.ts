import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../db/migrate.ts';
import { makeApp, makeServices, type Services } from './app.ts';
import { ConfigProblem, readConfig } from './kernel/config.ts';
import { jobRunner, type JobRunner } from './kernel/job-runner.ts';
import { Problem } from './kernel/problem.ts';
import { DEMONSTRATION_PEOPLE } from './ground/people/demonstration-contract.ts';
import { whyNobodyCanSignIn } from './ground/people/way-in-rules.ts';

/** How long requests under way may take to finish once the process is asked to stop. */
const STOP_WITHIN_MS = 10_000;

async function main(): Promise<void> {
  const services = makeServices(readConfig(process.env));
  await migrate(services.db);
  await refuseIfNobodyCanSignIn(services);
  // Drawing the demonstration borough takes longer than all the rest of a start: only who shows it loads it.
  if (services.config.demo) await (await import('../seeds/demonstration.ts')).seedDemonstration(services, console.log);
  await services.sync.fill();
  services.sync.follow();
  const runner = jobRunner(services);
  await runner.start();
  const server = createServer(makeApp(services, bundleDir()));
  server.listen(services.config.port, () => {
    services.logger.info({ port: services.config.port }, 'listening');
    console.log(welcome(services));
  });
  stopGracefully(server, services, runner);
}

/** @throws ConfigProblem that says what to set */
async function refuseIfNobodyCanSignIn({ config, passkeys, db }: Services): Promise<void> {
  const problem = whyNobodyCanSignIn({ ...config, passkeys: await passkeys.count() });
  if (problem === null) return;
  await db.destroy();
  throw new ConfigProblem([problem]);
}

/** The built client lies beside the compiled code, or in dist/ when the source runs directly. */
function bundleDir(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return (
    [join(here, '..', 'public'), join(here, '..', 'dist', 'public')].find((dir) => existsSync(dir)) ?? 'dist/public'
  );
}

/** On SIGTERM or SIGINT: no new requests, those under way finish, then the database is closed. */
function stopGracefully(
  server: ReturnType<typeof createServer>,
  { sync, db, logger }: Services,
  runner: JobRunner,
): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    sync.stop();
    server.close(
      () =>
        void runner
          .stop()
          .then(() => db.destroy())
          .then(() => process.exit(0)),
    );
    server.closeIdleConnections();
    setTimeout(() => {
      logger.warn('requests did not finish in time');
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** What the person at the terminal needs first: where it is and, in the demonstration, who to be. */
function welcome({ config }: Services): string {
  const ready = `Meantime is ready: ${config.baseUrl}`;
  if (!config.demo || config.smtpUrl) return ready;
  const people = DEMONSTRATION_PEOPLE.map(({ email, role }) => `  ${email.padEnd(32)} ${role}`);
  return [
    ready,
    '',
    `To sign in at ${config.baseUrl}/sign-in be one of these; the code is at ${config.baseUrl}/outbox:`,
    ...people,
  ].join('\n');
}

// What is uploaded, and a new database, are for whoever runs the site alone.
process.umask(0o077);
main().catch((error: unknown) => {
  console.error(error instanceof ConfigProblem || error instanceof Problem ? error.message : error);
  process.exitCode = 1;
});
