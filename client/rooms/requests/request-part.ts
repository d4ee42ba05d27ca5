import { html, nothing, type TemplateResult } from 'lit';
import { seriesWords, timeWords } from '../../../src/rooms/bookings/booking-words.ts';
import { dateWords } from '../../../src/kernel/day-words.ts';
import type { Condition } from '../../../src/rooms/requests/request-contract.ts';
import type {
  NotAsked,
  RequestPage,
  ShownRoom,
  Viewer,
  WantedDate,
} from '../../../src/rooms/requests/request-page-contract.ts';
import { lackWords, mostWords, needsWords } from '../../../src/rooms/requests/need-words.ts';
import { conditionWords, leftOutWords } from '../../../src/rooms/requests/request-words.ts';
import type { Quote } from '../../../src/rooms/spaces/space-contract.ts';
import { LAYOUT_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { capital, counted, pounds } from '../../kernel/format.ts';
import { partsNote, priceRows } from '../spaces/price-lines-part.ts';

/** All dates that are asked for, and those that are not, with the reason. A time that is the same on every date is said once. */
export function datesPart(
  dates: readonly WantedDate[],
  leftOut: readonly NotAsked[],
  heading: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const [first] = dates;
  const same = first !== undefined && dates.every(({ from, to }) => from === first.from && to === first.to);
  return html`
    ${dates.length > 0 ? heading : nothing} ${same ? html`<p>${dates.length === 1 ? 'From' : 'Each from'} ${timeWords(first.from, first.to)}.</p>` : nothing}
    ${dates.length > 0 ? html`<ol class="request-dates">${dates.map(({ date, from, to, contested, clock }) => html`<li>${dateWords(date)}${same ? '' : `, ${timeWords(from, to)}`}${clock ? html` <span class="hint">${clock}</span>` : nothing}${contested ? html` <span class="hint">another group asks for it too</span>` : nothing}</li>`)}</ol>` : nothing}
    ${
      leftOut.length > 0
        ? html`<h3>${counted(leftOut.length, 'date is', 'dates are')} not asked for</h3><ul class="request-dates request-dates--out">${leftOut.map((one) => html`<li>${leftOutWords(one)}</li>`)}</ul>`
        : nothing
    }
  `;
}

/** The whole price, before anybody is asked. */
export function pricePart(quote: Quote | null, depositPence: number): TemplateResult {
  if (!quote)
    return html`<p>The owner has named no price for groups like yours. They name it with their answer, and you decide then.</p>`;
  return html`<table class="sum">
    ${priceRows(quote.lines)}
    <tfoot>
      <tr><th scope="row">Together, for all dates</th><td class="number">${quote.totalPence === 0 ? 'no charge' : pounds(quote.totalPence)}</td></tr>
      <tr class="sum__deposit"><th scope="row">Deposit, which comes back</th><td class="number">${depositPence === 0 ? 'none' : pounds(depositPence)}</td></tr>
    </tfoot>
  </table>${partsNote(quote.lines)}`;
}

/** What the group wants, whichever room it gets. What it can pay is not for owners. */
export function wishPart(page: RequestPage, viewer: Viewer): TemplateResult {
  const { publicLabel: label, buildingCovers } = page;
  const { wish } = page.request;
  return html`<dl class="facts">
    <div><dt>When</dt><dd>${capital(seriesWords(wish))}</dd></div>
    <div><dt>What for</dt><dd>${wish.purpose}</dd></div>
    <div><dt>People</dt><dd>${counted(wish.people, 'person', 'people')}${wish.layout ? `, ${LAYOUT_WORDS[wish.layout].many}` : ''}</dd></div>
    ${wish.needs.length > 0 ? html`<div><dt>Must have</dt><dd>${needsWords(wish.needs)}</dd></div>` : nothing}
    ${wish.equipment ? html`<div><dt>Needs</dt><dd>${wish.equipment}</dd></div>` : nothing}
    ${wish.most && viewer !== 'owner' ? html`<div><dt>Can pay</dt><dd>${mostWords(wish.most)}</dd></div>` : nothing}
    <div><dt>Insurance</dt><dd>${insuranceWords(wish.ownInsurance, buildingCovers)}</dd></div>
    ${wish.safeguarding ? html`<div><dt>Who comes</dt><dd>Children, or adults who need help, come without their own family or carers</dd></div>` : nothing}
    <div><dt>Everybody else reads</dt><dd>${label}</dd></div>
  </dl>`;
}

/** A building's cover is named only where somebody has told us that it is there. */
function insuranceWords(own: boolean, buildingCovers: boolean | null): string {
  if (own) return 'The group’s own';
  return buildingCovers === false
    ? 'The group needs its own: this room has no cover for hirers'
    : `The building’s cover for hirers${buildingCovers === null ? ', where the room has it' : ''}`;
}

export function conditionsPart(conditions: readonly Condition[]): TemplateResult | typeof nothing {
  if (conditions.length === 0) return nothing;
  return html`<section aria-labelledby="before-heading"><h2 id="before-heading">Before the first date</h2><ul>${conditions.map((one) => html`<li>${conditionWords(one)}</li>`)}</ul></section>`;
}

export function agreementPart({ agreement, signed }: Pick<RequestPage, 'agreement' | 'signed'>): TemplateResult {
  return html`<div class="agreement" id="agreement"><ul>${agreement.map((line) => html`<li>${line}</li>`)}</ul>
    ${signed ? html`<p><strong>Signed by ${signed.by} on ${dateWords(signed.on)}.</strong></p>` : nothing}</div>`;
}

/** What a room lacks of what the group must have and can pay, where anything. */
export function lacksNote({
  lacks,
  abovePence,
}: Pick<ShownRoom, 'lacks' | 'abovePence'>): TemplateResult | typeof nothing {
  return lacks.length === 0 && abovePence === null
    ? nothing
    : html`<span class="hint row__more">${lackWords(lacks, abovePence)}</span>`;
}
