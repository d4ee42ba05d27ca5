import { html, nothing, type TemplateResult } from 'lit';
import { timeWords } from '../../../src/rooms/bookings/booking-words.ts';
import type { PriceList, PublicSpace, WorkedExample } from '../../../src/rooms/spaces/public-space-contract.ts';
import { AUDIENCE_WORDS, BASIS_WORDS, PART_HOURS, WEEKDAY_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { clockOf, lengthOf } from '../../../src/rooms/spaces/time-contract.ts';
import type { Weekday } from '../../../src/kernel/recurrence-contract.ts';
import { counted, pounds, shortDay } from '../../kernel/format.ts';
import { priceRows } from './price-lines-part.ts';

/** Everything that is to be paid, before anybody asks. */
export function moneyPart(
  space: Pick<PublicSpace, 'prices' | 'openingCostPence' | 'depositPence' | 'example' | 'caretaking'>,
): TemplateResult {
  const { prices, openingCostPence, depositPence, example } = space;
  return html`<section aria-labelledby="money-heading">
    <h2 id="money-heading">What it costs</h2>
    ${
      prices.length === 0
        ? html`<p>The price is not known. Ask, and we find out before you promise anything.</p>`
        : html`<div class="table-scroll" tabindex="0" role="group" aria-label="Prices"><table class="prices">
          <thead><tr><th scope="col">For</th><th scope="col">Price</th></tr></thead>
          <tbody>${prices.map(priceRow)}</tbody>
        </table></div>`
    }
    ${prices.some(({ lines }) => lines.some(({ basis }) => basis === 'hour')) ? html`<p>${PART_HOURS}</p>` : nothing}
    ${openingCostPence > 0 ? html`<p>When nobody is in the building anyway, opening it costs ${pounds(openingCostPence)} for each date. The opening hours say when that is.</p>` : nothing}
    <p>${depositPence > 0 ? `There is a deposit of ${pounds(depositPence)}, which you get back.` : 'There is no deposit.'}</p>
    ${example ? exampleView(example) : nothing}
  </section>`;
}

function priceRow({ audience, lines }: PriceList): TemplateResult {
  return html`<tr><th scope="row">${AUDIENCE_WORDS[audience].label}<span class="hint">${AUDIENCE_WORDS[audience].meaning}</span></th>
    <td>${lines.map(({ basis, now, later }) => html`<div>${now === null ? '' : priceWords(now, BASIS_WORDS[basis].per)}${later.map(({ from, pence }) => html`<span class="later">${priceWords(pence, BASIS_WORDS[basis].per)} from ${shortDay(from)} on</span>`)}</div>`)}</td></tr>`;
}

const priceWords = (pence: number, per: string): string => (pence === 0 ? `free of charge` : `${pounds(pence)} ${per}`);

function exampleView({ audience, dates, from, to, quote }: WorkedExample): TemplateResult {
  const [first = ''] = dates;
  const what = `${lengthOf(to - from)} on ${counted(dates.length, 'date', 'dates')}, ${weekdayOf(first)} ${timeWords(clockOf(from), clockOf(to))} from ${shortDay(first)} on`;
  if (!quote)
    return html`<p class="note">We cannot work out an example: there is no price for ${AUDIENCE_WORDS[audience].label.toLowerCase()} yet.</p>`;
  return html`<div class="worked">
    <h3>For example</h3>
    <p>A community group without insurance of its own: ${what}.</p>
    <table class="sum">
      ${priceRows(quote.lines)}
      <tfoot>
        <tr><th scope="row">Together</th><td class="number">${quote.totalPence === 0 ? 'nothing' : pounds(quote.totalPence)}</td></tr>
        ${quote.depositPence > 0 ? html`<tr class="sum__deposit"><th scope="row">Deposit, which comes back</th><td class="number">${pounds(quote.depositPence)}</td></tr>` : nothing}
      </tfoot>
    </table>
  </div>`;
}

/** The weekday of a day, without a library in the page. */
function weekdayOf(day: string): string {
  const number = new Date(`${day}T00:00:00Z`).getUTCDay();
  return WEEKDAY_WORDS[(number === 0 ? 7 : number) as Weekday];
}
