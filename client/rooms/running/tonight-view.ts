import { html, nothing, type TemplateResult } from 'lit';
import type { ClosureReason } from '../../../src/rooms/bookings/closure-contract.ts';
import { timeWords } from '../../../src/rooms/bookings/booking-words.ts';
import { CLOSURE_WORDS, dayTitle } from '../../../src/rooms/running/running-words.ts';
import type { ClosedTonight, TonightDate, TonightList } from '../../../src/rooms/running/tonight-contract.ts';
import { counted, longDay } from '../../kernel/format.ts';
import { mistakesView, type MistakeData } from '../../kernel/mistakes-view.ts';
import { dateItem, type Around } from './tonight-date-part.ts';

/** The list of a day for whoever opens the doors: read on a phone in the rain, printed, or kept for when there is no signal. */
export function tonightView(list: TonightList, mistakes: readonly MistakeData[]): TemplateResult {
  const { now, day, overnight, evening, morning, closed } = list;
  const begins = [...evening, ...morning];
  return html`<div class="wrap tonight" data-tonight>
    <p class="offline-note" role="status"><strong>No connection.</strong> This is the list as it was at ${now.clock} on ${longDay(now.day)}. <span class="offline-note__unsent">What you pressed was not saved.</span> You can say who came when you are connected again.</p>
    <h1>${dayTitle(day, now.day)}<span class="tonight__day">${longDay(day)}</span></h1>
    <p class="tonight__as-of">As of <strong>${now.clock}</strong>${day === now.day ? '' : html`, ${longDay(now.day)}`}. ${summary(begins, overnight)}</p>
    ${mistakesView(mistakes)} ${chooser(list)} ${closedPart(closed)}
    ${overnight.length > 0 ? overnightPart(list) : nothing}
    ${begins.length === 0 ? html`<p class="empty">Nobody ${overnight.length > 0 ? 'else ' : ''}comes ${day === now.day ? 'today' : 'on this day'}. ${list.buildings.length === 0 ? 'None of the places that you look after has rooms yet.' : 'Nothing has to be opened for bookings.'}</p>` : buildingParts(list)}
    ${list.more ? html`<p class="note">There is more than fits here. Choose a building.</p>` : nothing}
    <p class="off-paper tonight__more"><button class="button button--quiet" type="button" data-print hidden>Print this list</button> <a href="/calendars">These dates in your own calendar</a></p>
  </div>`;
}

function summary(dates: readonly TonightDate[], overnight: readonly TonightDate[]): string {
  const coming = dates.filter(({ state }) => state === 'coming' || state === 'used' || state === 'no_show');
  const [fresh, gone] = [dates.filter(({ isNew }) => isNew).length, dates.length - coming.length];
  return [
    `${counted(coming.length, 'booking')}.`,
    overnight.length > 0 ? `${overnight.length} from the night before.` : '',
    fresh > 0 ? `${fresh} new since yesterday.` : '',
    gone > 0 ? `${gone} cancelled or moved.` : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function chooser({ day, now, previous, next, buildings, chosen }: TonightList): TemplateResult {
  const to = (other: string): string => `/tonight?day=${other}${chosen ? `&building=${chosen}` : ''}`;
  return html`<nav class="tonight__days off-paper" aria-label="Days">
      <a href=${to(previous)} rel="prev">Day before</a>
      ${day === now.day ? nothing : html`<a href=${chosen ? `/tonight?building=${chosen}` : '/tonight'}>Today</a>`}
      <a href=${to(next)} rel="next" data-keep>${day === now.day ? 'Tomorrow' : 'Day after'}</a>
    </nav>
    <details class="more off-paper"><summary>Another day${buildings.length > 1 ? ' or building' : ''}</summary>
      <form method="get" action="/tonight" class="filter">
        <div class="field"><label for="tonight-day">Day</label><input id="tonight-day" type="date" name="day" value=${day} /></div>
        ${
          buildings.length > 1
            ? html`<div class="field"><label for="tonight-building">Building</label><select id="tonight-building" name="building">
          <option value="">All of them</option>${buildings.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}</select></div>`
            : nothing
        }
        <button class="button" type="submit">Show</button>
      </form>
    </details>`;
}

/** Who came the evening before and has the room beyond midnight. Once they are gone it folds away. */
function overnightPart(list: TonightList): TemplateResult {
  const { overnight, now, day } = list;
  const areIn = day !== now.day || overnight.some(({ ends }) => ends > now.minute);
  return html`<details class="more tonight__overnight" ?open=${areIn}><summary>${day === now.day && areIn ? 'Still in from the night before' : 'From the night before'}: ${counted(overnight.length, 'booking')}</summary>
    ${buildingsOf(overnight).map(({ id, name }) => {
      const here = overnight.filter(({ building }) => building.id === id);
      return html`<h2 class="h-small">${name}</h2>${arrivalPart(here)} ${dateList(here, list)}`;
    })}</details>`;
}

const buildingsOf = (dates: readonly TonightDate[]): TonightDate['building'][] =>
  [...new Map(dates.map(({ building }) => [building.id, building])).values()].toSorted((one, other) =>
    one.name.localeCompare(other.name),
  );

/** Building by building. Once it is noon the morning is over and folds away. */
function buildingParts(list: TonightList): TemplateResult[] {
  const all = [...list.morning, ...list.evening];
  const isOver = list.day === list.now.day && list.now.clock >= '12:00';
  return buildingsOf(all).map((building) => {
    const here = (dates: readonly TonightDate[]): TonightDate[] =>
      dates.filter((date) => date.building.id === building.id);
    const [morning, evening] = [here(list.morning), here(list.evening)];
    return html`<section class="tonight__building">
      <h2>${building.name}</h2>
      <p class="hint">${building.place} <a class="off-paper" href="/desk/buildings/${building.id}/calendar">Calendar<span class="visually-hidden"> of ${building.name}</span></a></p>
      ${arrivalPart([...morning, ...evening])}
      ${morning.length > 0 ? html`<details class="more" ?open=${!isOver}><summary>Before noon: ${counted(morning.length, 'booking')}</summary>${dateList(morning, list)}</details>` : nothing}
      ${evening.length > 0 ? dateList(evening, list) : html`<p class="empty">Nobody comes from noon on.</p>`}
    </section>`;
  });
}

const dateList = (dates: readonly TonightDate[], around: Around): TemplateResult =>
  html`<ol class="dates">${dates.map((date) => dateItem(date, around))}</ol>`;

/** Keys and alarm stay off paper: a list is pinned up and left about. */
function arrivalPart(dates: readonly TonightDate[]): TemplateResult | typeof nothing {
  const notes = new Map(dates.flatMap(({ arrival }) => arrival).map((one) => [`${one.room ?? ''}: ${one.note}`, one]));
  if (notes.size === 0) return nothing;
  return html`<details class="more arrival off-paper"><summary>How to get in</summary>${[...notes.values()].map(({ room, note }) => html`${room ? html`<h3 class="h-small">${room}</h3>` : nothing}<p class="lines">${note}</p>`)}</details>`;
}

function closedPart(closed: readonly ClosedTonight[]): TemplateResult | typeof nothing {
  if (closed.length === 0) return nothing;
  return html`<section class="note"><h2 class="h-small">Closed</h2><ul class="plain-list">${closed.map(
    ({ building, room, reason, publicText, from, to }) => html`<li>
    <strong>${room ?? 'The whole building'}</strong>, ${building}${from === '00:00' && to === '24:00' ? '' : `, ${timeWords(from, to)}`}: ${publicText ?? CLOSURE_WORDS[reason as ClosureReason]}</li>`,
  )}</ul></section>`;
}
