import type { Shape } from '../../register/assets/asset-contract.ts';
import { postcodeOf } from '../../kernel/postcode.ts';
import { FACILITIES } from '../spaces/facility-contract.ts';
import { AUDIENCES, LAYOUTS } from '../spaces/space-contract.ts';
import { penceOf } from '../spaces/space-edit-contract.ts';
import { reachOf, type Reach } from '../../kernel/tables/area-reach.ts';
import { numberOf } from '../../kernel/tables/cell-numbers.ts';
import { paragraphsOfCell, textOfCell, withoutContacts } from '../../kernel/tables/cell-text.ts';
import { readingInside } from '../../kernel/tables/coordinate-reading.ts';
import {
  ACCESS_REMARKS,
  ROOM_LIMITS,
  type RejectedRow,
  type RoomBuilding,
  type RoomColumns,
  type RoomLine,
  type RoomRow,
  type RoomSaid,
  type RoomTarget,
} from './room-import-contract.ts';
import { useIn } from './room-use-reading.ts';

export type RoomReading = {
  columns: RoomColumns;
  room: string;
  area: { name: string; boundary: Shape };
  reachM: number;
};
type Row = { line: number; text(target: RoomTarget): string; paragraphs(target: RoomTarget): string; notes: string[] };

/** Makes the reader of one list: for each line the room that it tells of, or why it cannot be taken. It remembers which rooms it has seen. */
export function roomReader({ columns, room, area, reachM }: RoomReading): (line: RoomLine) => RoomRow | RejectedRow {
  const reach = reachOf(area.boundary, reachM);
  const seen = new Map<string, number>();
  return ({ line, cells }) => {
    const cell = (target: RoomTarget): string => cells[columns[target] ?? -1] ?? '';
    const row: Row = {
      line,
      text: (target) => textOfCell(cell(target)),
      paragraphs: (target) => paragraphsOfCell(cell(target)),
      notes: [],
    };
    const rejected = (why: string, name = row.text('room').slice(0, ROOM_LIMITS.nameChars)): RejectedRow => ({
      line,
      room: name,
      why,
    });
    const building = readBuilding(row, reach, area.name);
    if (typeof building === 'string') return rejected(building);
    const named = nameIn(row.text('room') || room || 'Main room');
    if (typeof named === 'string') return rejected(named);
    const key = `${building.name} ${building.postcode ?? ''} ${named.name}`.toLowerCase();
    const twice = seen.get(key);
    if (twice !== undefined)
      return rejected(`The same room is on line ${twice} already. Leave one of the two.`, named.name);
    seen.set(key, line);
    return { line, building, room: named.name, said: readSaid(row, named.more), notes: row.notes };
  };
}

function readBuilding(row: Row, reach: Reach, areaName: string): RoomBuilding | string {
  const name = row.text('building').slice(0, 200);
  if (name === '') return 'Say which building it is in: choose the column that holds the building.';
  const written = row.text('postcode');
  const postcode = postcodeOf(written) ?? null;
  if (written !== '' && postcode === null)
    row.notes.push(`“${written.slice(0, 20)}” is no postcode, so it is left out.`);
  const { street, town } = addressIn(row);
  const [lon, lat] = [numberOf(row.text('longitude')), numberOf(row.text('latitude'))];
  if (lon === undefined || lat === undefined || (lon === 0 && lat === 0))
    return { name, street, town, postcode, point: null };
  const inside = readingInside(lon, lat, undefined, { reach, uk: true, told: null });
  if (!inside) return `It lies outside ${areaName}. Check its longitude and latitude, or import it where it lies.`;
  return { name, street, town, postcode, point: inside.point };
}

/** An address in one cell ends with the town and perhaps the county: its first part is the street. */
function addressIn(row: Row): { street: string | null; town: string | null } {
  const parts = row
    .text('address')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !postcodeOf(part)?.includes(' '));
  const town = row.text('town') || (parts.length > 1 ? (parts.length > 2 ? parts.at(-2) : parts.at(-1)) : '') || '';
  const street =
    parts.length > 1 && row.text('town') === ''
      ? parts.slice(0, parts.length > 2 ? -2 : -1).join(', ')
      : parts.join(', ');
  return { street: street.slice(0, 300) || null, town: town.slice(0, 120) || null };
}

/** A name as people say it: links and what stands behind a colon are taken off. What is no name at all is said so. */
function nameIn(text: string): { name: string; more: string } | string {
  if (/\{%|\{\{|<\w/.test(text))
    return 'This is mark-up of a web page rather than the name of a room. Put the name in its place, or add the room by hand.';
  const plain = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
  const [, before = '', after = ''] = /^([^:]{2,80}):\s+(.+)$/.exec(plain) ?? [];
  if (plain.length > ROOM_LIMITS.nameChars / 2 && before !== '') return { name: before.trim(), more: after.trim() };
  if (plain.length > ROOM_LIMITS.nameChars)
    return 'This is a sentence rather than the name of a room. Put a name in its place, or add the rooms that it tells of by hand.';
  return { name: plain, more: '' };
}

function readSaid(row: Row, more: string): RoomSaid {
  const description = [more, clean(row, row.paragraphs('description'))]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, 4_000);
  const availability = clean(row, row.paragraphs('availability')).slice(0, 1_000);
  const [capacity, floorAreaM2] = [people(row, 'capacity'), numberOf(row.text('floor_area'))];
  const layouts = Object.fromEntries(LAYOUTS.flatMap((layout) => pair(layout, people(row, `capacity_${layout}`))));
  const prices = Object.fromEntries(AUDIENCES.flatMap((audience) => pair(audience, pence(row, `hour_${audience}`))));
  const [use, accessNotes] = [useIn(row.text('who_may_use')), clean(row, row.text('access_notes')).slice(0, 1_000)];
  const accessRemarks = Object.fromEntries(
    ACCESS_REMARKS.flatMap((name) => pair(name, yesOrNo(row.text(`access_${name}`)))),
  );
  const facilities = Object.fromEntries(FACILITIES.flatMap((name) => pair(name, yesOrNo(row.text(`has_${name}`)))));
  return {
    ...(description && { description }),
    ...(row.text('floor') && { floor: row.text('floor').slice(0, 60) }),
    ...(floorAreaM2 && { floorAreaM2 }),
    ...(capacity && { capacity }),
    ...(availability && { availability }),
    ...(Object.keys(layouts).length > 0 && { layouts }),
    ...(Object.keys(prices).length > 0 && { prices }),
    ...(Object.keys(facilities).length > 0 && { facilities }),
    ...(use && { use }),
    ...(accessNotes && { accessNotes }),
    ...(Object.keys(accessRemarks).length > 0 && { accessRemarks }),
  };
}

/** People’s numbers and addresses that slipped into a text are not for the register. */
function clean(row: Row, text: string): string {
  const { text: left, removed } = withoutContacts(text);
  if (removed) row.notes.push('A telephone number or an e-mail address was left out.');
  return left;
}

function people(row: Row, target: RoomTarget): number | undefined {
  const text = row.text(target);
  const number = numberOf(text);
  if (number !== undefined && Number.isInteger(number) && number > 0 && number <= 100_000) return number;
  if (text !== '') row.notes.push(`“${text.slice(0, 20)}” is no number of people, so that stays not known.`);
  return undefined;
}

function pence(row: Row, target: RoomTarget): number | undefined {
  const text = row.text(target);
  const price = /^free$/i.test(text) ? 0 : penceOf(text);
  if (text !== '' && price === undefined)
    row.notes.push(`“${text.slice(0, 20)}” is no price, so that stays not known.`);
  return text === '' ? undefined : price;
}

function yesOrNo(text: string): 'yes' | 'no' | undefined {
  if (/^(yes|y|true|1)$/i.test(text)) return 'yes';
  return /^(no|n|false|0)$/i.test(text) ? 'no' : undefined;
}

const pair = <K extends string, V>(key: K, value: V | undefined): [K, V][] =>
  value === undefined ? [] : [[key, value]];
