import type { PersonalDataKeeper } from '../people/personal-data-slot.ts';
import { mailsOn } from './mail-store.ts';
import { newsOn } from './news-store.ts';

/** What the outbox keeps about somebody: by their address. */
export const mailKeeper: PersonalDataKeeper = {
  async partsFor(db, { email }) {
    if (email === null)
      return [
        { ...MAILS, entries: [] },
        { ...NEWS, entries: [] },
      ];
    const sent = await mailsOn(db).to(email);
    const news = await newsOn(db).of(email);
    return [
      {
        ...MAILS,
        entries: sent.map(({ subject, kind, createdAt, sentAt, state, text }) => ({
          subject,
          kind,
          written: createdAt,
          sent: sentAt,
          state,
          text,
        })),
      },
      { ...NEWS, entries: news.map(({ topic, stoppedAt }) => ({ topic, stopped: stoppedAt })) },
    ];
  },
  async erase({ trx }, { email }) {
    if (email === null) return;
    await mailsOn(trx).forgetAddress(email);
    await newsOn(trx).forgetAddress(email);
  },
};

const MAILS = { name: 'mails', title: 'Mails to you' };
const NEWS = { name: 'news', title: 'News you get or have stopped' };
