import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pino } from 'pino';
import supertest from 'supertest';
import { makeApp, makeServices, type Services } from '../../src/app.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { readConfig } from '../../src/kernel/config.ts';
import { aFolder } from './temp-files.ts';

/** The instant at which tests live unless they say otherwise: a Wednesday morning in Europe/London. */
export const NOW = '2027-03-03T09:00:00Z';
export const TODAY = '2027-03-03';

type Settings = {
  /** Environment variables on top of the tests' own. */
  env?: Record<string, string>;
  /** The instant at which the clock starts. */
  now?: string;
  /** A clock that the test moves itself, instead of one that runs. */
  clock?: Clock;
};

export type TestServices = Services & {
  /** What was logged as an error: a test that provokes none expects this to stay empty. */
  errors: string[];
  stop(): Promise<void>;
};
export type TestServer = TestServices & {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  url: string;
  request: supertest.Agent;
  get(path: string): supertest.Test;
};

/** Everything but HTTP, over a database that has been migrated. The index knows what is in it already. */
export async function someServices(
  databaseUrl: string,
  { env = {}, now = NOW, clock }: Settings = {},
): Promise<TestServices> {
  const errors: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) });
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: aFolder('data'),
    MEANTIME_NOW: now,
    DEMO: 'off',
    LOG_LEVEL: 'error',
    ...env,
  });
  const services = makeServices(config, logger, undefined, clock);
  await services.sync.fill();
  return { ...services, errors, stop: () => stopServices(services) };
}

/** The whole application in this process, on a port of its own. */
export async function aServer(databaseUrl: string, settings: Settings = {}): Promise<TestServer> {
  const http = createServer();
  const url = await listening(http);
  const services = await someServices(databaseUrl, { ...settings, env: { BASE_URL: url, ...settings.env } });
  http.on('request', makeApp(services, bundleDir()));
  const request = supertest(http) as unknown as supertest.Agent;
  return {
    ...services,
    url,
    request,
    get: (path) => request.get(path),
    async stop() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await services.stop();
    },
  };
}

/** The built client, or a stand-in where nothing has been built: only tests with a browser need the real one. */
export function bundleDir(): string {
  return existsSync(join('dist', 'public', '.vite', 'manifest.json'))
    ? join('dist', 'public')
    : (standIn ??= aStandInBundle());
}

let standIn: string | undefined;

function aStandInBundle(): string {
  const dir = aFolder('bundle');
  mkdirSync(join(dir, '.vite'));
  writeFileSync(join(dir, '.vite', 'manifest.json'), JSON.stringify({ 'client/main.ts': { file: 'main.js' } }));
  writeFileSync(join(dir, 'main.js'), '');
  return dir;
}

async function stopServices({ sync, db }: Services): Promise<void> {
  sync.stop();
  await db.destroy();
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}
