import { areasOn } from './ground/areas/area-store.ts';
import { evidenceOn } from './groups/benefit-test/evidence-store.ts';
import { scoringOn } from './groups/benefit-test/scoring-store.ts';
import { calendarsOn } from './rooms/calendars/calendar-store.ts';
import { needsOn } from './rooms/finder/need-store.ts';
import { bookingsOn } from './rooms/bookings/booking-store.ts';
import { recurrenceWords } from './rooms/bookings/booking-words.ts';
import { optionsOn } from './rooms/requests/option-store.ts';
import { requestsOn } from './rooms/requests/request-store.ts';
import { waitingOn } from './rooms/requests/waiting-store.ts';
import { arrivalNotesOn } from './rooms/running/arrival-store.ts';
import { noShowsOn } from './rooms/running/no-show-store.ts';
import { roomImportsOn } from './rooms/room-lists/room-import-store.ts';
import { hirePersonalDataOn } from './rooms/hires/hire-personal-data-store.ts';
import { ledgerOn } from './rooms/ledger/ledger-store.ts';
import { groupPersonalDataOn } from './groups/groups/group-personal-data-store.ts';
import { groupsOn } from './groups/groups/group-store.ts';
import { dayIn, type Clock } from './kernel/clock.ts';
import type { Db } from './kernel/database.ts';
import { mailsOn } from './ground/notifications/mail-store.ts';
import { newsOn } from './ground/notifications/news-store.ts';
import type { PersonalDataKeeper } from './ground/people/personal-data-keeper.ts';
import { othersWith } from './ground/people/personal-data-store.ts';
import { peopleOn } from './ground/people/person-store.ts';
import type { Role, Scope } from './ground/people/role-contract.ts';

/** Everybody who keeps something about people beside the people's own tables. A feature that begins to joins this list. */
export function personalDataKeepers(clock: Clock): PersonalDataKeeper[] {
  return [
    mails,
    groups,
    benefitTests,
    calendarLinks,
    needs,
    bookings,
    hires,
    running,
    lists,
    administrators(() => dayIn('Europe/London', clock())),
  ];
}

/** What somebody marked stays with the case; what they have not handed in goes with them. */
const benefitTests: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const [sheets, evidence] = [await scoringOn(db).by(id), await evidenceOn(db).by(id)];
    return [
      {
        name: 'marks',
        title: 'Benefit tests you scored',
        entries: sheets.map(({ testId, interest, scores, submittedAt }) => ({
          test: testId,
          handed_in: submittedAt,
          interest,
          scores,
        })),
      },
      {
        name: 'evidence',
        title: 'Evidence you added for a group',
        entries: evidence.map(({ words, file, addedAt }) => ({ words, file: file?.mediaType ?? null, added: addedAt })),
      },
    ];
  },
  erase: ({ trx }, { id }) => scoringOn(trx).removeDraftsOf(id),
};

const needs: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const saved = await needsOn(db).ofPerson(id);
    return [
      {
        name: 'needs',
        title: 'Rooms you wait for',
        entries: saved.map(({ wish, createdAt, endsOn, toldAt }) => ({
          wish,
          saved: createdAt,
          ends: endsOn,
          told: toldAt,
        })),
      },
    ];
  },
  erase: ({ trx }, { id }) => needsOn(trx).removeOfPerson(id),
};

/** Bookings belong to the group: they stay when whoever made them goes. */
const bookings: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const [made, asked, waits, answers] = [
      await bookingsOn(db).madeBy(id),
      await requestsOn(db).by(id),
      await waitingOn(db).by(id),
      await optionsOn(db).answeredBy(id),
    ];
    return [
      {
        name: 'room_requests',
        title: 'Rooms you asked for, for a group',
        entries: asked.map(({ groupId, wish, state, receivedOn, createdAt }) => ({
          group: groupId,
          purpose: wish.purpose,
          on: recurrenceWords(wish.recurrence),
          received: receivedOn,
          written: createdAt,
          state,
        })),
      },
      {
        name: 'waiting_places',
        title: 'Rooms you wait for, for a group',
        entries: waits.map(({ groupId, spaceId, wish, receivedOn, joinedAt, state }) => ({
          group: groupId,
          room: spaceId,
          purpose: wish.purpose,
          on: recurrenceWords(wish.recurrence),
          received: receivedOn,
          joined: joinedAt,
          state,
        })),
      },
      {
        name: 'room_answers',
        title: 'Requests for rooms that you answered for an owner',
        entries: answers.map(({ requestId, spaceId, state, reason, note, answeredOn }) => ({
          request: requestId,
          room: spaceId,
          answer: state,
          reason,
          note,
          answered: answeredOn,
        })),
      },
      {
        name: 'bookings',
        title: 'Rooms you booked or asked for, for a group',
        entries: made.map(({ groupId, spaceId, purpose, recurrence, from, to, createdAt, state }) => ({
          group: groupId,
          room: spaceId,
          purpose,
          on: recurrenceWords(recurrence),
          from,
          to,
          made: createdAt,
          state,
        })),
      },
    ];
  },
  // Links to answer for an owner with are of no use any more.
  erase: ({ trx }, { id }) => optionsOn(trx).forgetLinksOf(id),
};

/** What somebody wrote about a booking is a part of what was agreed with the group: it stays as long as the booking's words do. */
const hires: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const store = hirePersonalDataOn(db);
    const told = (list: readonly { bookingId: string; at: string; words: string }[]) =>
      list.map(({ bookingId, at, words }) => ({ booking: bookingId, written: at, words }));
    const money = await ledgerOn(db).recordedBy(id);
    return [
      {
        name: 'evaluations',
        title: 'What you said about rooms, for a group',
        entries: told(await store.evaluationsBy(id)),
      },
      {
        name: 'disputes',
        title: 'What you said against money that was kept of a deposit',
        entries: told(await store.disputesBy(id)),
      },
      { name: 'dispute_answers', title: 'What you answered to that', entries: told(await store.answersBy(id)) },
      {
        name: 'deductions',
        title: 'What you noted to be kept of a deposit',
        entries: told(await store.deductionsBy(id)),
      },
      {
        name: 'money',
        title: 'Money that you wrote down',
        entries: money.map(({ bookingId, account, kind, pence, onDay, receiptNo, takenBy, witness, reason }) => ({
          booking: bookingId,
          what: `${account} ${kind}`,
          pence,
          on: onDay,
          receipt: receiptNo,
          taken_by: takenBy,
          witness,
          reason,
        })),
      },
    ];
  },
};

/** How one gets into a building, and calls to groups, belong to those who run it. */
const running: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const [calls, notes] = [await noShowsOn(db).calledBy(id), await arrivalNotesOn(db).changedBy(id)];
    return [
      {
        name: 'calls',
        title: 'Calls to groups that you noted',
        entries: calls.map(({ groupId, at, note }) => ({ group: groupId, at, note })),
      },
      {
        name: 'arrival_notes',
        title: 'Notes of yours on how to get in',
        entries: notes.map(({ assetId, spaceId, changedAt }) => ({
          building: assetId,
          room: spaceId,
          written: changedAt,
        })),
      },
    ];
  },
};

/** Lists that somebody brings in: those that are not in the register yet go with them. */
const lists: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const rooms = await roomImportsOn(db).by(id);
    return [
      {
        name: 'room_lists',
        title: 'Lists of rooms you uploaded',
        entries: rooms.map(({ fileName, ownerName, state, changedAt }) => ({
          file: fileName,
          of: ownerName,
          state,
          last_touched: changedAt,
        })),
      },
    ];
  },
  erase: ({ trx }, { id }) => roomImportsOn(trx).removeOpenOf(id),
};

const mails: PersonalDataKeeper = {
  async partsFor(db, { email }) {
    const [sent, news] = email === null ? [[], []] : [await mailsOn(db).to(email), await newsOn(db).of(email)];
    return [
      {
        name: 'mails',
        title: 'Mails to you',
        entries: sent.map(({ subject, kind, createdAt, sentAt, state, text }) => ({
          subject,
          kind,
          written: createdAt,
          sent: sentAt,
          state,
          text,
        })),
      },
      {
        name: 'news',
        title: 'News you get or have stopped',
        entries: news.map(({ topic, stoppedAt }) => ({ topic, stopped: stoppedAt })),
      },
    ];
  },
  async erase({ trx }, { email }) {
    if (email === null) return;
    await mailsOn(trx).forgetAddress(email);
    await newsOn(trx).forgetAddress(email);
  },
};

const groups: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const found = await Promise.all(
      (await idsHeld(db, id, ['group_lead', 'group_deputy', 'group_member'], 'group')).map((groupId) =>
        groupsOn(db).byId(groupId),
      ),
    );
    const [letters, papers] = [await groupPersonalDataOn(db).lettersTo(id), await groupPersonalDataOn(db).papersBy(id)];
    return [
      {
        name: 'groups',
        title: 'Your groups',
        entries: found.flatMap((group) => (group ? [{ name: group.name, id: group.id, since: group.createdAt }] : [])),
      },
      {
        name: 'papers',
        title: 'Papers you handed in for a group',
        entries: papers.map(({ kind, uploadedAt, state }) => ({ kind, handed_in: uploadedAt, state })),
      },
      {
        name: 'letters',
        title: 'Letters to you',
        entries: letters.map(({ subject, text, createdAt, printedAt }) => ({
          subject,
          written: createdAt,
          printed: printedAt,
          text,
        })),
      },
    ];
  },
  async erase({ trx }, { id, telephone }) {
    await groupPersonalDataOn(trx).forgetLettersTo(id);
    // A small group often gives the number of one of its people.
    if (telephone !== null) await groupPersonalDataOn(trx).forgetTelephone(telephone);
  },
  async holdsFor(db, { id }) {
    const led: string[] = [];
    for (const groupId of await idsHeld(db, id, ['group_lead'], 'group'))
      led.push((await groupsOn(db).byId(groupId))?.name ?? 'a group');
    return led.map((name) => `You lead “${name}”. On the group’s page, hand over the lead or close the group first.`);
  },
};

const calendarLinks: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const links = await calendarsOn(db).linksOf(id);
    return [
      {
        name: 'calendars',
        title: 'Your calendar addresses',
        entries: links.map(({ kind, createdAt, readAt }) => ({ whose: kind, made: createdAt, last_read: readAt })),
      },
    ];
  },
  erase: ({ trx }, { id }) => calendarsOn(trx).forgetLinksOf(id),
};

/** An area that nobody looks after any more could give nobody a right again. */
function administrators(today: () => string): PersonalDataKeeper {
  return {
    async holdsFor(db, { id }) {
      const ids = await idsHeld(db, id, ['area_administrator'], 'area');
      const others = await othersWith(db, id, 'area_administrator', ids, today());
      const alone = (await areasOn(db).all()).filter((area) => ids.includes(area.id) && !others.has(area.id));
      return alone.map(({ name }) => `You are the last administrator of ${name}. Make somebody else one first.`);
    },
  };
}

async function idsHeld(db: Db, personId: string, roles: readonly Role[], scope: Scope): Promise<string[]> {
  return (await peopleOn(db).rightsOf(personId))
    .filter((right) => right.scope === scope && roles.includes(right.role))
    .map(({ scopeId }) => scopeId);
}
