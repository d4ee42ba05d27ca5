import { html, nothing, type TemplateResult } from 'lit';
import {
  LINK_DAYS,
  type PartnerAsked,
  type PartnerLine,
  type PartnerState,
} from '../../../src/casework/partners/partner-contract.ts';
import type { DraftPage } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { CHANNEL_WORDS } from '../../../src/ground/people/assisted-contract.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';
import { field, radioField, type FormState } from '../../kernel/form-fields.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { crumbs } from '../proposals/write-view.ts';

type PartnersData = {
  draft: DraftPage;
  lines: readonly PartnerLine[];
  form: FormState;
  flash: string | null;
  submission: string;
  /** Whether whoever looks may type in what a group told them. */
  assists: boolean;
};
const STATE_WORDS: Record<PartnerState, string> = {
  asked: 'has not answered yet',
  joined: 'asks with you',
  declined: 'said no',
  taken_back: 'taken back',
  left: 'left',
};

/** The groups of a draft: the one that writes leads, and each of the others says yes for itself. */
export function partnersView({ draft, lines, form, flash, submission, assists }: PartnersData): TemplateResult {
  const { id, group, state } = draft.proposal;
  const open = state === 'draft';
  return html`<div class="wrap narrow">${crumbs(draft)}
    <h1>Groups that ask together</h1>${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
    <p class="lead">${group.name} leads: it writes and sends the proposal, and answers for it. Each other group says yes for itself, and its name stands beside yours. Alone is fine too.</p>
    ${lines.length === 0 ? nothing : html`<ul class="rows">${lines.map((line) => partnerRow(id, line, open))}</ul>`}
    ${open ? askForm(id, form, submission) : html`<p class="note">The proposal has been sent, so its groups stay as they are. Each may leave at any time, from its page.</p>`}
    ${open && assists ? html`<p><a href="/proposals/${id}/partners/for">A group said yes by telephone, on paper or in person</a></p>` : nothing}
    <p><a href="/proposals/${id}/write">Back to your proposal</a></p></div>`;
}

const askForm = (id: string, form: FormState, submission: string): TemplateResult =>
  html`<form class="group-form" method="post" action="/proposals/${id}/partners" novalidate>
      <input type="hidden" name="submission" value=${submission} />
      ${field(form, 'email', 'E-mail address of the other group’s lead or deputy', { type: 'email', hint: `We send a link that works for ${LINK_DAYS} days. It shows what you would do there, and asks for their yes.` })}
      <button class="button" type="submit">Ask them</button>
    </form>`;

function partnerRow(
  proposalId: string,
  { id, email, group, state, askedAt, channel, receivedOn }: PartnerLine,
  isDraft: boolean,
): TemplateResult {
  const open = isDraft && (state === 'asked' || state === 'joined');
  return html`<li class="row"><div><strong>${group ?? email ?? 'A group'}</strong> <span class="row__more">${STATE_WORDS[state]} · ${receivedOn ? `${CHANNEL_WORDS[channel].toLowerCase()} on ${shortDay(receivedOn)}` : `asked on ${shortDay(dayOf(askedAt))}`}</span></div>
    ${open ? html`<form method="post" action="/proposals/${proposalId}/partners/${id}/take-back"><button class="button button--quiet" type="submit">Take back<span class="visually-hidden"> ${group ?? email ?? ''}</span></button></form>` : nothing}</li>`;
}

type JoinData = {
  key: string;
  asked: PartnerAsked;
  signedIn: { name: string; email: string | null } | null;
  form: FormState;
};

/** Where the link in the mail leads: nothing happens until a button is pressed. */
export function joinView({ key, asked, signedIn, form }: JoinData): TemplateResult {
  const { place, ward, lead, use, days } = asked;
  return html`<div class="wrap narrow">
    <h1>${lead} would like to ask for ${place} together with your group</h1>${mistakesView(form.mistakes)}
    <p class="lead">${use || 'They have not said yet what they would do there.'}</p>
    <p>${place}${ward ? `, ${ward}` : ''}. ${days ? `From ${longDay(days.starts)} to ${longDay(days.ends)}.` : 'The days are not said yet.'}</p>
    <p>If you say yes, the name of your group stands on the proposal beside theirs, for everybody to read. ${lead} leads it. You can leave at any time, and the proposal then goes on without you.</p>
    ${asked.joined ? html`<p class="done" role="status">Your group has said yes.</p>` : signedIn ? answerForm(key, asked, form) : signIn(key)}
  </div>`;
}

const signIn = (key: string): TemplateResult =>
  html`<p><a class="button" href="/sign-in?next=${encodeURIComponent(`/proposals/join/${key}`)}">Sign in to answer</a></p><p class="note">You need no password: we send a code to your e-mail address. If you do not know what this is about, you need do nothing.</p>`;

function answerForm(key: string, { groups }: PartnerAsked, form: FormState): TemplateResult {
  if (groups.length === 0)
    return html`<p class="note">You lead no other group here yet, so you cannot say yes for one. <a href="/groups/new">Register your group</a>, then open the link again. It takes five minutes.</p>`;
  return html`<form class="group-form" method="post" action="/proposals/join/${key}" novalidate>
    ${radioField(
      form,
      'group',
      'For which group?',
      groups.map(({ id, name }) => ({ value: id, label: name })),
    )}
    <p class="button-row"><button class="button" type="submit" name="answer" value="yes">Yes, we ask together</button> <button class="button button--quiet" type="submit" name="answer" value="no">No</button></p>
  </form>`;
}
