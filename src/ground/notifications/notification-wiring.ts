import type { BeforeWriting, Contribution } from '../../kernel/wing.ts';
import { contactPorts } from '../contacts/contact-ports.ts';
import { mailKeeper } from './mail-keeper.ts';
import { mailService } from './mail-service.ts';
import { mailsOn } from './mail-store.ts';
import { outboxPages } from './outbox-pages.ts';
import { smtp } from './smtp-service.ts';
import { unsubscribePages } from './unsubscribe-pages.ts';

const LOOK_FOR_MAIL_MS = 2_000;
const KEPT = { kind: 'mails', days: 180, what: 'Mails we sent you', why: 'So that we can say what we wrote' };

/** The outbox: everybody writes into it, one process sends. */
export function notificationsFeature({ config, db, clock, newId }: BeforeWriting) {
  const { smtpUrl, mailFrom, baseUrl, demo } = config;
  const mails = mailService({
    db,
    clock,
    newId,
    secret: config.sessionSecret,
    baseUrl,
    reachIn: contactPorts.sentence,
    deliver: smtpUrl ? smtp({ url: smtpUrl, from: mailFrom, baseUrl }) : null,
  });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => [
      ...unsubscribePages({ mails, sendPage }),
      // Where mail goes nowhere, the demonstration shows it.
      ...(demo && !smtpUrl ? outboxPages({ mails, sendPage }) : []),
    ],
    jobs: [{ name: 'mails', everyMs: LOOK_FOR_MAIL_MS, comesLast: true, run: sendAll }],
    keeper: mailKeeper,
    forgets: [{ kept: KEPT, forget: (before) => mailsOn(db).forget(before) }],
  };
  return { mails, contribution };

  async function sendAll(): Promise<string> {
    let sent = 0;
    for (let more = await mails.sendDue(); more > 0; more = await mails.sendDue()) sent += more;
    return `Mails sent: ${sent}.`;
  }
}
export type Notifications = ReturnType<typeof notificationsFeature>;
