import { html, nothing, type TemplateResult } from 'lit';
import type { CallMade, CallsInArea, GroupToRing } from '../../../src/rooms/running/no-show-contract.ts';
import { longField, type FormState } from '../../kernel/form-fields.ts';
import { counted, longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

type Area = { slug: string; name: string };
/** `typed` is the form that comes back with a mistake, and whose it is. */
export type CallsViewData = CallsInArea & {
  area: Area;
  submission: string;
  typed: { groupId: string; form: FormState } | null;
  done: string | null;
};

/** Groups who did not come: a call, not a cancellation. */
export function callsView({ area, allowed, toRing, made, submission, typed, done }: CallsViewData): TemplateResult {
  return html`<div class="wrap desk-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk of ${area.name}</a></nav>
    <h1>Groups to ring</h1>
    ${done ? html`<p class="done" role="status">${done}</p>` : nothing} ${mistakesView(typed?.form.mistakes ?? [])}
    <p class="lead">When nobody came ${counted(allowed, 'time')}, ring and ask. Perhaps somebody is ill, or the room does not suit. Nothing is cancelled by itself.</p>
    ${toRing.length === 0 ? html`<p class="empty">There is nobody to ring.</p>` : html`<ul class="to-ring">${toRing.map((group) => groupPart(area, group, submission, typed?.groupId === group.groupId ? typed.form : { values: {}, mistakes: [] }))}</ul>`}
    ${madePart(made)}
  </div>`;
}

function groupPart(
  area: Area,
  { groupId, name, telephone, lead, missed }: GroupToRing,
  submission: string,
  form: FormState,
): TemplateResult {
  const numbers = [...new Set([telephone, lead?.telephone].filter((number): number is string => Boolean(number)))];
  return html`<li class="panel" id=${`group-${groupId}`}>
    <h2 class="h-small"><a href="/groups/${groupId}">${name}</a></h2>
    <p>${lead ? html`Led by ${lead.name}. ` : 'Nobody leads it at the moment. '}${numbers.length > 0 ? numbers.map((number, index) => html`${index > 0 ? ' or ' : nothing}<a href=${`tel:${number.replace(/[^+\d]/g, '')}`}>${number}</a>`) : lead?.email ? html`No telephone number is known; write to <a href=${`mailto:${lead.email}`}>${lead.email}</a>` : 'No telephone number is known'}.</p>
    <ul>${missed.map(({ bookingId, date, from, room, building }) => html`<li><a href="/bookings/${bookingId}">${longDay(date)}, ${from}</a>: ${room}, ${building}</li>`)}</ul>
    <form method="post" action="/desk/no-shows/${groupId}?area=${area.slug}" novalidate>
      <input type="hidden" name="submission" value=${submission} />
      ${longField(form, 'note', 'What came of it?', { rows: 2, hint: 'Officers read this for two years.' })}
      <button class="button" type="submit">I have rung them<span class="visually-hidden">: ${name}</span></button>
    </form>
  </li>`;
}

function madePart(made: readonly CallMade[]): TemplateResult | typeof nothing {
  if (made.length === 0) return nothing;
  return html`<section class="edit-part"><h2>Rung lately</h2><ul class="rows">${made.map(
    ({ groupId, name, missed, note, by, at }) => html`<li class="row"><div>
    <a href="/groups/${groupId}">${name}</a>, ${shortDay(dayOf(at))}, by ${by}, about ${counted(missed, 'date')}<span class="row__more lines">${note}</span></div></li>`,
  )}</ul></section>`;
}

/** On the desk: how many groups there are to ring. */
export function callsCard(area: Area, count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  return html`<section class="desk-card desk-card--late"><h2>Ring them</h2><p>Nobody came, more than once: ${counted(count, 'group')}. A call, not a cancellation.</p><p><a href="/desk/no-shows?area=${area.slug}">Groups to ring</a></p></section>`;
}
