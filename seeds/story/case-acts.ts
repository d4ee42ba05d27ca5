import { changeSchema } from '../../src/rooms/bookings/booking-form-contract.ts';
import { bookingsOn } from '../../src/rooms/bookings/booking-store.ts';
import { occurrencesOn } from '../../src/rooms/bookings/occurrence-store.ts';
import { challengeSchema, deductionSchema, payBackSchema } from '../../src/rooms/hires/deposit-contract.ts';
import { evaluationSchema } from '../../src/rooms/hires/evaluation-contract.ts';
import { paymentSchema } from '../../src/rooms/requests/money-contract.ts';
import { optionsOn } from '../../src/rooms/requests/option-store.ts';
import { answerSchema, askSchema } from '../../src/rooms/requests/request-form-contract.ts';
import type { Actor } from '../../src/rooms/requests/request-scene.ts';
import type { Case, Step } from './story-contract.ts';
import { broughtForm, broughtOn, type Actors, type World } from './world.ts';

/** A case as it goes on: who asks, for which room, and the request that it has become. */
export type Going = { told: Case; group: Actors; room: Awaited<ReturnType<World['room']>>; request: string };

/** A request is written down. */
export async function begin(world: World, told: Case): Promise<Going> {
  const { services, almanac, clock, groups } = world;
  const group = groups.get(told.group);
  if (!group) throw new Error(`There is no group called ${told.group}.`);
  const room = await world.room(...told.room);
  const form = askSchema.parse({
    ...almanac.asked(told.dates),
    for: told.for,
    people: told.people,
    start: told.from,
    end: told.to,
    as: 'community',
    insured: 'no',
    vulnerable: told.children ? 'yes' : 'no',
    show_name: 'yes',
    ...(group.byTelephone === null ? {} : broughtForm(almanac.dayOf(clock.now()))),
  });
  const request = await services.requests.drafts.begin(group.lead, group.id, room.id, form);
  return { told, group, room, request: request.id };
}

/** The next step of a case, with the services that people’s own presses use. */
export async function goOn(world: World, going: Going, [, does, how]: Step): Promise<void> {
  const { requests, hires } = world.services;
  const { request, room } = going;
  const group = actorOf(world, going);
  const officer: Actor = { personId: room.ownersPerson.personId, brought: null };
  switch (does) {
    case 'is sent':
      return void (await requests.sending.send(group, request));
    case 'waits in line':
      return void (await requests.waiting.join(group, request));
    case 'gets a yes':
      return requests.answers.answerFor(officer, request, room.id, answerSchema.parse({ answer: 'yes' }), 'owner');
    case 'gets a no':
      return requests.answers.answerFor(
        officer,
        request,
        room.id,
        answerSchema.parse({ answer: 'no', ...how }),
        'owner',
      );
    case 'is withdrawn':
      return requests.offers.withdraw(group, request, { reason: how });
    case 'is taken':
      return void (await requests.offers.take(group, request));
    case 'pays':
      for (const account of ['deposit', 'hire'] as const)
        if (how[account] !== undefined) await pay(world, going, account, how[account], how.method);
      return;
    case 'is shown round': {
      const induction = { on: today(world), signed_by: signs(going), shown_by: 'Kit Keys' };
      return hires.starting.induct(officer.personId, await bookingOf(world, going), induction);
    }
    case 'moves a date':
      return moveDate(world, going, how);
    case 'gets its deposit back':
      return giveBack(world, going, how.less);
    case 'disputes':
      return hires.disputes.challenge(group, await bookingOf(world, going), challengeSchema.parse({ challenge: how }));
    case 'says how it went':
      return hires.evaluations.evaluate(group, await bookingOf(world, going), evaluationSchema.parse(how));
  }
}

async function pay(
  world: World,
  { request, room }: Going,
  account: 'deposit' | 'hire',
  pounds: number,
  method: string,
): Promise<void> {
  const { name } = room.ownersPerson;
  const cash = method === 'cash' ? { taken_by: name, witness: 'Bina Broker' } : {};
  const payment = { account, pounds: String(pounds), method, on_day: today(world), ...cash };
  await world.services.requests.money.pay(room.ownersPerson, request, paymentSchema.parse(payment));
}

/** The group rings, and the broker moves its first date from a day on to another day of that week or the next. */
async function moveDate(
  world: World,
  going: Going,
  { after, to }: Extract<Step, [unknown, 'moves a date', unknown]>[2],
): Promise<void> {
  const { services, almanac, broker } = world;
  const id = await bookingOf(world, going);
  const from = almanac.daysLater(almanac.today, after);
  const date = (await occurrencesOn(services.db).of(id)).find((one) => one.date >= from && one.state === 'planned');
  const [booking] = await bookingsOn(services.db).byIds([id]);
  if (!date || !booking) throw new Error(`${going.told.for} has no date that could be moved.`);
  const change = {
    version: booking.version,
    what: 'one',
    date: date.originalDate,
    new_date: almanac.openOn(to, date.date),
    from: date.from,
    to: date.to,
  };
  const asker = { personId: broker.personId, brought: broughtOn(today(world)) };
  await services.bookings.change(asker, 'officer', id, changeSchema.parse(change));
}

async function giveBack(
  world: World,
  going: Going,
  less: Extract<Step, [unknown, 'gets its deposit back', unknown]>[2]['less'],
): Promise<void> {
  const { deposits } = world.services.hires;
  const [id, by] = [await bookingOf(world, going), going.room.ownersPerson.personId];
  if (less) await deposits.deduct(by, id, deductionSchema.parse({ ...less, pounds: String(less.pounds) }), undefined);
  await deposits.giveBack(by, id, payBackSchema.parse({ method: 'transfer', on_day: today(world) }));
}

/** A group acts by itself, or the broker does who has it on the telephone. */
const actorOf = (world: World, { group: { lead, byTelephone } }: Going): Actor => ({
  personId: lead.personId,
  brought: byTelephone === null ? null : broughtOn(today(world)),
});
const signs = ({ group: { lead, byTelephone } }: Going): string => (byTelephone === null ? lead.name : 'Stan Strachan');
const today = ({ almanac, clock }: World): string => almanac.dayOf(clock.now());

/** The booking that a case has become. @throws Error before it has */
export async function bookingOf({ services }: World, { request, told }: Going): Promise<string> {
  const booked = (await optionsOn(services.db).of(request)).find(({ bookingId }) => bookingId !== null);
  if (!booked?.bookingId) throw new Error(`${told.for} has not been booked.`);
  return booked.bookingId;
}
