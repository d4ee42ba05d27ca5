import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../db/migrate.ts';
import { makeApp, makeServices, type Services } from './app.ts';
import { ConfigProblem, readConfig } from './kernel/config.ts';
import { DEMONSTRATION_PEOPLE } from './ground/people/demonstration-people.ts';
import { whyNobodyCanSignIn } from './ground/people/way-in-rules.ts';

/** How long requests under way may take to finish once the process is asked to stop. */
const STOP_WITHIN_MS = 10_000;
const LOOK_FOR_MAIL_MS = 2_000;
const LOOK_AT_WAITING_MS = 15_000;
const LOOK_AT_REQUESTS_MS = 30_000;
const LOOK_AT_BOOKINGS_MS = 60_000;
const APPLY_RETENTION_MS = 3_600_000;
const LOOK_AT_NEEDS_MS = 60_000;

async function main(): Promise<void> {
  const services = makeServices(readConfig(process.env));
  await migrate(services.db);
  await refuseIfNobodyCanSignIn(services);
  // Drawing the demonstration borough takes longer than all the rest of a start: only who shows it loads it.
  if (services.config.demo) await (await import('../seeds/demonstration.ts')).seedDemonstration(services, console.log);
  await services.sync.fill();
  services.sync.follow();
  // Several processes may: each piece of work lets one at a time do it.
  const loops = [
    repeating(services, 'sending mail', () => services.mails.sendDue(), LOOK_FOR_MAIL_MS),
    repeating(services, 'telling what has opened', () => services.needs.tellOpened(), LOOK_AT_NEEDS_MS),
    repeating(services, 'going on with requests for rooms', () => services.requests.runDue(), LOOK_AT_REQUESTS_MS),
    repeating(services, 'going on with bookings', () => services.hires.runDue(), LOOK_AT_BOOKINGS_MS),
    repeating(services, 'offering what has become free', () => services.requests.waiting.settle(), LOOK_AT_WAITING_MS),
    repeating(services, 'removing what is over', () => services.retention.apply(), APPLY_RETENTION_MS),
  ];
  const server = createServer(makeApp(services, bundleDir()));
  server.listen(services.config.port, () => {
    services.logger.info({ port: services.config.port }, 'listening');
    console.log(welcome(services));
  });
  stopGracefully(server, services, loops);
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
function stopGracefully(server: ReturnType<typeof createServer>, { sync, db, logger }: Services, loops: Loop[]): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    sync.stop();
    server.close(
      () =>
        void Promise.all(loops.map((loop) => loop.stop()))
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

type Loop = { stop(): Promise<void> };

/** Does something again and again until the process stops. */
function repeating({ logger }: Services, name: string, work: () => Promise<unknown>, everyMs: number): Loop {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const again = (): void => {
    if (stopped) return;
    running = work()
      .catch((error: unknown) => logger.error({ err: error }, `${name} failed`))
      .finally(() => setTimeout(again, everyMs).unref());
  };
  again();
  return { stop: async () => void ((stopped = true), await running) };
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigProblem ? error.message : error);
  process.exitCode = 1;
});
