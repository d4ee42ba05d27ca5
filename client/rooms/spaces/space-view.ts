import { html, nothing, type TemplateResult } from 'lit';
import { FIRST_TIME } from '../../../src/groups/compact/first-time-words.ts';
import type { Calendar, CalendarView } from '../../../src/rooms/spaces/calendar-contract.ts';
import type { PublicSpace } from '../../../src/rooms/spaces/public-space-contract.ts';
import { answerWords } from '../../../src/rooms/spaces/space-words.ts';
import { counted } from '../../kernel/format.ts';
import { accessPart, insidePart, insuranceWords } from './space-access-view.ts';
import { calendarPart } from './space-calendar-view.ts';
import { hoursPart } from './space-hours-part.ts';
import { moneyPart } from './space-money-view.ts';
import { morePictures, spacePicture } from './space-photos-view.ts';
import { rulesPart } from './space-rules-part.ts';

export type SpaceViewData = {
  space: PublicSpace;
  calendar: Calendar;
  view: CalendarView;
  day: string;
  /** Where one asks for it. */
  ask: { href: string; label: string };
  /** The search that found it, as parameters; null where nobody came that way. `along` goes with links that stay on the page. */
  found: string | null;
  along: string;
};

/** Everything about one space that a group needs before it asks for it. */
export function spaceView({ space, calendar, view, day, ask, found, along }: SpaceViewData): TemplateResult {
  const { asset } = space;
  return html`
    <article class="wrap asset space">
      <nav class="crumbs" aria-label="Where you are">${found === null ? nothing : html`<a href="/spaces?${found}">Back to the rooms that were found</a> · `}<a href="/assets?area=${asset.area.slug}">Places in ${asset.area.name}</a> › <a href="/assets/${asset.id}">${asset.name}</a></nav>
      <header class="asset__head"><h1>${space.name}</h1><p class="asset__state">${underTitle(space)}</p></header>
      ${spacePicture(space)}
      <div class="asset__main">
        ${space.description ? html`<p class="lead">${space.description}</p>` : nothing}
        ${askPanel(space, ask)} ${accessPart(space)}
        ${space.hours.length > 0 ? calendarPart({ calendar, view, day, id: space.id, along }) : nothing}
        ${factParts(space)}
      </div>
      <aside class="asset__side">${sidePart(space)}</aside>
      ${morePictures(space)}
    </article>
  `;
}

/** The facts without page around them: also what owners see before they save. */
function factParts(space: PublicSpace): TemplateResult {
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
        : html`${answers.length === 1 ? html`<p>${answers[0]}</p>` : html`<p>How a wish is answered depends on the time; <a href="#hours-heading">the opening hours</a> say which goes for when:</p><ul>${answers.map((answer) => html`<li>${answer}</li>`)}</ul>`}<p><a class="button" href=${ask.href}>${ask.label}</a></p><p class="hint">${FIRST_TIME}</p>`
    }
  </section>`;
}

const notBookableWords = ({ whyNotBookable }: PublicSpace): string =>
  whyNotBookable
    ? `Groups cannot ask for this room. ${whyNotBookable}`
    : 'This room is described here, but groups cannot ask for it yet.';

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
