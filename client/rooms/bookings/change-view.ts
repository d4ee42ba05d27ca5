import { html, nothing, type TemplateResult } from 'lit';
import type { BookingState, BookingViewer, ShownDate } from '../../../src/rooms/bookings/booking-page-contract.ts';
import { recurrenceWords, timeWords, WEEKDAY_WORDS } from '../../../src/rooms/bookings/booking-words.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import { field, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { crumbs, versionField, whenWords } from './booking-part.ts';

export type ChangeKind = 'one' | 'rest' | 'add' | 'give_back';
type ChangeData = {
  state: BookingState;
  viewer: BookingViewer;
  what: ChangeKind;
  date: ShownDate | null;
  form: FormState;
};

const TITLES: Record<ChangeKind, string> = {
  one: 'Move this date',
  rest: 'Change all dates to come',
  add: 'Add a date',
  give_back: 'Give back the end',
};
/** Nothing is changed by it yet. */
const BUTTON = 'See the new price and each date';
const TIME_HINT = 'Hours and minutes, for instance 18:00.';

export const changeTitle = ({ what, date }: Pick<ChangeData, 'what' | 'date'>): string =>
  what === 'rest' && date ? 'Change this date and all after it' : TITLES[what];

/** The form for one kind of change. What is taken and what is given up happens at once, or not at all. */
export function changeView(data: ChangeData): TemplateResult {
  const { state, viewer, what, date, form } = data;
  return html`
    <div class="wrap narrow booking">
      ${crumbs(state, viewer, true)}
      <h1>${changeTitle(data)}</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">${leadOf(data)}</p>
      <form class="group-form" method="post" action="/bookings/${state.booking.id}/change" novalidate>
        ${versionField(state.booking)}<input type="hidden" name="what" value=${what} />${date ? html`<input type="hidden" name="date" value=${date.originalDate} />` : nothing}
        ${fieldsFor(data)} ${viewer.as === 'officer' ? assistedFields(form, 'The change') : nothing}
        <button class="button" type="submit">${BUTTON}</button>
      </form>
      <p class="note">${what === 'give_back' ? 'Before the deadline you pay for the shorter time only.' : 'You keep what you have until the new time is certain.'}</p>
      <p><a href="/bookings/${state.booking.id}">Leave everything as it is</a></p>
    </div>
  `;
}

function leadOf({ state: { booking }, what, date }: ChangeData): string {
  if (what === 'add')
    return `The series is ${recurrenceWords(booking.recurrence)}, ${timeWords(booking.from, booking.to)}. A date that was cancelled or left out comes back the same way.`;
  if (date) return what === 'rest' ? `From ${whenWords(date)} on. Earlier dates stay.` : whenWords(date);
  return `Now it is ${recurrenceWords(booking.recurrence)}, ${timeWords(booking.from, booking.to)}. Dates that you moved or cancelled by themselves stay as they are.`;
}

function fieldsFor({ state, what, form }: ChangeData): TemplateResult {
  const end = field(form, 'to', what === 'give_back' ? 'When do you finish?' : 'Until', { hint: TIME_HINT });
  if (what === 'give_back') return end;
  const rooms = selectField(
    form,
    'space_id',
    'Room',
    state.rooms.map(({ id, name }) => ({ value: id, label: name })),
  );
  const times = html`${field(form, 'from', 'From', { hint: TIME_HINT })} ${end} ${rooms}`;
  if (what !== 'rest') return html`${field(form, 'new_date', 'Day', { type: 'date' })} ${times}`;
  return html`
    ${weekdayField(state, form)} ${times} ${lastDayField(state, form)}
    ${radioField(form, 'dates', 'If some dates are not free', [
      { value: 'all', label: 'Change nothing, and tell me which', hint: 'All dates or none.' },
      { value: 'free', label: 'Change those that are free', hint: 'The others stay as they are now.' },
    ])}
  `;
}

function weekdayField({ booking: { recurrence } }: BookingState, form: FormState): TemplateResult | typeof nothing {
  if (recurrence.kind !== 'monthly' && (recurrence.kind !== 'weekly' || recurrence.weekdays.length > 1)) return nothing;
  return selectField(
    form,
    'weekday',
    'Day of the week',
    WEEKDAY_WORDS.flatMap((label, day) => (day === 0 ? [] : [{ value: String(day), label }])),
  );
}

function lastDayField({ booking: { recurrence } }: BookingState, form: FormState): TemplateResult | typeof nothing {
  return recurrence.kind === 'weekly' || recurrence.kind === 'monthly'
    ? field(form, 'until', 'Last day', { type: 'date' })
    : nothing;
}
