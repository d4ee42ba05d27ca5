import { z } from 'zod';
import { DEVELOPMENT_SECRET, unfitForProduction } from './config-production.ts';
import { TRUST_PROXY_WORDS, trustProxyOf, type TrustProxy } from './trust-proxy.ts';

const switchedOn = z.enum(['on', 'off']).transform((value) => value === 'on');

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number('Set PORT to a number between 0 and 65535.').int().min(0).max(65535).default(3000),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:|postgres(ql)?:\/\/)/,
      'Set DATABASE_URL to sqlite:./path/to/file.db or postgres://user:password@host/database.',
    )
    .default('sqlite:./data/meantime.db'),
  DATA_DIR: z.string().min(1).default('./data'),
  BASE_URL: z.url('Set BASE_URL to the address people type, for instance https://meantime.example.org.').optional(),
  SESSION_SECRET: z
    .string()
    .min(32, 'Set SESSION_SECRET to at least 32 random characters, the same for every process.')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'Set SMTP_URL to smtp://user:password@host:port.')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/@/, 'Set MAIL_FROM to an address, for instance Meantime <meantime@example.org>.')
    .default('Meantime <meantime@localhost>'),
  DEMO: switchedOn.optional(),
  STAFF_PASSKEYS: z.enum(['required', 'optional'], 'Set STAFF_PASSKEYS to required or optional.').default('optional'),
  MAP_TILES_URL: z
    .string()
    .regex(/^https?:\/\/.*\{z\}/, 'Set MAP_TILES_URL to an address with {z}, {x} and {y} in it.')
    .default('https://tile.openstreetmap.org/{z}/{x}/{y}.png'),
  MAP_TILES_ATTRIBUTION: z.string().default('© OpenStreetMap contributors'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: z
    .string()
    .default('off')
    .transform((text, context) => trustProxyOf(text) ?? refused(context, TRUST_PROXY_WORDS)),
  CODES_PER_NETWORK: z.coerce
    .number('Set CODES_PER_NETWORK to a number from 10 to 100000.')
    .int()
    .min(10, 'Set CODES_PER_NETWORK to 10 or more, or nobody gets in.')
    .max(100_000)
    .default(1_000),
  MEANTIME_NOW: z.iso
    .datetime({ offset: true, error: 'Set MEANTIME_NOW to an instant such as 2027-03-01T09:00:00Z.' })
    .optional(),
});

export type Config = {
  production: boolean;
  port: number;
  databaseUrl: string;
  /** Where uploaded and generated files are kept. */
  dataDir: string;
  /** Public address without a slash at the end. */
  baseUrl: string;
  /** Keeps sign-in codes and cookies from being made up by others. */
  sessionSecret: string;
  /** Where mail goes; without it mail waits in the outbox, and the demonstration shows it. */
  smtpUrl: string | null;
  mailFrom: string;
  demo: boolean;
  /** Whether officers' rights count only in sessions that a passkey has proved. */
  staffPasskeys: 'required' | 'optional';
  tiles: { url: string; attribution: string };
  logLevel: string;
  /** Whom to believe about where a request comes from. */
  trustProxy: TrustProxy;
  /** Sign-in codes an hour for one network; the first tenth of them goes to anybody, the rest to addresses that are known here. */
  codesPerNetwork: number;
  /** The instant at which the clock starts, for trying things out on another day. */
  startAt: Date | null;
};

/**
 * Reads and checks the environment.
 * @throws ConfigProblem whose message names each variable that is wrong and says what to set.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigProblem(parsed.error.issues.map(describe));
  const e = parsed.data;
  const production = e.NODE_ENV === 'production';
  const missing = production ? unfitForProduction(given) : [];
  if (missing.length > 0) throw new ConfigProblem(missing);
  return {
    production,
    port: e.PORT,
    databaseUrl: e.DATABASE_URL,
    dataDir: e.DATA_DIR,
    baseUrl: (e.BASE_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    sessionSecret: e.SESSION_SECRET ?? DEVELOPMENT_SECRET,
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM,
    // The demonstration shows everybody every mail, sign-in codes too: in production only where somebody asks for it.
    demo: e.DEMO ?? !production,
    staffPasskeys: e.STAFF_PASSKEYS,
    tiles: { url: e.MAP_TILES_URL, attribution: e.MAP_TILES_ATTRIBUTION },
    logLevel: e.LOG_LEVEL,
    trustProxy: e.TRUST_PROXY,
    codesPerNetwork: e.CODES_PER_NETWORK,
    startAt: e.MEANTIME_NOW ? new Date(e.MEANTIME_NOW) : null,
  };
}

export class ConfigProblem extends Error {
  constructor(problems: string[]) {
    super(`The configuration is not right:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
}

function refused(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

function describe(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')}: ${issue.message}`;
}
