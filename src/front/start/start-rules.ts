import type { AssetState } from '../../register/assets/asset-contract.ts';
import {
  LENGTHS_OF,
  type Answers,
  type ChosenPlace,
  type Length,
  type Need,
  type Question,
  type Way,
  type WayFound,
} from './start-contract.ts';

/** Needs in which it matters whether somebody has a place in mind. */
const PLACED: readonly Need[] = ['room', 'land', 'building'];
const IN_USE: readonly AssetState[] = ['meanwhile_use', 'in_use', 'withdrawn'];
const EMPTY = 'state=vacant,under_used';

/** The next question; null when all that matters is answered. */
export function nextQuestion({ need, long, known }: Answers, place: ChosenPlace | null): Question | null {
  if (need === undefined) return 'need';
  const lengths = LENGTHS_OF[need];
  if (lengths && (long === undefined || !lengths.includes(long))) return 'long';
  return PLACED.includes(need) && place === null && known === undefined ? 'known' : null;
}

/** Where somebody’s answers lead: only to what can be done here today. */
export function wayFor({ need, long, near }: Answers, place: ChosenPlace | null): WayFound {
  const way = wayOf(need ?? 'else', long, place);
  return { way, href: addressOf(way, place, near) };
}

function wayOf(need: Need, long: Length | undefined, place: ChosenPlace | null): Way {
  if (need === 'else') return 'else';
  if (need === 'neglected') return place?.ownership === 'confirmed' ? 'tell_owner' : 'whose';
  if (need === 'land' && long === 'once') return 'short_land';
  if (need === 'land') return place?.kind === 'land' ? askingFor(place) : 'find_land';
  // Whole days for months are more than a room by the hour; a few days in a building are less than a building.
  const whole = need === 'building' ? long !== 'once' : long === 'months';
  if (!whole) return 'rooms';
  return place?.kind === 'building' ? askingFor(place) : 'find_building';
}

function askingFor({ state }: ChosenPlace): Way {
  if (state === 'asked_for') return 'asked_already';
  return IN_USE.includes(state) ? 'in_use' : 'ask';
}

function addressOf(way: Way, place: ChosenPlace | null, typed: string): string {
  const near = place?.address.postcode ?? typed;
  const around = new URLSearchParams({ ...(place && { area: place.area.slug }), ...(near !== '' && { near }) });
  const list = (base: string): string => `/assets?${base}${around.size > 0 ? `&${around}` : ''}`;
  const rooms = around.size > 0 ? `/spaces?${around}${near === '' ? '' : '&km=3'}` : '/spaces';
  const addresses: Record<Way, string> = {
    rooms,
    short_land: rooms,
    ask: `/proposals/new?asset=${place?.id ?? ''}`,
    find_land: list(`kind=land&${EMPTY}`),
    in_use: list(`kind=${place?.kind ?? 'land'}&${EMPTY}`),
    asked_already: `/assets/${place?.id ?? ''}#ask-for`,
    find_building: list(`kind=building&${EMPTY}`),
    whose: `/enquiries/new${place ? `?asset=${place.id}` : ''}`,
    tell_owner: `/assets/${place?.id ?? ''}`,
    else: '/contact',
  };
  return addresses[way];
}
