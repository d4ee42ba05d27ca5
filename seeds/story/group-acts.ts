import type { Who } from '../../src/ground/people/role-contract.ts';
import { assistedGroupSchema, assistedPersonSchema } from '../../src/groups/groups/assisted-group-contract.ts';
import { newGroupSchema } from '../../src/groups/groups/group-contract.ts';
import { DOCUMENT_WORDS } from '../../src/groups/groups/group-words.ts';
import { ACTOR } from '../demonstration-actor.ts';
import { withPaper } from './paper.ts';
import type { Member, ToldGroup } from './story-contract.ts';
import { broughtForm, type Actors, type World } from './world.ts';

type WithEmail = Extract<Member, { email: string }>;
type OnTelephone = Exclude<Member, WithEmail>;

/** A group is made, by its lead or by the broker for somebody who rang, and a deputy comes into it. */
export async function makeGroup(world: World, told: ToldGroup): Promise<Actors> {
  const { lead, deputy } = told;
  return 'email' in lead && 'email' in deputy
    ? makeOnline(world, told, lead, deputy)
    : makeByTelephone(world, told, lead as OnTelephone, deputy as OnTelephone);
}

async function makeOnline(world: World, { details }: ToldGroup, lead: WithEmail, deputy: WithEmail): Promise<Actors> {
  const { groups } = world.services;
  const [first, second] = [await signedIn(world, lead), await signedIn(world, deputy)];
  const form = newGroupSchema.parse({ ...details, adult: 'yes', agrees: 'yes' });
  const { id } = await groups.create(first, form);
  const invitation = await groups.invitations.invite(first, id, { email: deputy.email, role: 'group_deputy' });
  await groups.invitations.accept(second, invitation.id, true);
  return { id, lead: first, byTelephone: null };
}

async function makeByTelephone(
  { services: { groups, people }, broker, area, almanac, clock }: World,
  { details }: ToldGroup,
  lead: OnTelephone,
  deputy: OnTelephone,
): Promise<Actors> {
  const brought = broughtForm(almanac.dayOf(clock.now()));
  const person = ({ name, telephone, address }: OnTelephone) => ({
    person_name: name,
    person_telephone: telephone,
    person_address: address,
    adult: 'yes',
    ...brought,
  });
  const form = assistedGroupSchema.parse({ ...details, ...person(lead), agrees: 'yes' });
  const { id } = await groups.assisted.register(broker, area, form);
  await groups.assisted.addPerson(
    broker,
    id,
    brought.received_on,
    assistedPersonSchema.parse({ ...person(deputy), role: 'group_deputy' }),
  );
  const [leads] = (await people.holders('group', [id])).filter(({ role }) => role === 'group_lead');
  return { id, lead: broker, byTelephone: leads?.personId ?? null };
}

/** Somebody with an account, as signing in makes one. */
async function signedIn({ services: { people, inOneTransaction } }: World, member: WithEmail): Promise<Who> {
  const { id } = await inOneTransaction((unit) => people.personWith(unit, member.email, member.name, ACTOR));
  const who = await people.who(id, '', false);
  if (!who) throw new Error(`${member.email} has no account.`);
  return who;
}

/** A paper comes in. @returns its id */
export async function bringPaper(
  { services: { groups }, almanac, clock }: World,
  { id, lead }: Actors,
  name: string,
  { kind, goodForDays }: NonNullable<ToldGroup['papers']>[number],
): Promise<string> {
  const until = almanac.daysLater(almanac.dayOf(clock.now()), goodForDays);
  const lines = [`${DOCUMENT_WORDS[kind].name} of ${name}`, `Good until ${until}`, '', 'Made for the demonstration.'];
  const added = await withPaper(lines, (upload) => groups.documents.add(lead, id, { kind, expires_on: until }, upload));
  return added.id;
}
