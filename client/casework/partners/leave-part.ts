import { html, type TemplateResult } from 'lit';

/** For a group that asks together with another: the way out. */
export const leavePart = (proposalId: string, joined: readonly { groupId: string }[]): TemplateResult =>
  html`<details class="more"><summary>Leave this proposal</summary>
    <p>Your group asks for this place together with others. If you leave, the proposal goes on without you, and those who lead it are told.</p>
    ${joined.map(({ groupId }) => html`<form method="post" action="/proposals/${proposalId}/partners/leave/${groupId}"><button class="button button--quiet" type="submit">Leave it</button></form>`)}
  </details>`;
