import type { OutsideKind, Source, SourceOutcome } from '../../src/casework/enquiries/enquiry-contract.ts';
import type { Point } from '../../src/kernel/geo-contract.ts';
import type { Ago } from './story-contract.ts';
import { threadOf, type Moment } from './timeline.ts';
import { broughtForm, type World } from './world.ts';

type Told = {
  /** A group whose lead asks, or somebody who rang. */
  by: string | { name: string; telephone: string; address: string };
  asked: Ago;
  idea: string;
  acknowledged: Ago;
  looked: readonly { on: Ago; source: Source; outcome: SourceOutcome; owner?: string; words: string }[];
  outside?: { on: Ago; kind: OutsideKind; owner: string };
};
/** A question whose a place is: a place on the register by its code, or a point. */
export type ToldEnquiry = Told & ({ asset: string } | { place: string; point: Point });

/** Everything about one question, from asking to where it stands at the first start. */
export function enquiryThread(world: World, told: ToldEnquiry): Moment[] {
  const {
    almanac,
    broker,
    services: { enquiries, areas },
  } = world;
  const thread = threadOf(almanac);
  let id = '';
  const asked = typeof told.by === 'string' ? thread.atHome : thread.inOffice;
  const { outside } = told;
  return [
    asked(almanac.day(told.asked), async () => void (id = await ask(world, told))),
    thread.inOffice(
      almanac.day(told.acknowledged),
      async () => void (await enquiries.finding.acknowledge(broker, id, { seen: 'asked' })),
    ),
    ...told.looked.map(({ on, owner, ...look }) =>
      thread.inOffice(almanac.day(on), async () => {
        const body = (await areas.owners()).find(({ name }) => name === owner)?.id;
        if (owner !== undefined && body === undefined) throw new Error(`There is no owner ${owner}.`);
        await enquiries.finding.note(broker, id, {
          ...look,
          owner: body,
          checked_on: almanac.officeDay(almanac.day(on)),
        });
      }),
    ),
    ...(outside
      ? [
          thread.inOffice(almanac.day(outside.on), async () => {
            await enquiries.finding.answer(broker, id, {
              seen: 'looking',
              owner: 'outside',
              outside_kind: outside.kind,
              outside_owner: outside.owner,
              outcome: '',
              name: '',
              there: 'unknown',
              lon: undefined,
              lat: undefined,
            });
          }),
        ]
      : []),
  ];
}

async function ask(world: World, told: ToldEnquiry): Promise<string> {
  const { services, groups, broker, area, almanac } = world;
  const where =
    'asset' in told
      ? { asset: (await world.place(told.asset)).id, lon: undefined, lat: undefined, place: '' }
      : { asset: undefined, ...told.point, place: told.place };
  const given = { ...where, near: '', kind: 'land' as const, idea: told.idea, group: undefined, group_name: '' };
  if (typeof told.by === 'string') {
    const group = groups.get(told.by);
    if (!group) throw new Error(`The group ${told.by} is not there yet.`);
    const lead = await world.asNow(group.lead);
    return (await services.enquiries.asking.ask(lead, { ...given, group: group.id })).enquiry.id;
  }
  const { name, telephone, address } = told.by;
  const { enquiry } = await services.enquiries.asking.askFor(broker, area, {
    ...given,
    ...broughtForm(almanac.officeDay(almanac.day(told.asked))),
    person_name: name,
    person_email: undefined,
    person_telephone: telephone,
    person_address: address,
  });
  return enquiry.id;
}
