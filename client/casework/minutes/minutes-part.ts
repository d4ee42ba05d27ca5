import { html, nothing, type TemplateResult } from 'lit';
import type { Correction, Minutes } from '../../../src/casework/minutes/minutes-contract.ts';
import { PART_WORDS } from '../../../src/casework/minutes/minutes-words.ts';
import type { ProposalShown } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { emptyForm, longField, radioField, type FormState } from '../../kernel/form-fields.ts';
import { longDay } from '../../kernel/format.ts';
import { formIn } from '../proposals/case-form-part.ts';
import { correctForm } from './hearing-paper-view.ts';

export type MinutesShown = {
  shown: ProposalShown;
  minutes: Minutes | null;
  /** Those that wait for an answer, for whoever may give one. */
  open: readonly Correction[];
  may: { write: boolean; correct: boolean };
};

/** Where papers and minutes of a hearing are read, on the page of its proposal. */
export function minutesPart({ shown: { proposal }, minutes }: MinutesShown): TemplateResult {
  const state =
    minutes?.state === 'final'
      ? 'The minutes of the hearing'
      : minutes?.state === 'draft'
        ? `The draft of the minutes, to be corrected until ${longDay(minutes.dueOn ?? '')}`
        : null;
  return html`<ul class="plain-list">
    <li><a href="/proposals/${proposal.id}/hearing/papers">Agenda and papers of the hearing</a></li>
    ${state ? html`<li><a href="/proposals/${proposal.id}/hearing/minutes">${state}</a></li>` : nothing}
    ${minutes?.state === 'awaited' ? html`<li>The draft of the minutes is there by ${longDay(minutes.dueOn ?? '')}.</li>` : nothing}
  </ul>`;
}

/** What whoever looks may do about minutes; nothing for everybody else. */
export function minutesActs(data: MinutesShown): TemplateResult | typeof nothing {
  const { may, minutes, open, shown } = data;
  if (!minutes || minutes.state === 'final') return nothing;
  const isDraft = minutes.state === 'draft';
  const acts = [
    ...(may.write ? [writeForm(data, minutes, isDraft), ...open.map((one) => answerForm(data, one))] : []),
    ...(may.correct && isDraft
      ? [
          html`<h3>Correct the draft</h3>${correctForm(`/proposals/${shown.proposal.id}/correct-minutes`, formIn(shown, 'correct-minutes'), shown.submission)}`,
        ]
      : []),
  ];
  return acts.length === 0
    ? nothing
    : html`<section class="panel" aria-labelledby="minutes-heading"><h2 id="minutes-heading">The minutes</h2>${acts}</section>`;
}

function writeForm({ shown }: MinutesShown, { said, dueOn }: Minutes, isDraft: boolean): TemplateResult {
  const form = formIn(shown, 'write-minutes', { said });
  return html`<form class="group-form" method="post" action="/proposals/${shown.proposal.id}/write-minutes" novalidate>
    <input type="hidden" name="was" value=${said} />
    <p>${isDraft ? `The draft is there. It is final after ${longDay(dueOn ?? '')}.` : `Write it by ${longDay(dueOn ?? '')}. If nobody does, what was recorded is the draft: who came, the times by the clock, what was read out.`}</p>
    ${longField(form, 'said', 'What was said', { rows: 10, hint: 'What speaks for it, what against it, and what was asked and answered. Name no people.' })}
    <button class=${isDraft ? 'button button--quiet' : 'button'} type="submit">${isDraft ? 'Change the draft' : 'Publish the draft'}</button></form>`;
}

function answerForm({ shown }: MinutesShown, { id, part, words }: Correction): TemplateResult {
  const { again } = shown;
  const mine = again?.of === 'answer-correction' && again.form.values['correction'] === id;
  const form: FormState = { ...(mine ? again.form : emptyForm), within: `correction-${id}` };
  return html`<form class="group-form" method="post" action="/proposals/${shown.proposal.id}/answer-correction" novalidate>
    <h3>A correction: ${PART_WORDS[part].toLowerCase()}</h3><blockquote class="lines">${words}</blockquote>
    <input type="hidden" name="correction" value=${id} />
    ${radioField(form, 'taken', 'Do the minutes change?', [
      { value: 'yes', label: 'Yes', hint: 'Change the text above as well.' },
      { value: 'no', label: 'No' },
    ])}
    ${longField(form, 'reply', 'What has changed, or why nothing has', { rows: 2, hint: 'It stands in the minutes.' })}
    <button class="button button--quiet" type="submit">Say what came of it</button></form>`;
}
