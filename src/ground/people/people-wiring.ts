import { forgetAttempts } from '../../kernel/limits.ts';
import { DatabaseSessions } from '../../kernel/session-store.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import { areasOn } from '../areas/area-store.ts';
import { contactPorts } from '../contacts/contact-ports.ts';
import type { MailService } from '../notifications/mail-service.ts';
import type { Forgets } from '../retention/retention-slot.ts';
import { accessOn, rightsDay } from './access-ports.ts';
import { administratorKeeper } from './administrator-keeper.ts';
import { DEMONSTRATION_PEOPLE } from './demonstration-contract.ts';
import { homePathOf } from './home-path-rules.ts';
import { oneTimeCodes } from './one-time-code-service.ts';
import { FORGET_PASSKEYS_USAGE, forgetPasskeys } from './passkey-cli.ts';
import { passkeyPages } from './passkey-pages.ts';
import { passkeyService } from './passkey-service.ts';
import { peoplePages } from './people-pages.ts';
import { peopleService } from './people-service.ts';
import { signInPages } from './sign-in-pages.ts';
import { signInService } from './sign-in-service.ts';
import { forgetInvitations, signInCodesOn } from './sign-in-store.ts';

/** Who somebody is, how they come in, and what they may do. */
export function peopleFeature(kernel: Kernel, { mails }: { mails: MailService }) {
  const { config, db, clock, newId } = kernel;
  const { baseUrl, demo, smtpUrl, staffPasskeys } = config;
  const today = (): string => rightsDay(clock);
  const people = peopleService({ ...kernel, staffPasskeys });
  const codes = oneTimeCodes({ db, clock, newId, secret: config.sessionSecret, perNetwork: config.codesPerNetwork });
  const signIn = signInService({ ...kernel, codes, baseUrl, writeMail: mails.write });
  const passkeys = passkeyService({ ...kernel, baseUrl, writeMail: mails.write });
  const sessionStore = new DatabaseSessions({ db, clock, newId });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => [
      ...signInPages({
        signIn,
        sendPage,
        clock,
        contact: () => contactPorts.ofTheOnlyArea(db),
        homePath: async (personId) => homePathOf(await people.rightsOf(personId), today()),
        demo: demo && !smtpUrl ? DEMONSTRATION_PEOPLE : [],
      }),
      ...peoplePages({ people, sessions: sessionStore, sendPage }),
      ...passkeyPages({ passkeys, db, clock, sendPage }),
    ],
    commands: [
      { name: 'passkeys forget', usage: FORGET_PASSKEYS_USAGE, run: (args) => forgetPasskeys(passkeys, args) },
    ],
    keeper: administratorKeeper({ today, areas: (trx) => areasOn(trx).all() }),
    forgets: forgetsOf(kernel, sessionStore),
  };
  return { people, codes, signIn, passkeys, sessionStore, access: accessOn(today), today, contribution };
}

function forgetsOf({ db }: Kernel, sessionStore: DatabaseSessions): Forgets[] {
  return [
    { kept: KEPT.codes, forget: (before) => signInCodesOn(db).forget(before) },
    { kept: KEPT.sessions, forget: (before) => sessionStore.forgetEnded(before) },
    { kept: KEPT.limits, forget: (before) => forgetAttempts(db, before) },
    { kept: KEPT.invitations, forget: (before) => forgetInvitations(db, before) },
  ];
}

const KEPT = {
  codes: { kind: 'codes', days: 1, what: 'Codes to sign in', why: 'They work for ten minutes' },
  sessions: {
    kind: 'sessions',
    days: 30,
    what: 'Devices on which you were signed in, once that has ended',
    why: 'So that you can see where you were',
  },
  limits: { kind: 'limits', days: 2, what: 'Counts of tries to sign in', why: 'They stop guessing' },
  invitations: {
    kind: 'invitations',
    days: 30,
    what: 'Invitations, once they have run out',
    why: 'So that we can say who was invited',
  },
};
