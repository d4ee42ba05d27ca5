import { html, nothing, type TemplateResult } from 'lit';
import type { Standing } from '../../../src/ground/cases/standing-contract.ts';
import { LIVE_STATES } from '../../../src/rooms/bookings/booking-contract.ts';
import type { BookingState, BookingViewer, ShownDate } from '../../../src/rooms/bookings/booking-page-contract.ts';
import { GIVEN_UP_WORDS, seriesWords } from '../../../src/rooms/bookings/booking-words.ts';
import { clockWords } from '../../../src/rooms/bookings/clock-change-words.ts';
import { heldBackWords } from '../../../src/rooms/bookings/date-need-words.ts';
import type { DateNeed } from '../../../src/rooms/bookings/date-need-contract.ts';
import { TRIALS_STAY, trialNumberWords } from '../../../src/rooms/bookings/trial-date-words.ts';
import { standingPanel } from '../../ground/cases/standing-view.ts';
import { caseNumber } from '../../ground/cases/case-view.ts';
import { counted } from '../../kernel/format.ts';
import { timeline } from '../../kernel/timeline.ts';
import { about } from './booking-about-part.ts';
import {
  costWords,
  crumbs,
  instantOf,
  isOpen,
  momentWords,
  readerOf,
  stateWords,
  titleOf,
  whenWords,
} from './booking-part.ts';

export type BookingViewData = {
  state: BookingState;
  /** Whose turn it is, what is next and by when. */
  standing: Standing;
  viewer: BookingViewer;
  flash: string | null;
  /** What its dates to come lack, in order. */
  needs: readonly DateNeed[];
};

/** A booking with all its dates, for the group and for those who answer for the room. */
export function bookingView({ state, standing, viewer, flash, needs }: BookingViewData): TemplateResult {
  const { booking, group } = state;
  const ahead = state.dates.filter((one) => one.ends > state.now);
  const past = state.dates.filter((one) => one.ends <= state.now);
  return html`
    <div class="wrap booking">
      ${crumbs(state, viewer)} ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      <header>
        <h1>${titleOf(state)}</h1>
        <p class="lead">${viewer.as === 'reader' ? group.outsideName : group.name}, ${seriesWords(booking)} ${caseNumber(booking.caseNumber)}</p>
      </header>
      <div class="group__columns">
        <div>
          ${standingPanel(standing, readerOf(viewer), { below: below(state) })}
          <section aria-labelledby="dates-heading">
            <h2 id="dates-heading">Dates to come</h2>
            ${ahead.length > 0 ? dateList(ahead, state, viewer, needs) : html`<p>No date of this booking lies ahead.</p>`}
            ${past.length > 0 ? html`<details class="booking__past"><summary>${counted(past.length, 'date')} that ${past.length === 1 ? 'is' : 'are'} over</summary>${dateList(past, state, viewer)}</details>` : nothing}
          </section>
          ${whatElse(state, viewer)}
        </div>
        <aside class="group__side" aria-label="About the booking">${about(state, viewer)}</aside>
      </div>
      ${historySection(state)}
    </div>
  `;
}

function below({ booking, trial }: BookingState): TemplateResult {
  const over = GIVEN_UP_WORDS[booking.state];
  return html`
      ${over ? html`<p>${over}</p>` : nothing}
      ${trial ? html`<p><strong>${trialNumberWords(trial)}.</strong> Had while the test of the group was being scored. ${TRIALS_STAY}</p>` : nothing}
      ${['requested', 'offered', 'default_offered'].includes(booking.state) ? nothing : html`<p><a href="/bookings/${booking.id}/course">From start to end: what is needed, deposit, how it went</a></p>`}
      ${booking.holdUntil === null ? nothing : html`<p>The dates are held until ${momentWords(instantOf(booking.holdUntil), booking.zone)}.</p>`}
  `;
}

function dateList(
  dates: readonly ShownDate[],
  state: BookingState,
  viewer: BookingViewer,
  needs: readonly DateNeed[] = [],
): TemplateResult {
  const lacking = new Map(needs.map((one) => [one.occurrenceId, one]));
  return html`<ol class="rows booking__dates">${dates.map((one) => dateRow(one, state, viewer, lacking.get(one.id)))}</ol>`;
}

function dateRow(
  one: ShownDate,
  { booking, now }: BookingState,
  viewer: BookingViewer,
  need: DateNeed | undefined,
): TemplateResult {
  const acts = viewer.as !== 'reader' || viewer.mayTakeBack;
  const live = LIVE_STATES.includes(booking.state);
  const clock = clockWords(one);
  return html`
    <li class=${one.state === 'planned' ? 'row' : 'row row--given'}>
      <div>
        <strong class="booking__when">${whenWords(one)}</strong>
        <span class="row__more">${one.spaceId === booking.spaceId ? nothing : html`${one.spaceName}. `}${stateWords(one)}${one.state === 'planned' && live && one.starts > now ? html`. <span class="hint">${costWords(one, booking.zone)}</span>` : nothing}</span>
        ${need?.heldBack ? html`<span class="row__more hire__open">${heldBackWords(need)}</span>` : nothing}
        ${clock ? html`<span class="row__more">${clock}</span>` : nothing}
      </div>
      ${acts && live && isOpen(one, now) ? html`<a href="/bookings/${booking.id}/dates/${one.originalDate}">Change or cancel <span class="visually-hidden">${whenWords(one)}</span></a>` : nothing}
    </li>
  `;
}

function whatElse(
  { booking, dates, now }: BookingState,
  { as, mayTakeBack }: BookingViewer,
): TemplateResult | typeof nothing {
  if (!LIVE_STATES.includes(booking.state)) return nothing;
  const some = dates.some((one) => one.state === 'planned' && one.starts > now);
  return html`
    <section aria-labelledby="more-heading">
      <h2 id="more-heading">Change or cancel</h2>
      <ul class="plain-list">
        ${
          as === 'reader'
            ? nothing
            : html`
          ${some ? html`<li><a href="/bookings/${booking.id}/change?what=rest">Change the time, the day, the last day or the room of all dates to come</a></li>` : nothing}
          <li><a href="/bookings/${booking.id}/change?what=add">Add a date, or bring one back</a></li>
          ${some ? html`<li><a href="/bookings/${booking.id}/cancel?which=all">Cancel all dates to come</a></li>` : nothing}`
        }
        ${mayTakeBack && some ? html`<li><a href="/bookings/${booking.id}/take-back?which=all">Take all dates to come back for the owner</a></li>` : nothing}
      </ul>
    </section>
  `;
}

function historySection({ history }: BookingState): TemplateResult {
  return html`
    <section aria-labelledby="history-heading">
      <h2 id="history-heading">What has happened</h2>
      ${timeline(history)}
      <p class="note">Only the group, the owner of the room and the officers of the area see this.</p>
    </section>
  `;
}
