import { html, nothing, type TemplateResult } from 'lit';
import type { CommentCounts, Taking } from '../../../src/casework/comments/comment-contract.ts';
import { commentLabel, OUTCOME_HINTS, OUTCOME_WORDS } from '../../../src/casework/comments/comment-words.ts';
import type { PublicProposal } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { longField, radioField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { commentItem, countsPart, type ShownComment } from './comment-list-part.ts';
import { untilWords } from './comments-on-proposal-part.ts';
import { participationPart } from './participation-part.ts';

export type CommentsData = {
  proposal: PublicProposal;
  taking: Taking;
  counts: CommentCounts;
  comments: readonly ShownComment[];
  page: number;
  pages: number;
  rights: { look: boolean; reply: boolean; answer: boolean; assist: boolean };
  form: FormState;
  /** The comment whose reply is shown again. */
  replying: string | null;
  /** The comment whose answer is shown again while it is put right. */
  correcting?: string;
  submission: string;
  flash: string | null;
};

const OUTCOME_NAMES = ['changed', 'not_followed', 'noted'] as const;

/** All comments on a proposal, with what came of each. */
export function commentsView(data: CommentsData): TemplateResult {
  const { proposal, taking, counts, comments, form, flash, rights, page, pages } = data;
  const { id, place, group } = proposal;
  const takes = taking === 'open' || taking === 'late';
  const answering = rights.answer && comments.some(({ answer }) => answer === null);
  return html`<div class="wrap narrow comment-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${id}">${place}: asked for by ${group.name}</a></nav>
    <h1>What people say</h1>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
    ${countsPart(counts)} ${untilWords(proposal, taking)}
    ${takes ? html`${participationPart(commentLabel(proposal))}<p><a class="button" href="/proposals/${id}/comments/new">Say what you think</a></p>` : nothing}
    ${takes && rights.assist ? html`<p><a href="/proposals/${id}/comments/for">Type a comment for somebody who rang, wrote or came in</a></p>` : nothing}
    <ul class="plain-list comment-list" id="field-comments" tabindex="-1">${comments.map((comment) => commentItem(comment, group.name, belowPart(data, comment)))}</ul>
    ${pages > 1 ? html`<nav class="pages" aria-label="Pages"><p>Page ${page} of ${pages}. ${page > 1 ? html`<a href="/proposals/${id}/comments?page=${page - 1}">Newer</a>` : nothing} ${page < pages ? html`<a href="/proposals/${id}/comments?page=${page + 1}">Older</a>` : nothing}</p></nav>` : nothing}
    ${answering ? answerForm(data) : nothing}
  </div>`;
}

function belowPart(data: CommentsData, { id, answer, reply }: ShownComment): TemplateResult {
  const { rights, proposal, replying, form } = data;
  const mine = { values: { reply }, mistakes: [], ...(replying === id ? form : {}), within: id };
  return html`
    ${rights.answer && answer === null ? html`<p><label class="choice"><input type="checkbox" name="comments" value=${id} form="answers" ?checked=${chosenIn(form, id)} /> <span>Answer this one below</span></label></p>` : nothing}
    ${
      rights.reply && (answer === null || reply === '')
        ? html`<details class="more" ?open=${replying === id}><summary>${reply === '' ? 'Reply for the group' : 'Put the group’s reply right'}</summary>
      <form class="group-form" method="post" action="/proposals/${proposal.id}/comments/${id}/reply" novalidate>
        ${longField(mine, 'reply', 'What the group says to it', { rows: 3, hint: 'Everybody can read this, and whoever commented is told.' })}
        <button class="button button--quiet" type="submit">Reply</button>
      </form></details>`
        : nothing
    }
    ${rights.answer && answer && answer.outcome !== 'case_over' ? correctForm(data, id, answer) : nothing}
    ${rights.look ? html`<p><a href="/desk/comments/${id}">Leave something out, or turn it back</a></p>` : nothing}`;
}

/** An answer that was not right: what it said stays beside what it says from then on. */
function correctForm(
  { proposal, correcting, form }: CommentsData,
  id: string,
  { outcome, words }: NonNullable<ShownComment['answer']>,
): TemplateResult {
  const mine = { values: { outcome, words }, mistakes: [], ...(correcting === id ? form : {}), within: `answer-${id}` };
  return html`<details class="more" ?open=${correcting === id}><summary>Put the answer right</summary>
    <form class="group-form" method="post" action="/proposals/${proposal.id}/comments/${id}/answer" novalidate>
      <input type="hidden" name="was" value=${words} />
      ${outcomeField(mine)}
      ${longField(mine, 'words', 'In a sentence', { rows: 3, hint: 'It counts for all comments that were answered together with this one. What was said before stays for everybody to read, and whoever commented is told once more.' })}
      <button class="button button--quiet" type="submit">Put it right</button>
    </form></details>`;
}

const outcomeField = (form: FormState & { within?: string }): TemplateResult =>
  radioField(
    form,
    'outcome',
    'What came of them?',
    OUTCOME_NAMES.map((value) => ({ value, label: OUTCOME_WORDS[value], hint: OUTCOME_HINTS[value] })),
  );

const chosenIn = ({ values }: FormState, id: string): boolean => [values['comments']].flat().includes(id);

/** One answer for all that are chosen above. */
function answerForm({ proposal, form, submission, replying, correcting }: CommentsData): TemplateResult {
  const mine = replying === null && correcting === undefined ? form : { values: {}, mistakes: [] };
  return html`<section class="panel" aria-labelledby="answer-heading"><h2 id="answer-heading">What came of them</h2>
    <p>Choose alike comments above, and answer them together. Whoever wrote one is told once. Each needs its answer before an officer can publish the result.</p>
    <form class="group-form" id="answers" method="post" action="/proposals/${proposal.id}/comments/answers" novalidate>
      <input type="hidden" name="submission" value=${submission} />
      ${outcomeField(mine)}
      ${longField(mine, 'words', 'In a sentence', { rows: 3, hint: 'For instance “The gate is shut at 21:30 now” or “Not followed, because the sightline is kept clear anyway”. Everybody can read this.' })}
      <button class="button" type="submit">Answer them</button>
    </form></section>`;
}
