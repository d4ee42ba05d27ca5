import { html, nothing, type TemplateResult } from 'lit';
import type { MyPlace } from '../../../src/casework/interests/interest-page-contract.ts';
import { timeWords } from '../../../src/casework/interests/interest-words.ts';
import { MOST_PEOPLE } from '../../../src/casework/interests/viewing-contract.ts';
import { field, longField, radioField, selectField } from '../../kernel/form-fields.ts';
import { counted } from '../../kernel/format.ts';
import { formOf, type InterestViewData } from './interest-view-data.ts';

/** Times to see the place, and the one in which they have a place. */
export function placePart(data: InterestViewData): TemplateResult | typeof nothing {
  const { interest, times, mine } = data;
  const live = mine?.state === 'offered' && !mine.over;
  const others = times.filter(({ id }) => id !== mine?.id || !live);
  if (interest.state !== 'viewing')
    return mine ? html`${cancelledNote(mine)} ${live ? minePart(interest.id, mine) : nothing}` : nothing;
  return html`${mine ? cancelledNote(mine) : nothing} ${live && mine ? minePart(interest.id, mine) : nothing}
    ${others.length === 0 ? nothing : takePart(data, others, live)}`;
}

function minePart(id: string, mine: MyPlace): TemplateResult {
  return html`<section class="panel" aria-labelledby="mine-heading"><h2 id="mine-heading">You have a place</h2>
    <p class="lead">${timeWords(mine)}${mine.people > 1 ? `, for ${mine.people} of you` : ''}</p>
    <p><strong>Where to come:</strong> ${mine.meeting}</p>
    <p>Please do not pass on where it is: the place stands empty.</p>
    <p><a href="/interests/${id}/viewing.ics">Put it in your calendar</a></p>
    <form method="post" action="/interests/${id}/give-back"><button class="button button--quiet" type="submit">Give the place back</button></form>
  </section>`;
}

const cancelledNote = (mine: MyPlace): TemplateResult | typeof nothing =>
  mine.state === 'cancelled'
    ? html`<p class="note">The time in which you had a place is cancelled: ${timeWords(mine)}. ${mine.reason}</p>`
    : nothing;

function takePart(data: InterestViewData, times: InterestViewData['times'], hasOne: boolean): TemplateResult {
  const form = formOf(data, 'take');
  const filled = { ...form, values: { people: '1', ...form.values } };
  const open = times.filter(({ free }) => free > 0);
  return html`<section aria-labelledby="times-heading"><h2 id="times-heading">${hasOne ? 'Other times' : 'When can you come?'}</h2>
    ${times.length > open.length ? html`<ul>${times.filter(({ free }) => free === 0).map((one) => html`<li>${timeWords(one)}: full</li>`)}</ul>` : nothing}
    ${
      open.length === 0
        ? html`<p>No place is free. Whoever cannot come gives theirs back: look again, or ring us.</p>`
        : html`<form class="group-form" method="post" action="/interests/${data.interest.id}/take" novalidate>
      ${radioField(
        filled,
        'viewing',
        'Times',
        open.map((one) => ({ value: one.id, label: timeWords(one), hint: `${counted(one.free, 'place')} free` })),
        hasOne ? 'The place that you have is given back for it.' : undefined,
      )}
      ${field(filled, 'people', 'How many of you come?', { type: 'number', inputmode: 'numeric', hint: `You and whom you bring, ${MOST_PEOPLE} at most.` })}
      <button class="button" type="submit">Take a place</button></form>`
    }</section>`;
}

/** What they saw, and how it shows an answer of their proposal. */
export function notePart(data: InterestViewData): TemplateResult | typeof nothing {
  const { interest, hasSeen, drafts, place, isAsker } = data;
  if (!hasSeen && interest.note === '') return nothing;
  const form = formOf(data, 'note');
  const filled = { ...form, values: { note: interest.note, ...form.values } };
  return html`<section aria-labelledby="note-heading"><h2 id="note-heading">What you saw</h2>
    ${
      hasSeen
        ? html`<form class="group-form" method="post" action="/interests/${interest.id}/note" novalidate>
      ${longField(filled, 'note', 'In a few lines', { rows: 5, hint: 'Rooms, damage, what works, what you would do where. The owner does not see it, and nobody else does until you show it with your proposal.' })}
      <button class="button" type="submit">Keep it</button></form>`
        : html`<p class="lines">${interest.note}</p>`
    }
    ${interest.note === '' || !isAsker ? nothing : drafts.length === 0 ? html`<p>When you write your proposal for the place, what you saw can show one of its answers.${place ? html` <a href="/proposals/new?asset=${place.id}">Ask for this place</a>` : nothing}</p>` : drafts.map((draft) => usePart(data, draft))}
  </section>`;
}

function usePart(
  data: InterestViewData,
  { proposalId, testId, group, questions }: InterestViewData['drafts'][number],
): TemplateResult {
  const form = formOf(data, 'use-note');
  return html`<form class="group-form" method="post" action="/interests/${data.interest.id}/use-note" novalidate>
    <h3>Show it with your proposal</h3><p><a href="/proposals/${proposalId}/write">The proposal of ${group}</a></p>
    <input type="hidden" name="test" value=${testId} />
    ${selectField(form, 'criterion', 'Which answer does it show?', [{ value: '', label: 'Choose a question' }, ...questions.map(({ id, text }) => ({ value: id, label: text }))])}
    <button class="button" type="submit">Use it as evidence</button></form>`;
}

const FINISHES = ['seen', 'unseen'];
/** Going on, or taking it back. */
export function endingPart({ interest, place, isAsker }: InterestViewData): TemplateResult | typeof nothing {
  const { id, state, endedOn } = interest;
  if (endedOn !== null) return nothing;
  return html`${FINISHES.includes(state) && isAsker && place ? html`<p><a class="button" href="/proposals/new?asset=${place.id}">Ask for this place</a></p>` : nothing}
    <details class="more"><summary>${FINISHES.includes(state) ? 'Close this' : 'Take the interest back'}</summary>
      <form method="post" action="/interests/${id}/${FINISHES.includes(state) ? 'finish' : 'withdraw'}"><input type="hidden" name="seen" value=${state} />
      <p>${FINISHES.includes(state) ? 'What you wrote is kept with it for a year.' : 'A place that you have in a time is given back. You can register an interest again.'}</p>
      <button class="button button--quiet" type="submit">${FINISHES.includes(state) ? 'Close it' : 'Take it back'}</button></form></details>`;
}
