import { speakingActs, speakingPart } from '../../../client/casework/speaking/speaking-part.ts';
import { contactPorts } from '../../ground/contacts/contact-ports.ts';
import type { MailService } from '../../ground/notifications/mail-service.ts';
import { peoplePorts, personAdding } from '../../ground/people/people-ports.ts';
import type { Ground } from '../../ground/wing.ts';
import { groupPorts } from '../../groups/groups/group-ports.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { notFound } from '../../kernel/problem.ts';
import type { BeforeWriting, Contribution, Kernel } from '../../kernel/wing.ts';
import { shownAsset } from '../../register/assets/asset-ports.ts';
import { hearingCalendars } from '../hearings/hearing-calendar-wiring.ts';
import type { Hearing } from '../hearings/hearing-contract.ts';
import { hearingsOn } from '../hearings/hearing-store.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import { placeOf } from '../proposals/proposal-scene-service.ts';
import type { ProposalServices } from '../proposals/proposal-services.ts';
import type {} from '../proposals/proposal-slot.ts';
import { proposalsOn } from '../proposals/proposal-store.ts';
import { floorPages } from './floor-pages.ts';
import type { SpeakingTellingDeps } from './speaking-deps.ts';
import type { SpeakingPagesDeps } from './speaking-endpoint.ts';
import { speakingKeeper } from './speaking-keeper.ts';
import { speakingPages } from './speaking-pages.ts';
import { forgetUnconfirmedSpeakers, SPEAKERS, speakingRetention, UNCONFIRMED_SPEAKERS } from './speaking-retention.ts';
import { speakingServices } from './speaking-services.ts';

type Below = { ground: Ground; proposals: ProposalServices };

/** Speaking at a public hearing: who has registered, and the clock that gives both sides the same time. */
export function speakingFeature(kernel: Kernel, { ground: { areas, access, mails }, proposals }: Below) {
  const { db, clock } = kernel;
  const sideMinutes = async (on: Db, proposal: Proposal): Promise<number> =>
    (await proposals.steps.countingFor(on, proposal)).terms.hearing_side_minutes;
  const addPerson = personAdding(kernel);
  const speaking = speakingServices({
    ...kernel,
    ...speakingTellingDeps(kernel, { mails }),
    locked: (unit, id) => proposals.steps.locked(unit, id),
    sideMinutes,
    people: {
      byEmail: (on, email) => peoplePorts.byEmail(on, email),
      add: (unit, details, actor) => addPerson(unit, { ...details, email: null, telephone: null }, actor),
    },
  });
  const today = ({ timeZone }: { timeZone: string }): string => dayIn(timeZone, clock());
  const hearingOf = async (id: string): Promise<Hearing | null> => (await newestHearing(db, id)) ?? null;
  const contribution: Contribution = {
    endpoints({ sendPage }) {
      const deps: SpeakingPagesDeps = {
        ...{ speaking, hearingOf, today, access, sendPage },
        proposals: proposals.pages,
        async sideMinutes(id) {
          const proposal = await proposalsOn(db).byId(id);
          if (!proposal) throw notFound('proposal');
          return sideMinutes(db, proposal);
        },
        contact: async (areaId) => (await contactPorts.of(db, [areaId])).get(areaId) ?? null,
      };
      return [...speakingPages(deps), ...floorPages(deps)];
    },
    keeper: speakingKeeper,
    forgets: [
      { kept: SPEAKERS, forget: speakingRetention({ ...kernel, areas }) },
      { kept: UNCONFIRMED_SPEAKERS, forget: forgetUnconfirmedSpeakers(db) },
    ],
    async onProposalPage({ proposal, behind, may }) {
      if (proposal.state !== 'hearing_called') return {};
      const hearing = await hearingOf(proposal.id);
      if (hearing?.state !== 'called') return {};
      const shown = {
        proposalId: proposal.id,
        hearing,
        minutes: behind.counting.terms.hearing_side_minutes,
        isToday: hearing.day <= today(proposal.area),
        may: { run: may('hearing.call'), assist: may('hearing.speak_for') },
      };
      const acts = shown.may.run || shown.may.assist;
      return { told: speakingPart(shown), ...(acts && { act: speakingActs(shown) }) };
    },
  };
  return { speaking, contribution };
}

/** What telling speakers needs. */
export function speakingTellingDeps(before: BeforeWriting, { mails }: { mails: MailService }): SpeakingTellingDeps {
  const { config } = before;
  const place = async (db: Db, assetId: string): Promise<string> =>
    placeOf((await shownAsset(db, assetId)) ?? null).place;
  return {
    secret: config.sessionSecret,
    baseUrl: config.baseUrl,
    proposals: { byId: (db, id) => proposalsOn(db).byId(id) },
    hearingOf: newestHearing,
    calendarOf: hearingCalendars(before).ofHearing,
    placeOf: place,
    emailOf: async (db, personId) => (await peoplePorts.byId(db, personId))?.email ?? null,
    writeMail: (db, mail) => mails.write(db, mail),
    tell: groupPorts(before, { mails }).tell,
  };
}

const newestHearing = async (db: Db, proposalId: string): Promise<Hearing | undefined> =>
  (await hearingsOn(db).of(proposalId)).at(-1);
