import { html, nothing, type TemplateResult } from 'lit';
import type { GivingUp } from '../../../src/rooms/bookings/booking-page-contract.ts';
import { OWNER_REASON_WORDS } from '../../../src/rooms/bookings/booking-words.ts';
import { OWNER_REASONS } from '../../../src/rooms/bookings/cancel-contract.ts';
import { longField, radioField } from '../../kernel/form-fields.ts';
import { counted } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { crumbs } from './booking-part.ts';
import { datesGiven, hiddenFields, insteadFields, noticeWords, type CancelData } from './cancel-view.ts';

/** The owner’s way to take dates back: longer, because a group relies on them. */
export function takeBackView({ state, viewer, wish, giving, form }: CancelData): TemplateResult {
  const days = state.booking.terms.owner_cancels_days;
  return html`
    <div class="wrap narrow booking">
      ${crumbs(state, viewer, true)}
      <h1>${takeBackTitle(giving)}</h1>
      ${mistakesView(form.mistakes)}
      ${
        giving.dates.length === 0
          ? nothing
          : html`<p class="lead">The group was promised ${counted(days, 'day')}’ notice. It pays nothing for these dates, and reads your reason and what you offer.</p>
      ${datesGiven(giving, (one) => noticeWords(one, state))}
      <form class="group-form" method="post" action="/bookings/${state.booking.id}/take-back" novalidate>
        ${hiddenFields(state, wish)}
        ${radioField(
          form,
          'reason',
          'Why?',
          OWNER_REASONS.map((value) => ({
            value,
            label: OWNER_REASON_WORDS[value],
            ...(value === 'emergency'
              ? { hint: `The only reason that goes with less than ${counted(days, 'day')}’ notice.` }
              : {}),
          })),
        )}
        ${longField(form, 'explanation', 'Explain it to the group', { hint: 'The group reads this. No names, please.' })}
        ${longField(form, 'alternative', 'What do you offer instead?', { hint: 'Another room, another day. If there is nothing, say so.', rows: 2 })}
        ${wish.which === 'one' ? insteadFields(form, state) : nothing}
        <button class="button" type="submit">Take back ${giving.dates.length === 1 ? 'the date' : counted(giving.dates.length, 'date')}</button>
      </form>`
      }
      <p><a href="/bookings/${state.booking.id}">Leave the dates to the group</a></p>
    </div>
  `;
}

/** The heading of the page where an owner takes dates back. */
export const takeBackTitle = ({ dates }: GivingUp): string =>
  dates.length === 0
    ? 'There is nothing to take back'
    : `Take ${dates.length === 1 ? 'one date' : counted(dates.length, 'date')} back for the owner`;
