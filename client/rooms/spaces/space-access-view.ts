import { html, nothing, type TemplateResult } from 'lit';
import type { PublicSpace } from '../../../src/rooms/spaces/public-space-contract.ts';
import {
  ACCESS_FACILITIES,
  FACILITY_TABLE,
  INSIDE_FACILITIES,
  type Facilities,
  type Facility,
} from '../../../src/rooms/spaces/facility-contract.ts';
import { LAYOUTS, type HirersLiability } from '../../../src/rooms/spaces/space-contract.ts';
import { LAYOUT_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { clockOf } from '../../../src/rooms/spaces/time-contract.ts';
import { counted, listed, pounds } from '../../kernel/format.ts';

/** Whether somebody can come at all. What nobody has told us is said as plainly as what is there. */
export function accessPart({
  facilities,
  accessNotes,
}: Pick<PublicSpace, 'facilities' | 'accessNotes'>): TemplateResult {
  const unknown = ACCESS_FACILITIES.filter((name) => !facilities[name]);
  return html`<section aria-labelledby="access-heading">
    <h2 id="access-heading">Getting in and around</h2>
    <ul class="has-list">${ACCESS_FACILITIES.map((name) => line(name, facilities))}</ul>
    ${accessNotes ? html`<p>${accessNotes}</p>` : nothing}
    ${unknown.length > 0 ? html`<p class="note">“Not known” means that nobody has told us. Ask before you rely on it: we find out for you.</p>` : nothing}
  </section>`;
}

/** What is in the room, beside what decides about access. */
export function insidePart({
  facilities,
  equipment,
  layouts,
  capacity,
  floorAreaM2,
}: Pick<PublicSpace, 'facilities' | 'equipment' | 'layouts' | 'capacity' | 'floorAreaM2'>): TemplateResult {
  const known = INSIDE_FACILITIES.filter((name) => facilities[name]);
  const unknown = INSIDE_FACILITIES.filter((name) => !facilities[name]);
  const seats = LAYOUTS.flatMap((layout) =>
    layouts[layout] === undefined
      ? []
      : [`${counted(layouts[layout], 'person', 'people')} ${LAYOUT_WORDS[layout].many}`],
  );
  return html`<section aria-labelledby="inside-heading">
    <h2 id="inside-heading">What is in it</h2>
    <p>${capacity === null ? 'How many people fit is not known.' : `Up to ${counted(capacity, 'person', 'people')} fit.`}${seats.length > 0 ? ` That is ${listed(seats)}.` : ''}${floorAreaM2 === null ? '' : ` It has ${counted(Math.round(floorAreaM2), 'square metre')}.`}</p>
    ${equipment.length > 0 ? html`<ul class="plain-list">${equipment.map((thing) => html`<li>${thing}</li>`)}</ul>` : nothing}
    ${known.length > 0 ? html`<ul class="has-list">${known.map((name) => line(name, facilities))}</ul>` : nothing}
    ${unknown.length > 0 ? html`<p>Not known: ${listed(unknown.map((name) => FACILITY_TABLE[name].noun))}.</p>` : nothing}
  </section>`;
}

function line(name: Facility, facilities: Facilities): TemplateResult {
  const fact = facilities[name];
  const { label, yes, no } = FACILITY_TABLE[name];
  if (!fact)
    return html`<li class="has has--unknown">${mark('unknown')}<span>${label}: <strong>not known</strong></span></li>`;
  const hours = fact.hours ? `, from ${clockOf(fact.hours.from)} to ${clockOf(fact.hours.to)}` : '';
  return html`<li class="has has--${fact.value}">${mark(fact.value)}<span>${fact.value === 'yes' ? yes : no}${hours}.${fact.note ? ` ${fact.note}` : ''}</span></li>`;
}

/** A sign beside the words; they say the same. */
function mark(value: 'yes' | 'no' | 'unknown'): TemplateResult {
  const paths = {
    yes: 'm3 9 4 4 8-9',
    no: 'm4 4 10 10M14 4 4 14',
    unknown: 'M6 6.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2.9-1.2 1.8M9 14v.5',
  };
  return html`<svg class="has__mark" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true"><path d=${paths[value]} fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" /></svg>`;
}

/** Who answers for injuries when a group has no policy of its own. */
export function insuranceWords(insurance: HirersLiability | null): string {
  if (!insurance)
    return 'Nobody has told us whether this building insures groups that have no insurance of their own. Ask before you book.';
  if (!insurance.available)
    return `Your group needs public liability insurance of its own here.${insurance.note ? ` ${insurance.note}` : ''}`;
  const { cost, exclusions } = insurance;
  const price =
    cost.kind === 'free'
      ? 'It costs nothing.'
      : cost.kind === 'fixed'
        ? `It costs ${pounds(cost.pence)} for one booking.`
        : `It costs ${cost.percent}% of the hire${cost.minimumPence > 0 ? `, at least ${pounds(cost.minimumPence)} for one booking` : ''}.`;
  return `You need no insurance of your own: this building’s covers groups that have none. ${price}${exclusions ? ` It does not cover everybody: ${exclusions}` : ''}`;
}
