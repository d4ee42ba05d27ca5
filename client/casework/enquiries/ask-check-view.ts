import { html, nothing, type TemplateResult } from 'lit';
import { longDay } from '../../kernel/format.ts';
import { stepWords } from '../../../src/ground/cases/standing-words.ts';
import type { EnquiryLine } from '../../../src/casework/enquiries/enquiry-page-contract.ts';

export type AskCheckData = {
  /** What was typed, to be sent as it is. */
  values: Readonly<Record<string, string>>;
  /** As everybody will read it. */
  place: string;
  ward: string | null;
  area: string;
  where: string;
  kind: 'land' | 'building';
  group: string | null;
  idea: string;
  asset: { id: string; name: string } | null;
  /** If it is sent today. */
  acknowledgedBy: string;
  answeredBy: string;
  open: EnquiryLine | null;
  /** Land on the register at this point. */
  land: readonly { id: string; name: string; owner: string; known: boolean }[];
};

/** Everything before it is sent: what we have understood, what others will see, and when there will be an answer. */
export function askCheckView(data: AskCheckData): TemplateResult {
  const { values, place, ward, area, where, kind, group, idea, asset, open, land } = data;
  const hidden = Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" name=${name} value=${value} />`,
  );
  return html`
    <div class="wrap narrow enquiry-ask">
      <h1>${open ? 'Somebody has asked already' : 'Check your answers'}</h1>
      ${open ? alreadyOpen(open) : nothing}
      ${land.length > 0 ? onRegister(land) : nothing}
      ${
        open
          ? nothing
          : html`
        <dl class="facts">
          <div><dt>The place</dt><dd>${place}</dd></div>
          <div><dt>Where</dt><dd>${where}</dd></div>
          <div><dt>Area</dt><dd>${area}</dd></div>
          ${idea ? html`<div><dt>What you would like to do</dt><dd class="lines">${idea}</dd></div>` : nothing}
          ${group ? html`<div><dt>For a group</dt><dd>${group}</dd></div>` : nothing}
        </dl>
        <section class="panel" aria-labelledby="others-heading">
          <h2 id="others-heading" class="h-small">This is how others will see it</h2>
          <p><strong>${kind === 'building' && !asset ? `A building in ${ward ?? area}` : place}</strong>${ward ? `, ${ward}` : ''}. Whose is this?</p>
          <p>Everybody can read where we looked and what came of it. Nobody but the officers who look sees your name, how to reach you, your photos${idea ? ', your idea' : ''} ${kind === 'building' && !asset ? 'or where exactly the building stands' : 'or your group'}.</p>
        </section>
        <p>If you send this today, a broker tells you by ${longDay(data.acknowledgedBy)} that it has arrived, and by ${longDay(data.answeredBy)} whose the place is. If they are late, the clock goes on without them.</p>
        <form method="post" action="/enquiries">${hidden}<button class="button" type="submit">Send the question</button></form>
        <p class="hint">You can add photos once it is sent.</p>`
      }
      <form method="post" action="/enquiries/change" class="quiet-form">${hidden}<button class="button button--quiet" type="submit">Change your answers</button></form>
    </div>
  `;
}

function alreadyOpen({ id, number, place, standing }: EnquiryLine): TemplateResult {
  return html`<section class="panel standing"><p><strong>${place}</strong>, number ${number}.</p>
    <p>${stepWords(standing.steps[0], null)}</p>
    <p>There is no need to ask again. Follow it, and you get the same news as whoever asked first.</p>
    <form method="post" action="/enquiries/${id}/follow"><button class="button" type="submit">Follow this question</button></form>
    <p><a href="/enquiries/${id}">See the question</a></p></section>`;
}

function onRegister(land: AskCheckData['land']): TemplateResult {
  return html`<section class="panel"><h2 class="h-small">Is it one of these?</h2>
    <ul>${land.map(({ id, name, owner, known }) => html`<li><a href="/assets/${id}">${name}</a>: ${known ? `it belongs to ${owner}.` : html`it is on the register, and not certain whose it is. <a href="/enquiries/new?asset=${id}">Ask about this place</a>`}</li>`)}</ul>
  </section>`;
}
