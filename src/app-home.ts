import type { MyData } from '../client/ground/people/my-views.ts';
import { answerLines, homeLines, type HomeLine } from './rooms/requests/request-home-words.ts';
import { DUE_WORDS } from './rooms/hires/hire-words.ts';
import { ACTS, type ActName, type Right, type Role, type Who } from './ground/people/role-contract.ts';
import { isLive, scopesFor } from './ground/people/role-rules.ts';
import type { Services } from './services.ts';

/** What stands on a person's own page; each feature adds what waits there. */
export function homeOf(services: Services): (who: Who) => Promise<MyData> {
  return async (who) => {
    const rights = who.rights.filter((right) => right.scope !== 'group' && isLive(right, services.desk.today()));
    return {
      name: who.name,
      email: who.email,
      rights: await Promise.all(rights.map(async (right) => ({ ...right, ...(await placeOf(services, right)) }))),
      ...(await atHome(services, who)),
      needs: await services.needs.atHome(who),
      waitedFor: await services.requests.waiting.ofGroups(
        who.rights
          .filter(({ scope, role }) => scope === 'group' && (role === 'group_lead' || role === 'group_deputy'))
          .map(({ scopeId }) => scopeId),
      ),
    };
  };
}

/** What waits for somebody: in their groups, and of the benefit test. What is due first comes first. */
async function atHome(
  { groups, benefitTests, bookings, hires, requests }: Services,
  who: Who,
): Promise<Pick<MyData, 'groups' | 'waiting' | 'expecting'>> {
  const [home, rooms] = [await groups.atHome(who), await roomsAtHome({ requests, bookings }, who)];
  const waiting = [
    ...home.waiting,
    ...(await benefitTests.passports.atHome(who)),
    ...(await bookingsDue(hires, who)),
    ...rooms.waiting,
  ];
  return { groups: home.groups, waiting: byDay(waiting), expecting: byDay(rooms.expecting) };
}

const byDay = (lines: readonly HomeLine[]): HomeLine[] =>
  lines.toSorted((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999'));

/** Requests for rooms: of somebody's groups, and those that they answer for an owner or a place. */
async function roomsAtHome(
  { requests: { lists }, bookings }: Pick<Services, 'requests' | 'bookings'>,
  { rights }: Who,
): Promise<ReturnType<typeof homeLines>> {
  const held = (scope: Right['scope'], roles: readonly Role[]): string[] =>
    rights.filter((right) => right.scope === scope && roles.includes(right.role)).map(({ scopeId }) => scopeId);
  const [signing, all] = [
    held('group', ['group_lead', 'group_deputy']),
    held('group', ['group_lead', 'group_deputy', 'group_member']),
  ];
  const [owned, own] = [
    { ownerIds: held('owner', ['owner_representative']), assetIds: held('asset', ['owner_representative']) },
    homeLines(await lists.ofGroups(signing)),
  ];
  const toAnswer =
    owned.ownerIds.length + owned.assetIds.length > 0
      ? answerLines((await lists.ofOwner(owned, 'to_answer', null)).lines)
      : [];
  const uses = (await bookings.nextUses(all)).map(({ bookingId, group, room, date }) => ({
    text: `${group}: ${room}`,
    href: `/bookings/${bookingId}`,
    due: date,
  }));
  return { waiting: [...own.waiting, ...toAnswer], expecting: [...own.expecting, ...uses] };
}

/** What bookings of their groups, and of single places that they answer for, want of somebody. */
async function bookingsDue(hires: Services['hires'], { rights }: Who): Promise<MyData['waiting']> {
  const held = (scope: Right['scope'], roles: readonly Role[]): string[] =>
    rights.filter((right) => right.scope === scope && roles.includes(right.role)).map(({ scopeId }) => scopeId);
  const [groupIds, assetIds] = [held('group', ['group_lead', 'group_deputy']), held('asset', ['owner_representative'])];
  const due = [
    ...(groupIds.length > 0 ? await hires.dueForGroups(groupIds) : []),
    ...(assetIds.length > 0 ? await hires.dueForKeepers({ assetIds }) : []),
  ];
  return due.map(({ kind, bookingId, room, due: day }) => ({
    text: `${DUE_WORDS[kind]}: ${room}`,
    href: `/bookings/${bookingId}/course`,
    due: day,
  }));
}

/**
 * Where somebody's day begins: officers at the desk, owners' representatives at their owner's home or place, caretakers with
 * tonight's list, others at their own page.
 */
export function homePathOf({ people, desk }: Services): (personId: string) => Promise<string> {
  return async (personId) => {
    const rights = (await people.rightsOf(personId)).filter((right) => isLive(right, desk.today()));
    if (scopesFor({ rights }, 'desk.open', 'area', desk.today()).length > 0) return '/desk';
    const represents = rights.filter(({ role }) => role === 'owner_representative');
    const owner = represents.find(({ scope }) => scope === 'owner');
    if (owner) return `/owners/${owner.scopeId}`;
    const place = represents.find(({ scope }) => scope === 'asset');
    if (place) return `/desk/assets/${place.scopeId}`;
    return rights.some(({ role }) => role === 'caretaker') ? '/tonight' : '/my';
  };
}

/** What a right is held on, in words, and what its holder can open there. */
async function placeOf(
  { areas, assets, spaces }: Services,
  { role, scope, scopeId }: Right,
): Promise<Pick<MyData['rights'][number], 'on' | 'links'>> {
  if (scope === 'area') {
    const area = (await areas.all()).find(({ id }) => id === scopeId);
    const desk = { href: `/desk?area=${area?.slug}`, label: 'Open the desk' };
    return {
      on: area?.name ?? 'an area',
      links: area
        ? [...(may(role, 'desk.open') ? [desk] : []), { href: `/assets?area=${area.slug}`, label: 'Its places' }]
        : [],
    };
  }
  if (scope === 'owner') {
    const owner = (await areas.owners()).find(({ id }) => id === scopeId);
    return {
      on: owner?.name ?? 'an owner',
      links: owner ? [{ href: `/owners/${owner.id}`, label: 'All its places' }] : [],
    };
  }
  const running = (assetId: string) =>
    may(role, 'space.see_dates')
      ? [
          { href: `/tonight?building=${assetId}`, label: 'Tonight' },
          { href: `/desk/buildings/${assetId}/calendar`, label: 'Calendar' },
        ]
      : [];
  if (scope === 'space') {
    const space = await spaces.byId(scopeId);
    const building = space && (await assets.show(space.assetId).catch(() => null));
    return {
      on: [space?.name ?? 'a room', building?.name ?? ''].filter((name) => name !== '').join(', '),
      links: space ? running(space.assetId) : [],
    };
  }
  const asset = scope === 'asset' ? await assets.show(scopeId).catch(() => null) : null;
  if (!asset) return { on: 'a place', links: [] };
  const record = {
    href: `/desk/assets/${asset.id}`,
    label: may(role, 'asset.edit') ? 'Look after its record' : 'See its record',
  };
  const shown = [
    { href: `/assets/${asset.id}`, label: 'What the public sees' },
    { href: `/assets/${asset.id}/feed.atom`, label: 'Follow its changes (feed)' },
  ];
  const hasRooms = (await spaces.countsIn([asset.id])).has(asset.id);
  return {
    on: asset.name,
    links: [...(hasRooms ? running(asset.id) : []), ...(may(role, 'asset.read') ? [record] : []), ...shown],
  };
}

const may = (role: Role, act: ActName): boolean => (ACTS[act].who as readonly string[]).includes(role);
