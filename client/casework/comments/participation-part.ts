import { html, nothing, type TemplateResult } from 'lit';
import type { ParticipationLabel } from '../../../src/casework/comments/participation-contract.ts';
import { PART_WORDS } from '../../../src/casework/comments/comment-words.ts';
import { longDay } from '../../kernel/format.ts';

/** How far somebody’s word goes here: what can still change, what cannot, who decides, and by when. */
export const participationPart = ({ part, open, shut, who, by }: ParticipationLabel): TemplateResult => html`
  <dl class="taking-part taking-part--${part}">
    <div><dt>${PART_WORDS[part]}</dt><dd>${open} ${shut}</dd></div>
    <div><dt>Who decides</dt><dd>${who}${by ? html` The next day that counts is ${longDay(by)}.` : nothing}</dd></div>
  </dl>
`;
