import { html, nothing, type TemplateResult } from 'lit';
import type { NeedAtHome } from '../../../src/rooms/finder/need-contract.ts';
import { myNeedWords } from '../../../src/rooms/finder/need-words.ts';
import { shortDay } from '../../kernel/format.ts';

/** What somebody has asked to be told of, on their own page. */
export function myNeedsPart(needs: readonly NeedAtHome[]): TemplateResult | typeof nothing {
  if (needs.length === 0) return nothing;
  return html`<section>
    <h2>${myNeedWords.heading}</h2>
    <ul class="rows">${needs.map(
      ({ id, wish, says, endsOn, told }) => html`<li class="row"><div>
      <a href="/spaces?${wish}">${says}</a> <span class="hint row__more">${told ? myNeedWords.told : myNeedWords.until(shortDay(endsOn))}</span>
      <form method="post" action="/needs/${id}/end"><button class="button button--quiet button--small" type="submit">${myNeedWords.end}<span class="visually-hidden">: ${says}</span></button></form>
    </div></li>`,
    )}</ul>
  </section>`;
}
