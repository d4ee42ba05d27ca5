import { html, nothing, type TemplateResult } from 'lit';
import {
  STANCES,
  type CommentCounts,
  type CommentForDeciding,
  type PublicComment,
} from '../../../src/casework/comments/comment-contract.ts';
import { OUTCOME_WORDS, STANCE_COUNT_WORDS, STANCE_WORDS } from '../../../src/casework/comments/comment-words.ts';
import { CHANNEL_WORDS } from '../../../src/ground/people/assisted-contract.ts';
import { counted, listed, shortDay } from '../../kernel/format.ts';

export type ShownComment = PublicComment &
  Partial<Pick<CommentForDeciding, 'original' | 'name' | 'address' | 'channel'>>;

/** How many said what: information, and no vote. */
export function countsPart(counts: CommentCounts): TemplateResult {
  if (counts.all === 0) return html`<p>Nobody has commented yet.</p>`;
  const said = STANCES.filter((stance) => counts[stance] > 0).map(
    (stance) => `${counts[stance]} ${STANCE_COUNT_WORDS[stance]}`,
  );
  return html`<p>${counted(counts.all, 'comment')}: ${listed(said)}. This is no vote: what counts is what they say.${counts.late > 0 ? ` ${counts.late} came late.` : ''}${counts.rejected > 0 ? ` ${counts.rejected} ${counts.rejected === 1 ? 'was' : 'were'} not published, for one of the listed reasons.` : ''}</p>`;
}

/** One comment with what the group says to it and what came of it. @param below what whoever looks can do with it */
export function commentItem(
  comment: ShownComment,
  group: string,
  below: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { id, stance, shown, late, receivedOn, reply, repliedOn, answer, name, original } = comment;
  return html`<li class="comment" id="comment-${id}">
    <p class="comment__head"><strong class="comment__stance comment__stance--${stance}">${STANCE_WORDS[stance]}</strong> <span class="hint">${shortDay(receivedOn)}${late ? ', late' : ''}</span></p>
    <p class="lines">${shown}</p>
    ${name === undefined ? nothing : html`<p class="hint">Not public: ${name || 'name no longer kept'}${comment.address ? `, ${comment.address}` : ''}${comment.channel && comment.channel !== 'online' ? ` (${CHANNEL_WORDS[comment.channel].toLowerCase()})` : ''}${original !== undefined && original !== shown ? html`<br />As it was written: “${original}”` : nothing}</p>`}
    ${reply === '' ? nothing : html`<div class="comment__reply"><p class="comment__head"><strong>${group} replied</strong> <span class="hint">${repliedOn ? shortDay(repliedOn) : ''}</span></p><p class="lines">${reply}</p></div>`}
    ${answer ? html`<div class="comment__answer"><p class="comment__head"><strong>What came of it: ${OUTCOME_WORDS[answer.outcome].toLowerCase()}</strong> <span class="hint">${shortDay(answer.givenOn)}</span></p><p class="lines">${answer.words}</p>${answer.earlier.map(({ words, until }) => html`<p class="hint">Put right on ${shortDay(until)}. It said before: “${words}”</p>`)}</div>` : nothing}
    ${below}
  </li>`;
}
