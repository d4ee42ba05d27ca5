import { v5 } from 'uuid';
import type { Who } from '../../ground/people/role-contract.ts';
import { countAttempt, type Limit } from '../../kernel/limits.ts';
import { conflict, gone, invalid, notFound } from '../../kernel/problem.ts';
import { hashOf, keyedHashOf } from '../../kernel/secrets.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import { speakerKey, speakerKeyHash } from './speaker-key-rules.ts';
import { speakersOn } from './speaker-store.ts';
import type { Speaker, Speaking, SpeakingFor } from './speaking-contract.ts';
import type { SpeakingDeps } from './speaking-deps.ts';
import { confirmSpeakingMail } from './speaking-mail-words.ts';

/** A network may be a library or a whole council; an address is one person’s, and strangers may type it. */
const LIMITS = {
  network: { name: 'speaker-from-network', most: 60, minutes: 60 },
  person: { name: 'speaker-by-person', most: 10, minutes: 60 },
  address: { name: 'speaker-mail-to', most: 5, minutes: 60 },
} satisfies Record<string, Limit>;
/** How long the link in the mail can be used to confirm. */
const CONFIRM_DAYS = 7;
const DAY_MS = 86_400_000;
/** Sendings without an account have one namespace of their own. */
const NAMESPACE = '2b5d7a0e-91c4-4f0c-8a38-7d1f6c2e4b90';
const BY_LINK = 'link from a mail';

/** Registering to speak at a hearing: with an account, by a link in a mail, or through an officer. The same sending twice is once. */
export function registering(deps: SpeakingDeps) {
  const { db, clock, newId, secret, baseUrl, inOneTransaction, locked, people, placeOf, writeMail } = deps;
  return {
    /**
     * @param network of whoever sends it, for counting
     * @returns the registration, which counts at once for somebody who is signed in
     * @throws Problem 400, 404, 409 where no hearing is called, 429
     */
    async register(who: Who | null, proposalId: string, given: Speaking, network: string): Promise<Speaker> {
      const email = who?.email ?? given.email;
      if (who === null && email === undefined)
        throw invalid([{ field: 'email', message: 'Enter your e-mail address: we send you a link to confirm.' }]);
      await countAttempt(db, clock, LIMITS.network, keyedHashOf(secret, network));
      await countAttempt(db, clock, LIMITS.person, keyedHashOf(secret, network, who?.personId ?? email ?? ''));
      if (who === null) await countAttempt(db, clock, LIMITS.address, keyedHashOf(secret, email ?? ''));
      return inOneTransaction(async (unit) => {
        const { proposal, today } = await locked(unit, proposalId);
        const submission = v5(given.submission ?? newId(), who?.personId ?? NAMESPACE);
        const sent = await speakersOn(unit.trx).bySubmission(proposalId, submission);
        if (sent) return sent;
        mustBeCalled(proposal);
        const speaker = speakerOf(proposal, given, today, {
          email: email ?? null,
          personId: who?.personId ?? null,
          state: who === null ? 'unconfirmed' : 'registered',
          submission,
        });
        await speakersOn(unit.trx).add(speaker);
        if (who === null)
          await writeMail(unit.trx, {
            to: email ?? '',
            areaId: proposal.areaId,
            ...confirmSpeakingMail({
              number: proposal.number,
              place: await placeOf(unit.trx, proposal.assetId),
              url: `${baseUrl}/speakers/${speakerKey(secret, speaker.id)}`,
              days: CONFIRM_DAYS,
            }),
          });
        else recordRegistered(unit, speaker, who.personId);
        return speaker;
      });
    },

    /** For somebody who rang, wrote or came in. @throws Problem 400, 409 */
    registerFor: (officer: Who, proposalId: string, given: SpeakingFor): Promise<void> =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await locked(unit, proposalId);
        const submission = v5(given.submission ?? newId(), officer.personId);
        if (await speakersOn(unit.trx).bySubmission(proposalId, submission)) return;
        mustBeCalled(proposal);
        const { received_on: receivedOn } = given;
        if (receivedOn > today || receivedOn < (proposal.receivedOn ?? receivedOn))
          throw invalid([
            {
              field: 'received_on',
              message: 'Enter the day they got in touch: not after today, and not before the proposal was sent.',
            },
          ]);
        const person =
          given.email === undefined
            ? await people.add(unit, { name: given.name, postalAddress: given.address }, officer.personId)
            : await people.byEmail(unit.trx, given.email);
        const speaker = speakerOf(proposal, given, receivedOn, {
          email: given.email ?? null,
          personId: person?.id ?? null,
          state: 'registered',
          submission,
          channel: given.channel,
          enteredBy: officer.personId,
          readBack: given.read_back,
        });
        await speakersOn(unit.trx).add(speaker);
        recordRegistered(unit, speaker, officer.personId);
      }),

    byKey,

    /**
     * Whoever has the link has pressed the button. Twice is once.
     * @throws Problem 404, 409 where no hearing is called any more, 410 for a link that has run out
     */
    async confirm(key: string): Promise<void> {
      const { proposalId, id } = await byKey(key);
      await inOneTransaction(async (unit) => {
        const { proposal } = await locked(unit, proposalId);
        const speaker = await known(unit, id);
        if (speaker.state === 'registered') return;
        if (
          speaker.state === 'unconfirmed' &&
          clock().getTime() - Date.parse(speaker.createdAt) > CONFIRM_DAYS * DAY_MS
        )
          throw gone('This link has run out. Register again: the form is on the page of the proposal.');
        mustBeCalled(proposal);
        await speakersOn(unit.trx).change({ ...speaker, state: 'registered' });
        recordRegistered(unit, speaker, speaker.personId ?? BY_LINK);
      });
    },

    /** Takes a registration back, as long as they have not spoken. @throws Problem 404, 409 */
    async withdraw(key: string): Promise<void> {
      const { proposalId, id } = await byKey(key);
      await inOneTransaction(async (unit) => {
        await locked(unit, proposalId);
        const speaker = await known(unit, id);
        if (speaker.state === 'withdrawn') return;
        const floor = await speakersOn(unit.trx).floor(proposalId);
        if (speaker.seconds !== null || floor?.speakerId === id)
          throw conflict('You have had the floor: what was said cannot be taken back.');
        await speakersOn(unit.trx).change({ ...speaker, state: 'withdrawn' });
        unit.record({ ...about(speaker), kind: 'speaker_withdrawn', actor: speaker.personId ?? BY_LINK });
      });
    },
  };

  /** @throws Problem 404 */
  async function byKey(key: string): Promise<Speaker> {
    const speaker = await speakersOn(db).byKey(hashOf(key));
    if (!speaker) throw notFound('registration');
    return speaker;
  }

  async function known({ trx }: UnitOfWork, id: string): Promise<Speaker> {
    const speaker = await speakersOn(trx).byId(id);
    if (!speaker) throw notFound('registration');
    return speaker;
  }

  type Brought = Pick<Speaker, 'email' | 'personId' | 'state' | 'submission'> & Partial<Speaker>;
  function speakerOf(proposal: Proposal, given: Speaking | SpeakingFor, receivedOn: Day, brought: Brought): Speaker {
    const id = newId();
    const { side, manner, statement, needs, name } = given;
    return {
      id,
      proposalId: proposal.id,
      areaId: proposal.areaId,
      side,
      manner,
      name,
      statement: manner === 'statement' ? statement : '',
      needs,
      keyHash: speakerKeyHash(secret, id),
      channel: 'online',
      enteredBy: null,
      readBack: null,
      receivedOn,
      seconds: null,
      createdAt: clock().toISOString(),
      ...brought,
    };
  }
}

const about = ({ id, areaId }: Pick<Speaker, 'id' | 'areaId'>) => ({
  areaId,
  subjectKind: 'speaker',
  subjectId: id,
});

function recordRegistered(unit: UnitOfWork, speaker: Speaker, actor: string): void {
  const { proposalId, side, manner, enteredBy, personId, channel } = speaker;
  unit.record({
    ...about(speaker),
    kind: 'speaker_registered',
    actor,
    onBehalfOf: enteredBy === null ? null : personId,
    channel,
    after: { proposalId, side, manner },
  });
}

/** @throws Problem 409 where no hearing is called */
function mustBeCalled({ state }: Proposal): void {
  if (state !== 'hearing_called')
    throw conflict('Nobody can register now: no hearing is called. The page of the proposal says where it stands.');
}
