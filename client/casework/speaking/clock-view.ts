import { html, nothing, type TemplateResult } from 'lit';
import { clockWords } from '../../../src/casework/speaking/speaking-words.ts';
import type { ClockShown, Side } from '../../../src/casework/speaking/speaking-contract.ts';
import { counted } from '../../kernel/format.ts';

const NAMES: Record<Side, string> = { for: 'For it', against: 'Against it', other: 'Questions' };

/** The clock of a hearing: what is left to each side, and who has the floor. It goes on ticking where there are scripts. */
export function clockPart(proposalId: string, clock: ClockShown): TemplateResult {
  const { left, other, running, spoke } = clock;
  const face = (side: Side, seconds: number, under: string): TemplateResult => html`
    <div class="hearing-clock__side ${running?.side === side ? 'hearing-clock__side--running' : ''}">
      <h2>${NAMES[side]}</h2>
      <p class="hearing-clock__time" data-side=${side} data-seconds=${seconds}>${clockWords(seconds)}</p>
      <p>${under}</p><p class="hint">${counted(spoke[side], 'has spoken', 'have spoken')}</p>
    </div>`;
  return html`<hearing-clock src="/api/proposals/${proposalId}/hearing-clock" version=${clock.version} running=${running?.side ?? nothing}>
    <p class="hearing-clock__says" role="status">${runningWords(clock)}</p>
    <div class="hearing-clock__sides">
      ${face('for', left.for, left.for === 0 ? 'Time is over' : 'left')}
      ${face('against', left.against, left.against === 0 ? 'Time is over' : 'left')}
      ${face('other', other, 'used')}
    </div></hearing-clock>`;
}

function runningWords({ running }: ClockShown): string {
  if (!running) return 'The clock stands still.';
  const side = { for: 'for it', against: 'against it', other: 'with a question' }[running.side];
  return running.read ? `A statement is read out: ${side}.` : `Somebody speaks ${side}.`;
}

/** The clock for everybody: in the room on a screen, and at home. */
export function clockView(proposalId: string, place: string, clock: ClockShown): TemplateResult {
  return html`<div class="wrap comment-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${proposalId}#hearing">${place}: the public hearing</a></nav>
    <h1>The clock of the hearing</h1>
    <p>Those who speak for it and those who speak against it have the same time between them. What is read out counts too.</p>
    ${clockPart(proposalId, clock)}
    <noscript><p><a href="/proposals/${proposalId}/hearing/clock">See how it stands now</a></p></noscript>
  </div>`;
}
