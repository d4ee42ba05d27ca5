import { html, nothing, type TemplateResult } from 'lit';
import type { Calendar, CalendarView } from '../../../src/rooms/spaces/calendar-contract.ts';
import type { PublicSpace } from '../../../src/rooms/spaces/public-space-contract.ts';
import type { NewWindow } from '../../../src/rooms/spaces/space-edit-contract.ts';
import type { Weekday } from '../../../src/kernel/recurrence-contract.ts';
import { answerWords, TERM_WORDS, WEEKDAY_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { clockOf, lengthOf } from '../../../src/rooms/spaces/time-contract.ts';
import { counted, listed, shortDay } from '../../kernel/format.ts';
import { accessPart, insidePart, insuranceWords } from './space-access-view.ts';
import { calendarPart } from './space-calendar-view.ts';
import { moneyPart } from './space-money-view.ts';
import { morePictures, spacePicture } from './space-photos-view.ts';

export type SpaceViewData = {
  space: PublicSpace;
  calendar: Calendar;
  view: CalendarView;
  day: string;
  /** Where one asks for it. */
  ask: { href: string; label: string };
};

/** Everything about one space that a group needs before it asks for it. */
export function spaceView({ space, calendar, view, day, ask }: SpaceViewData): TemplateResult {
  const { asset } = space;
  return html`
    <article class="wrap asset space">
      <nav class="crumbs" aria-label="Where you are"><a href="/assets?area=${asset.area.slug}">Places in ${asset.area.name}</a> › <a href="/assets/${asset.id}">${asset.name}</a></nav>
      <header class="asset__head"><h1>${space.name}</h1><p class="asset__state">${underTitle(space)}</p></header>
      ${spacePicture(space)}
      <div class="asset__main">
        ${space.description ? html`<p class="lead">${space.description}</p>` : nothing}
        ${askPanel(space, ask)} ${accessPart(space)}
        ${space.hours.length > 0 ? calendarPart({ calendar, view, day, id: space.id }) : nothing}
        ${factParts(space)}
      </div>
      <aside class="asset__side">${sidePart(space)}</aside>
      ${morePictures(space)}
    </article>
  `;
}

/** The facts without page around them: also what owners see before they save. */
export function factParts(space: PublicSpace): TemplateResult {
  return html`${hoursPart(space)} ${moneyPart(space)}
    <section aria-labelledby="insurance-heading"><h2 id="insurance-heading">Insurance</h2><p>${insuranceWords(space.hirersLiability)}</p></section>
    ${insidePart(space)} ${rulesPart(space)}`;
}

/** What an owner looks at before saving: this is how others will see it. */
export function spacePreview(space: PublicSpace): TemplateResult {
  return html`<section class="space-preview" aria-labelledby="preview-heading" tabindex="-1" data-focus-first>
    <p class="space-preview__words" id="preview-heading"><strong>This is how others will see it.</strong> Nothing is saved yet: the form below has what you typed.</p>
    <div class="space-preview__page">
      <p class="space-preview__title">${space.name}</p><p>${underTitle(space)}</p>
      ${space.description ? html`<p class="lead">${space.description}</p>` : nothing}
      ${space.bookable ? nothing : html`<p>${notBookableWords(space)}</p>`} ${accessPart(space)} ${factParts(space)}
    </div>
  </section>`;
}

function underTitle({ asset, floor, capacity, partOf }: PublicSpace): TemplateResult {
  const size = [floor && floorWords(floor), capacity === null ? null : `up to ${counted(capacity, 'person', 'people')}`]
    .filter((part) => part)
    .join(', ');
  return html`In <a href="/assets/${asset.id}">${asset.name}</a>${partOf ? html`, part of <a href="/spaces/${partOf.id}">${partOf.name}</a>` : nothing}${size ? `. ${size.charAt(0).toUpperCase()}${size.slice(1)}.` : '.'}`;
}

/** "floor 1", "ground floor", or as it was written. */
export const floorWords = (floor: string): string =>
  /^-?\d+$/.test(floor) ? `floor ${floor}` : /^ground$/i.test(floor) ? 'ground floor' : floor;

function askPanel(space: PublicSpace, ask: SpaceViewData['ask']): TemplateResult {
  const { bookable, hours, answering, asset } = space;
  if (!bookable)
    return html`<section class="panel" aria-labelledby="ask-heading"><h2 id="ask-heading">Not to be booked here</h2><p>${notBookableWords(space)} Contact ${asset.owner.name}, or <a href=${ask.href}>look for another room near here</a>.</p></section>`;
  const answers = [
    ...new Set(hours.map(({ approval, publishedOpen }) => answerWords(approval, publishedOpen, answering))),
  ];
  return html`<section class="panel" aria-labelledby="ask-heading">
    <h2 id="ask-heading">Would it suit your group?</h2>
    ${
      hours.length === 0
        ? html`<p>The owner has not said yet when it is open, so nobody can ask for it. <a href=${ask.href}>Look for another room near here</a>.</p>`
        : html`${answers.length === 1 ? html`<p>${answers[0]}</p>` : html`<p>How a wish is answered depends on the time; <a href="#hours-heading">the opening hours</a> say which goes for when:</p><ul>${answers.map((answer) => html`<li>${answer}</li>`)}</ul>`}<p><a class="button" href=${ask.href}>${ask.label}</a></p>`
    }
  </section>`;
}

const notBookableWords = ({ whyNotBookable }: PublicSpace): string =>
  whyNotBookable
    ? `Groups cannot ask for this room. ${whyNotBookable}`
    : 'This room is described here, but groups cannot ask for it yet.';

function hoursPart({ hours, answering, closedOnBankHolidays, terms, openingCostPence }: PublicSpace): TemplateResult {
  if (hours.length === 0)
    return html`<section aria-labelledby="hours-heading"><h2 id="hours-heading">When it is open</h2><p>Nobody has told us yet when it is open.</p></section>`;
  const needsTerms = hours.some(({ term }) => term !== 'always');
  return html`<section aria-labelledby="hours-heading">
    <h2 id="hours-heading">When it is open</h2>
    <table class="hours">
      <thead><tr><th scope="col">Day</th><th scope="col">Time</th><th scope="col">What to know</th></tr></thead>
      <tbody>${sameHours(hours).map(({ days, window }) => html`<tr><th scope="row">${daysWords(days)}</th><td class="hours__time">${clockOf(window.from)} to ${clockOf(window.to)}</td><td>${hoursNotes(window, answering, openingCostPence).join(' ')}</td></tr>`)}</tbody>
    </table>
    <p>${closedOnBankHolidays ? 'It is closed on bank holidays and on the council’s days off.' : 'It is open on bank holidays too.'}</p>
    ${needsTerms ? html`<p>${terms.length === 0 ? 'The term dates are not known yet.' : `Terms: ${listed(terms.slice(-6).map(({ name, from, to }) => `${name} (${shortDay(from)} to ${shortDay(to)})`))}.`}</p>` : nothing}
  </section>`;
}

/** Days with the same hours and the same to know about them, as one line. */
function sameHours(hours: readonly NewWindow[]): { days: Weekday[]; window: NewWindow }[] {
  const lines = new Map<string, { days: Weekday[]; window: NewWindow }>();
  for (const window of hours) {
    const { weekday, ...rest } = window;
    const key = JSON.stringify(rest);
    const line = lines.get(key) ?? { days: [], window };
    lines.set(key, { ...line, days: [...line.days, weekday] });
  }
  return [...lines.values()];
}

/** "Monday to Friday", "Tuesday and Thursday" */
function daysWords(days: readonly Weekday[]): string {
  const [first, last] = [days[0], days.at(-1)];
  const inARow = days.length > 2 && first !== undefined && last !== undefined && last - first === days.length - 1;
  return inARow ? `${WEEKDAY_WORDS[first]} to ${WEEKDAY_WORDS[last]}` : listed(days.map((day) => WEEKDAY_WORDS[day]));
}

function hoursNotes(
  { term, seasonFrom, seasonTo, note, staffed, approval, publishedOpen }: NewWindow,
  answering: PublicSpace['answering'],
  openingCostPence: number,
): string[] {
  const season = [seasonFrom && `from ${shortDay(seasonFrom)}`, seasonTo && `until ${shortDay(seasonTo)}`]
    .filter((part) => part)
    .join(' ');
  const when = [TERM_WORDS[term].when, season].filter((part) => part).join(', ');
  const opening = openingCostPence > 0 && !staffed ? 'Somebody has to come and open.' : '';
  return [
    when && `${when.charAt(0).toUpperCase()}${when.slice(1)}.`,
    note ?? '',
    opening,
    answerWords(approval, publishedOpen, answering),
  ].filter((part) => part !== '');
}

function rulesPart(space: PublicSpace): TemplateResult {
  const lines: [string, string | null][] = [
    ['Good for', space.activities],
    ['Not allowed', space.notAllowed],
    ['Conditions', space.conditions],
    ['Shortest and longest', `${lengthOf(space.shortestMinutes)} to ${lengthOf(space.longestMinutes)}`],
    ['Bookings start', `every ${lengthOf(space.stepMinutes)}`],
    ['Ask at least', space.noticeHours === 0 ? 'any time before' : `${noticeWords(space.noticeHours)} before`],
    ['Ask at most', `${counted(space.daysAhead, 'day')} ahead`],
    [
      'Kept free around each booking',
      listed([
        ...(space.minutesBefore > 0 ? [`${lengthOf(space.minutesBefore)} before`] : []),
        ...(space.minutesAfter > 0 ? [`${lengthOf(space.minutesAfter)} after`] : []),
      ]) || null,
    ],
    ['Opening and closing', space.caretaking],
  ];
  return html`<section aria-labelledby="rules-heading"><h2 id="rules-heading">Rules of this room</h2>
    <dl class="facts">${lines.map(([term, detail]) => (detail ? html`<div><dt>${term}</dt><dd>${detail}</dd></div>` : nothing))}</dl>
  </section>`;
}

const noticeWords = (hours: number): string => (hours % 24 === 0 ? counted(hours / 24, 'day') : counted(hours, 'hour'));

function sidePart({ asset, parts, partOf, id }: PublicSpace): TemplateResult {
  const street = [
    [asset.address.number, asset.address.street].filter((part) => part).join(' '),
    asset.address.town,
    asset.address.postcode,
  ].filter((part) => part);
  return html`
    <section><h2 class="h-small">Where it is</h2><p><a href="/assets/${asset.id}">${asset.name}</a><br />${street.join(', ')}</p><p>${asset.owner.name}</p></section>
    ${parts.length > 0 ? html`<section><h2 class="h-small">Parts that can be had alone</h2><ul class="plain-list">${parts.map((part) => html`<li><a href="/spaces/${part.id}">${part.name}</a>${part.capacity === null ? nothing : html`, up to ${counted(part.capacity, 'person', 'people')}`}</li>`)}</ul></section>` : nothing}
    ${partOf ? html`<p>This is a part of <a href="/spaces/${partOf.id}">${partOf.name}</a>. When the whole is taken, so is this.</p>` : nothing}
    <p><a href="/api/spaces/${id}">Its data</a></p>
  `;
}
