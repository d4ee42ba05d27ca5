import type { Services } from '../src/services.ts';
import type { Area } from '../src/ground/areas/area-contract.ts';
import { areasOn } from '../src/ground/areas/area-store.ts';
import type { Answers } from '../src/groups/benefit-test/test-contract.ts';
import type { Group } from '../src/groups/groups/group-contract.ts';
import { dayIn } from '../src/kernel/clock.ts';
import type { UnitOfWork } from '../src/kernel/facts.ts';

const DEPUTY = { email: 'deputy@marlbeck.example', name: 'Devi Digger' };

const ANSWERS: Answers = {
  criteria: {
    NEED: 'Fourteen of us grow things on corners all summer. From November to March we have nowhere to sort seeds, mend tools and plan. The allotment society has the same trouble, and asked whether they could come too.',
    BEN: 'Every second Thursday evening about a dozen people swap seeds and learn from each other. Last winter, in a member’s kitchen, six beginners came who now look after beds of their own.',
    INC: 'It costs nothing. We meet where the bus stops, and we ring those who live alone. We need a room without steps: two of us use wheelchairs.',
    USE: 'Thursdays from 18:30 to 20:30, November to March. The library’s meeting room has been dark every Thursday when we looked.',
    DEL: 'Gita opens, Devi closes, and two others know how, should one be ill. We bring our own tea things and put the chairs back.',
  },
  gates: { G6: 'Grown-ups only in the evenings. If somebody needs a hand, a friend comes along.', G10: 'no' },
  news: '',
};

/** A passport that waits to be scored, so that scorers and officers of the demonstration have something to do. */
export async function askForPassport(
  { people, benefitTests, clock }: Services,
  unit: UnitOfWork,
  area: Area,
  group: Group,
  leadId: string,
): Promise<void> {
  const deputy = await people.personWith(unit, DEPUTY.email, DEPUTY.name, 'demonstration');
  await people.grant(
    unit,
    deputy.id,
    { role: 'group_deputy', scope: 'group', scopeId: group.id, areaId: area.id, endsOn: null },
    'demonstration',
  );
  const place = {
    group,
    area,
    today: dayIn(area.timeZone, clock()),
    daysOff: new Set(await areasOn(unit.trx).daysOff(area.id)),
  };
  await benefitTests.passports.sendIn(unit, place, leadId, {
    answers: ANSWERS,
    seen: undefined,
    submission: undefined,
    brought: null,
  });
}
