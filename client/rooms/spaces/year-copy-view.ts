import { html, nothing, type TemplateResult } from 'lit';
import type { DeskPlace } from '../../../src/rooms/spaces/desk-space-contract.ts';
import { WEEKDAY_WORDS, YEAR_COPY_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { clockOf } from '../../../src/rooms/spaces/time-contract.ts';
import type { YearCopyRow } from '../../../src/rooms/spaces/year-copy-contract.ts';
import { shortDay } from '../../kernel/format.ts';
import { mistakeOf, mistakesView, type MistakeData } from '../../kernel/mistakes-view.ts';
import { placeCrumbs } from './desk-space-part.ts';

/** Whose year it is: a place's with its rooms, or an area's terms. */
export type YearCopyHead = { name: string; base: string } & (
  { kind: 'place'; place: DeskPlace } | { kind: 'area'; slug: string }
);
export type YearCopyData = {
  head: YearCopyHead;
  year: string;
  years: readonly string[];
  rows: readonly YearCopyRow[];
  hasOwnTerms: boolean;
  mistakes: readonly MistakeData[];
  done: string | null;
};

/** Last year's terms and seasons in the next: every line can be changed or left out, and nothing is written before the last button. */
export function yearCopyView({ head, year, years, rows, hasOwnTerms, mistakes, done }: YearCopyData): TemplateResult {
  return html`<div class="wrap desk-page">
    ${head.kind === 'place' ? placeCrumbs(head.place) : html`<nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${head.slug}">Desk of ${head.name}</a> › <a href="/desk/calendar?area=${head.slug}">Terms and days off</a></nav>`}
    <h1>Copy the terms${head.kind === 'place' ? ' and seasons' : ''} of ${Number(year) - 1} to ${year}</h1>
    ${done ? html`<p class="done" role="status">${done}</p>` : nothing} ${mistakesView(mistakes)}
    <p class="lead">${head.kind === 'place' ? `Opening hours that hold all year go on by themselves. Those of a season, and the term dates of ${head.name}, need new days each year.` : `The terms of ${head.name} go for every place that has none of its own. They need new days each year.`}</p>
    ${head.kind === 'area' || hasOwnTerms ? nothing : html`<p class="note">${head.name} has no terms of its own, so those of ${head.place.areaName} go for it. <a href="/desk/assets/${head.place.assetId}/terms">Terms of this place</a></p>`}
    <div class="cal-ways"><nav aria-label="Year">${years.map((one) => html`<a href=${addressOf(head, { year: one })} aria-current=${one === year ? 'true' : nothing}>${Number(one) - 1} to ${one}</a> `)}</nav></div>
    ${rows.length === 0 ? nothingThere(head, year) : formPart(head, year, rows, mistakes)}
    ${head.kind === 'place' ? html`<p><a href="/desk/buildings/${head.place.assetId}/closures/copy?year=${year}">Copy the closed days of ${Number(year) - 1}, too</a></p>` : nothing}
  </div>`;
}

function addressOf(head: YearCopyHead, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(head.kind === 'area' && { area: head.slug }), ...more }).toString();
  return query === '' ? head.base : `${head.base}?${query}`;
}

function nothingThere(head: YearCopyHead, year: string): TemplateResult {
  const [href, label] =
    head.kind === 'place'
      ? [`/desk/assets/${head.place.assetId}/spaces`, 'Rooms and their opening hours']
      : [`/desk/calendar?area=${head.slug}`, 'Terms and days off'];
  return html`<p class="empty">No term${head.kind === 'place' ? ' and no season of this place' : ''} began in ${Number(year) - 1}, so there is nothing to copy. <a href=${href}>${label}</a></p>`;
}

function formPart(
  head: YearCopyHead,
  year: string,
  rows: readonly YearCopyRow[],
  mistakes: readonly MistakeData[],
): TemplateResult {
  return html`<form method="post" action=${addressOf(head)} novalidate>
    ${head.kind === 'area' ? html`<input type="hidden" name="area" value=${head.slug} />` : nothing}
    <input type="hidden" name="year" value=${year} /><input type="hidden" name="again" value="yes" />
    <p>Look at each line. Change its days, or take the tick away, and look again.</p>
    <ol class="copy-rows">${rows.map((row, index) => copyRow(row, index + 1, mistakes))}</ol>
    <p class="actions">
      ${rows.some(({ state }) => state !== 'there') ? html`<button class="button" type="submit">Copy the ticked lines</button>` : nothing}
      <button class="button button--quiet" type="submit" formmethod="get" formaction=${head.base}>Look again</button>
    </p>
  </form>`;
}

function copyRow(row: YearCopyRow, nth: number, mistakes: readonly MistakeData[]): TemplateResult {
  const { key, name, from, to, take, state, clashes } = row;
  const was = row.kind === 'term' ? row.term : row.season;
  return html`<li class=${`copy-row copy-row--${state}`} id=${`field-from_${key}`} tabindex="-1">
    <fieldset class="bare"><legend><strong>${row.kind === 'term' ? `Term: ${row.term.name}` : row.season.room}</strong></legend>
      <p>Was ${shortDay(was.from)} to ${shortDay(was.to)}${row.kind === 'season' ? html`: ${hoursWords(row.season.windows)}` : nothing}.</p>
      ${mistakeOf(mistakes, `from_${key}`)}
      <input type="hidden" name=${`source_${nth}`} value=${key} />
      <label class="choice"><input type="checkbox" name=${`take_${nth}`} value="yes" ?checked=${take} ?disabled=${state === 'there'} /> <span>Copy</span></label>
      <div class="copy-row__days">
        ${row.kind === 'term' ? html`<label>Name <input name=${`name_${nth}`} value=${name} /></label>` : nothing}
        <label>From <input type="date" name=${`from_${nth}`} value=${from} /></label> <label>to <input type="date" name=${`to_${nth}`} value=${to} /></label>
      </div>
      <p class=${state === 'clashes' || state === 'wrong' ? 'mistake' : 'hint'}>${YEAR_COPY_WORDS[state]}${clashes.length > 0 ? ` ${clashes.join('; ')}.` : ''}</p>
    </fieldset>
  </li>`;
}

const hoursWords = (windows: readonly { weekday: keyof typeof WEEKDAY_WORDS; from: number; to: number }[]): string =>
  windows.map(({ weekday, from, to }) => `${WEEKDAY_WORDS[weekday]} ${clockOf(from)} to ${clockOf(to)}`).join(', ');
