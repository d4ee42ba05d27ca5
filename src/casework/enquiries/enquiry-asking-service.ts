import { v5 } from 'uuid';
import { dayIn, daysAfter } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid, notFound, Problem, type Mistake } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Ask, AssistedAsk, Enquiry } from './enquiry-contract.ts';
import type { EnquiryBeginning, Begun } from './enquiry-beginning-steps.ts';
import type { EnquiryDeps } from './enquiry-deps.ts';
import { lastDayOf } from './enquiry-due-rules.ts';
import { enquiryFollowersOn } from './enquiry-follower-store.ts';
import type { AskedPlace, EnquiryPlaces } from './enquiry-place-service.ts';
import { lineOf } from './enquiry-line-rules.ts';
import type { EnquiryLine } from './enquiry-page-contract.ts';
import { enquiriesOn } from './enquiry-store.ts';

type Deps = EnquiryDeps & { beginning: EnquiryBeginning; asked: EnquiryPlaces };
/** What is found before a question is sent, and when there would be an answer. */
export type Looked = {
  place: AskedPlace;
  open: EnquiryLine | null;
  land: readonly PublicAsset[];
  counted: { acknowledged: Day; answered: Day };
};
/** Typed in later than this, a question is older than anybody would believe. */
const LONGEST_AGO_DAYS = 60;
const DAY_MS = 86_400_000;

/** Asking whose a place is: by oneself, or through an officer. */
export function enquiryAsking(deps: Deps) {
  const { db, clock, newId, inOneTransaction, beginning, asked, areas, termsOn, people, groups } = deps;
  return {
    /** What is found before anything is sent: the place, what is open about it already, and what the register has there. */
    async look(given: Ask): Promise<Looked> {
      const place = await asked.asked(given);
      const open = await beginning.openAt({ trx: db }, place);
      const land = place.point && place.precision === 'exact' ? await asked.landAt(place.area, place.point) : [];
      const today = dayIn(place.area.timeZone, clock());
      const counting = {
        terms: await termsOn(db, place.area.id, today),
        daysOff: await areas.bankHolidays(db, place.area.id),
      };
      return {
        place,
        open: open ? lineOf(open, place.asset) : null,
        land,
        counted: {
          acknowledged: lastDayOf('enquiry_acknowledged_wd', today, counting),
          answered: lastDayOf('enquiry_looked_wd', today, counting),
        },
      };
    },

    /** @throws Problem 429 for somebody who has asked often enough today */
    async ask(who: Who, given: Ask): Promise<Begun> {
      const place = await asked.asked(given);
      mustBeIn(who, given.group);
      return inOneTransaction(async (unit) => {
        await mustNotBeTooMany(unit, who, place);
        return beginning.begin(unit, place, {
          askerId: who.personId,
          groupId: given.group ?? null,
          groupName: given.group_name,
          idea: given.idea,
          submission: given.submission ?? newId(),
          brought: null,
        });
      });
    },

    /** For somebody who rang, wrote or came in: the day they did is the day that counts. Who asks second is told, and follows. */
    async askFor(officer: Who, area: Area, given: AssistedAsk): Promise<Begun> {
      const place = await asked.asked(given);
      if (place.area.id !== area.id)
        throw invalid([
          { field: 'near', message: `Choose a place in ${area.name}: this one is in ${place.area.name}.` },
        ]);
      const mistakes = assistedMistakes(given, dayIn(place.area.timeZone, clock()));
      if (mistakes.length > 0) throw invalid(mistakes);
      return inOneTransaction(async (unit) => {
        // The same sending twice finds the person whom the first one made: its key is made of the officer and the form.
        const submission = v5(given.submission ?? newId(), officer.personId);
        const sent = await enquiriesOn(unit.trx).byBrought(officer.personId, submission);
        if (sent) return { enquiry: sent, alreadyOpen: false };
        const person = await personOf(unit, given, officer.personId);
        const begun = await beginning.begin(unit, place, {
          askerId: person.id,
          groupId: null,
          groupName: given.group_name,
          idea: given.idea,
          submission,
          brought: {
            by: officer.personId,
            channel: given.channel,
            receivedOn: given.received_on,
            readBack: given.read_back,
          },
        });
        if (begun.alreadyOpen) await followIn(unit, begun.enquiry, person.id, officer.personId);
        return begun;
      });
    },

    /** Wants to be told what comes of a question. Twice is once. */
    async follow(who: Who, id: string): Promise<void> {
      await inOneTransaction(async (unit) => {
        const enquiry = await known(unit, id);
        if (enquiry.askerId !== who.personId) await followIn(unit, enquiry, who.personId, who.personId);
      });
    },
    async unfollow(who: Who, id: string): Promise<void> {
      await inOneTransaction(async (unit) => {
        const enquiry = await known(unit, id);
        if (await enquiryFollowersOn(unit.trx).remove(id, who.personId))
          unit.record({ ...about(enquiry), kind: 'enquiry_unfollowed', actor: who.personId });
      });
    },

    /** Groups that somebody may ask for. */
    groupsOf: async (who: Who) => (await groups.byIds(db, groupIdsOf(who))).filter(({ closedAt }) => closedAt === null),
  };
  async function known({ trx }: UnitOfWork, id: string): Promise<Enquiry> {
    const enquiry = await enquiriesOn(trx).lock(id);
    if (!enquiry) throw notFound('question');
    return enquiry;
  }

  async function followIn(unit: UnitOfWork, enquiry: Enquiry, personId: string, actor: string): Promise<void> {
    if (enquiry.endedOn !== null) throw conflict('This question has been answered. Its page says what came of it.');
    if (!(await enquiryFollowersOn(unit.trx).add(enquiry.id, personId, clock()))) return;
    unit.record({
      ...about(enquiry),
      kind: 'enquiry_followed',
      actor,
      onBehalfOf: actor === personId ? null : personId,
    });
  }

  async function mustNotBeTooMany({ trx }: UnitOfWork, { personId }: Who, { area }: AskedPlace): Promise<void> {
    const now = clock();
    const { enquiries_a_day: most } = await termsOn(trx, area.id, dayIn(area.timeZone, now));
    const since = new Date(now.getTime() - DAY_MS).toISOString();
    if ((await enquiriesOn(trx).countAskedSince(personId, since)) >= most)
      throw new Problem(
        429,
        'That is enough for one day',
        `You have asked about ${most} places within a day, and somebody looks for each of them. Ask about the next one tomorrow, or ring us.`,
      );
  }

  /** Somebody with that address, or somebody new. */
  async function personOf(unit: UnitOfWork, given: AssistedAsk, actor: string): Promise<{ id: string }> {
    const email = given.person_email ?? null;
    const known = email === null ? undefined : await people.byEmail(unit.trx, email);
    const details = {
      email,
      name: given.person_name,
      telephone: given.person_telephone || null,
      postalAddress: given.person_address || null,
    };
    return known ?? people.add(unit, details, actor);
  }
}

const about = ({ id, areaId }: Enquiry) => ({ areaId, subjectKind: 'enquiry', subjectId: id });

const groupIdsOf = ({ rights }: Who): string[] => [
  ...new Set(rights.filter(({ scope }) => scope === 'group').map(({ scopeId }) => scopeId)),
];

function mustBeIn(who: Who, groupId: string | undefined): void {
  if (groupId !== undefined && !groupIdsOf(who).includes(groupId))
    throw invalid([{ field: 'group', message: 'Choose a group that you are in, or none.' }]);
}

/** What only shows when the day and the whole form are known. */
function assistedMistakes(given: AssistedAsk, today: Day): Mistake[] {
  const mistakes: Mistake[] = [];
  if (given.received_on > today)
    mistakes.push({ field: 'received_on', message: 'Enter the day they got in touch: it cannot be after today.' });
  if (given.received_on < daysAfter(today, -LONGEST_AGO_DAYS))
    mistakes.push({ field: 'received_on', message: `Enter a day within the last ${LONGEST_AGO_DAYS} days.` });
  if (given.person_email === undefined && given.person_telephone === '' && given.person_address === '')
    mistakes.push({
      field: 'person_telephone',
      message: 'Enter an e-mail address, a telephone number or a postal address, so that we can reach them.',
    });
  if (given.read_back === 'letter' && given.person_address === '')
    mistakes.push({ field: 'person_address', message: 'Enter the postal address that the copy goes to.' });
  return mistakes;
}
