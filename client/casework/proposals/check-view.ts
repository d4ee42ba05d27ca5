import { html, nothing, type TemplateResult } from 'lit';
import type { DraftPage } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import { checkField, type FormState } from '../../kernel/form-fields.ts';
import { longDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { answersPart } from './check-answers-part.ts';
import { crumbs } from './write-view.ts';

type CheckData = { draft: DraftPage; form: FormState; submission: string; flash: string | null };

/** Everything before it is sent: what others will see, which dates it would have, and what silence would do. */
export function checkView({ draft, form, submission, flash }: CheckData): TemplateResult {
  const { proposal, tasks, rival } = draft;
  const { id, place, ward, group, use, starts, ends, state } = proposal;
  const open = tasks.flatMap(({ why }) => why ?? []);
  return html`<div class="wrap narrow">${crumbs(draft)}
    <h1>Check your answers</h1>${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}${mistakesView(form.mistakes)}
    <section class="panel" aria-labelledby="others-heading"><h2 id="others-heading">This is how others will see it</h2>
      <p><strong>${place}</strong>${ward ? `, ${ward}` : ''}. Asked for by <strong>${group.name}</strong>.</p>
      <p class="lead">${use || 'Not said yet.'}</p>
      <p>${starts && ends ? `From ${longDay(starts)} to ${longDay(ends)}.` : 'The days are not said yet.'}</p>
      <p class="hint">Your answers to the questions are read by the people who score them. Nobody’s name is shown.</p>
      ${proposal.path === 'land' ? html`<p><a href="/proposals/${id}/sign">See the sign for the place</a></p>` : nothing}
    </section>
    ${answersPart(draft)}
    ${open.length > 0 ? html`<section class="panel"><h2>Before you can send it</h2><ul>${open.map((why) => html`<li>${why}</li>`)}</ul><p><a href="/proposals/${id}/write">Back to the list</a></p></section>` : nothing}
    ${rival ? html`<p class="note">Another group has asked for this place for some of the same days (${rival}), and the time in which others could ask too is over. Choose other days, or wait: yours can be sent if that comes to nothing, and you are told.</p>` : nothing}
    ${open.length === 0 && !rival ? sendForm(draft, form, submission) : nothing}
    ${state === 'draft' ? nothing : html`<p class="hint">Its days go on as they were: sending again turns no clock back.</p>`}
  </div>`;
}

function sendForm({ proposal, dates, assisted }: DraftPage, form: FormState, submission: string): TemplateResult {
  const { id, state, owner, asset } = proposal;
  const known = asset?.ownership !== 'unknown';
  return html`
    ${
      state === 'draft'
        ? html`<section aria-labelledby="dates-heading"><h2 id="dates-heading">The dates it would have</h2>
        <p>If this is complete today${dates.hearing ? '' : ' and the sign goes up today'}, everybody may comment until <strong>${longDay(dates.comments)}</strong>, and it is scored by <strong>${longDay(dates.scored)}</strong>.${dates.hearing ? html` It is heard in public by <strong>${longDay(dates.hearing)}</strong>.` : nothing}</p>
        <p>If it passes, ${proposal.path === 'building' ? 'and enough neighbours have signed for it, ' : ''}silence gives you a yes on <strong>${longDay(dates.silence)}</strong>${owner && !owner.joined ? ' where the owner has joined the compact; this one has not, so it would be advice' : ''}. Until then the owner may still refuse, but only for one of the permitted reasons, and must show it.</p>
        ${known ? nothing : html`<p class="note">It is not known whose this place is. We find that out first, and these dates begin when it is known.</p>`}</section>`
        : nothing
    }
    <form class="group-form" method="post" action="/proposals/${id}/send" novalidate>
      <input type="hidden" name="seen" value=${state} /><input type="hidden" name="submission" value=${submission} />
      ${assisted ? assistedFields(form, 'The proposal', 'They agree that it is sent like this.') : nothing}
      ${checkField(form, 'declares', html`What we say is true as far as we know, and our group keeps to <a href="/compact">the compact</a>: we look after the place, it is open to all, we say how it went, and we hand it back.`)}
      <button class="button" type="submit">Send the proposal</button>
    </form>`;
}
