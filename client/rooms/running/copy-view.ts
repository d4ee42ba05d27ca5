import { html, nothing, type TemplateResult } from 'lit';
import type { CopyRow } from '../../../src/rooms/running/closure-form-contract.ts';
import type { BuildingFrame } from '../../../src/rooms/running/running-contract.ts';
import { CLOSURE_WORDS, COPIED_WORDS, COPY_STATE_WORDS } from '../../../src/rooms/running/running-words.ts';
import { counted } from '../../kernel/format.ts';
import { mistakeOf, mistakesView, type MistakeData } from '../../kernel/mistakes-view.ts';
import { buildingHead } from './building-frame-part.ts';
import { obstaclesPart } from './closure-preview-view.ts';
import { closedWords } from './closures-view.ts';
import { timeWords } from '../../../src/rooms/bookings/booking-words.ts';

export type CopyViewData = {
  frame: BuildingFrame;
  year: string;
  years: readonly string[];
  rows: readonly CopyRow[];
  submission: string;
  mistakes: readonly MistakeData[];
};

/** Last year's closed days in this year: every line can be changed or left out, and nothing is closed before the last button. */
export function copyView({ frame, year, years, rows, submission, mistakes }: CopyViewData): TemplateResult {
  const base = `/desk/buildings/${frame.building.id}/closures`;
  const before = Number(year) - 1;
  return html`<div class="wrap desk-page">
    ${buildingHead(frame, 'closures', `Copy the closed days of ${before} to ${year}`)} ${mistakesView(mistakes)}
    <div class="cal-ways"><nav aria-label="Year">${years.map((one) => html`<a href="${base}/copy?year=${one}" aria-current=${one === year ? 'true' : nothing}>${Number(one) - 1} to ${one}</a> `)}</nav></div>
    ${
      rows.length === 0
        ? html`<p class="empty">Nothing was closed in ${before}, so there is nothing to copy. <a href=${base}>Close some days by hand</a></p>`
        : html`<form method="post" action="${base}/copy" novalidate>
          <input type="hidden" name="year" value=${year} /><input type="hidden" name="again" value="yes" /><input type="hidden" name="submission" value=${submission} />
          <p>Look at each line. Change its days, or take the tick away, and look again.</p>
          <ol class="copy-rows">${rows.map((row, index) => copyRow(row, index + 1, mistakes))}</ol>
          ${buttons(base, rows)}
        </form>`
    }
    ${frame.may.rooms ? html`<p><a href="/desk/assets/${frame.building.id}/next-year?year=${year}">Copy the terms and seasons of ${before}, too</a></p>` : nothing}
  </div>`;
}

function copyRow(
  { source, how, from, to, take, state, obstacles, free }: CopyRow,
  nth: number,
  mistakes: readonly MistakeData[],
): TemplateResult {
  const what = `${source.room ?? 'The whole building'}: ${CLOSURE_WORDS[source.reason]}`;
  const over = state === 'past' || state === 'closed_already';
  return html`<li class=${`copy-row copy-row--${state}`} id=${`field-from_${source.id}`} tabindex="-1">
    <fieldset class="bare"><legend><strong>${what}</strong>${source.publicText ? html` <span class="hint">“${source.publicText}”</span>` : nothing}</legend>
      <p>Was ${closedWords(source)}. Proposed by ${COPIED_WORDS[how]}.</p>
      ${mistakeOf(mistakes, `from_${source.id}`)}
      <input type="hidden" name=${`source_${nth}`} value=${source.id} />
      <label class="choice"><input type="checkbox" name=${`take_${nth}`} value="yes" ?checked=${take} ?disabled=${over} /> <span>Close</span></label>
      <div class="copy-row__days">
        <label>From <input type="date" name=${`from_${nth}`} value=${from} /></label> <label>to <input type="date" name=${`to_${nth}`} value=${to} /></label>
        ${source.hours ? html`<span>${timeWords(source.hours.from, source.hours.to)}</span>` : nothing}
      </div>
      <p class=${state === 'in_the_way' || state === 'wrong' ? 'mistake' : 'hint'}>${COPY_STATE_WORDS[state]}${state === 'in_the_way' ? ` ${counted(free, 'day')} ${free === 1 ? 'is' : 'are'} free.` : ''}</p>
    </fieldset>
    ${obstacles.length > 0 ? html`<details class="more"><summary>${counted(obstacles.length, 'date')} in the way</summary>${obstaclesPart(obstacles)}</details>` : nothing}
  </li>`;
}

function buttons(base: string, rows: readonly CopyRow[]): TemplateResult {
  const clash = rows.some(({ state }) => state === 'in_the_way');
  const open = rows.some(({ state }) => state !== 'past' && state !== 'closed_already');
  return html`<p class="actions">
    <button class="button button--quiet" type="submit" formmethod="get" formaction="${base}/copy">Look again</button>
    ${open ? html`<button class="button" type="submit" name="which" value=${clash ? 'free' : 'all'}>${clash ? 'Close the ticked days that are free' : 'Close the ticked days'}</button>` : nothing}
    ${clash ? html`<button class="button button--quiet" type="submit" name="which" value="all">Close all the ticked days or none</button>` : nothing}
    <a href=${base}>Close nothing</a>
  </p>`;
}
