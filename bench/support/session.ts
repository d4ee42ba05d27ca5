import { createHmac } from 'node:crypto';
import type { SessionData } from 'express-session';
import type { Services } from '../../src/app.ts';

/** Signs somebody in. @returns the cookie that says so */
export async function aSession(
  { sessionStore, config }: Pick<Services, 'sessionStore' | 'config'>,
  personId: string,
): Promise<string> {
  const [id, now] = [`bench-${personId}`, new Date().toISOString()];
  const data = {
    cookie: { originalMaxAge: null },
    personId,
    provedAt: now,
    startedAt: now,
    withPasskey: false,
    device: '',
  } as unknown as SessionData;
  await new Promise((resolve) => sessionStore.set(id, data, resolve));
  return `meantime=${encodeURIComponent(`s:${id}.${createHmac('sha256', config.sessionSecret).update(id).digest('base64').replace(/=+$/, '')}`)}`;
}
