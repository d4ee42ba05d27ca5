import { html, nothing, type TemplateResult } from 'lit';
import type { PrivateProposal, ProposalShown } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { MOST_SIGN_PHOTOS } from '../../../src/casework/proposals/sign-photo-contract.ts';
import { field, longField } from '../../kernel/form-fields.ts';
import { formOf } from './proposal-view-data.ts';

const PHOTO_BYTES = 15 * 1024 * 1024;
const BEFORE_SIGN = ['finding_owner', 'received', 'incomplete', 'awaiting_sign'];
const WRITING = ['incomplete', 'lapsed', 'improving'];

/** What a group does with its proposal; officers do the same for somebody who cannot. */
export function ownPart(shown: ProposalShown, { missing }: PrivateProposal): TemplateResult | typeof nothing {
  const { proposal, party } = shown;
  const { id, state, endedOn, signPhotos } = proposal;
  const forThem = party === 'group' ? '' : ' for the group';
  const another = html`<p><a href="/proposals/${id}/another">Ask for another place like this one${forThem}</a></p>`;
  if (endedOn !== null) return another;
  return html`
    ${
      WRITING.includes(state)
        ? html`<section class="panel" aria-labelledby="again-heading"><h2 id="again-heading">${state === 'improving' ? 'Improve your answers' : 'Add what is missing'}</h2>
        ${state !== 'improving' && missing ? html`<p class="lines">${missing}</p>` : nothing}
        <p><a class="button" href="/proposals/${id}/write">${state === 'improving' ? 'Open the answers' : 'Open the proposal'}${forThem}</a></p></section>`
        : nothing
    }
    ${BEFORE_SIGN.includes(state) || state === 'commenting' ? signForm(shown, forThem, signPhotos.length) : nothing}
    ${
      state === 'refused' || state === 'granted_for_good'
        ? nothing
        : html`<details class="more" ?open=${shown.again?.of === 'withdraw'}><summary>Take the proposal back${forThem}</summary>
      <form method="post" action="/proposals/${id}/withdraw"><input type="hidden" name="seen" value=${state} />
        <p>Then the place is free for others. What has happened so far stays on this page.</p>
        ${longField(formOf(shown, 'withdraw'), 'reason', 'Why?', { rows: 2, optional: true, hint: 'For us, to learn from. It is not shown.' })}
        <button class="button button--quiet" type="submit">Take it back</button>
      </form></details>`
    }
    ${another}
  `;
}

function signForm(shown: ProposalShown, forThem: string, photos: number): TemplateResult {
  const { proposal, submission, again } = shown;
  const form = formOf(shown, 'sign-photo');
  const asked = proposal.state === 'awaiting_sign';
  const inside = html`
    <p>Print the sign, put it up where people pass, and take a photo that shows it there. ${asked ? 'With the photo the time for comments begins.' : nothing}</p>
    <p><a href="/proposals/${proposal.id}/sign">See and print the sign</a></p>
    ${
      photos >= MOST_SIGN_PHOTOS
        ? html`<p>There are ${MOST_SIGN_PHOTOS} photos already.</p>`
        : html`<form class="group-form" method="post" enctype="multipart/form-data" action="/proposals/${proposal.id}/sign-photo" novalidate>
      <input type="hidden" name="submission" value=${submission} />
      ${field(form, 'photo', 'The photo', { type: 'file', accept: 'image/*', mostBytes: PHOTO_BYTES, hint: 'Up to 15 MB. Everybody sees it, so no faces. Where it was taken is removed from the file.' })}
      ${field(form, 'alt', 'What does it show?', { hint: 'In a few words, for those who cannot see it.' })}
      <button class="button" type="submit">Send the photo${forThem}</button>
    </form>`
    }`;
  return asked
    ? html`<section class="panel" aria-labelledby="sign-up-heading"><h2 id="sign-up-heading">Put the sign up${forThem}</h2>${inside}</section>`
    : html`<details class="more" ?open=${again?.of === 'sign-photo'}><summary>The sign at the place${forThem}</summary>${inside}</details>`;
}
