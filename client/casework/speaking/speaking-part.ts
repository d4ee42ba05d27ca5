import { html, nothing, type TemplateResult } from 'lit';
import type { Hearing } from '../../../src/casework/hearings/hearing-contract.ts';
import { counted } from '../../kernel/format.ts';

export type SpeakingShown = {
  proposalId: string;
  hearing: Hearing;
  /** Minutes of each side. */
  minutes: number;
  isToday: boolean;
  may: { run: boolean; assist: boolean };
};

/** How to speak at the hearing that is called, on the page of its proposal. */
export function speakingPart({ proposalId, minutes, isToday }: SpeakingShown): TemplateResult {
  return html`<section aria-labelledby="speaking-heading"><h2 id="speaking-heading">Speak at the hearing</h2>
    <p>In the room, from home, or what you write is read out. All who speak for it have ${counted(minutes, 'minute')} between them, and all who speak against it as many.</p>
    <p class="actions"><a class="button button--quiet" href="/proposals/${proposalId}/hearing/speak">Say that you want to speak</a>
      <a class="button button--quiet" href="/proposals/${proposalId}/hearing.ics">Put it into your calendar</a>
      ${isToday ? html`<a class="button button--quiet" href="/proposals/${proposalId}/hearing/clock">See the clock</a>` : nothing}</p>
  </section>`;
}

/** For whoever runs the hearing, or registers others. */
export function speakingActs({ proposalId, isToday, may }: SpeakingShown): TemplateResult {
  return html`<section class="panel" aria-labelledby="speakers-heading"><h2 id="speakers-heading">Who speaks</h2>
    <ul class="plain-list">
      ${may.run ? html`<li><a href="/proposals/${proposalId}/hearing/floor">${isToday ? 'Run the hearing: who has the floor, and the clock' : 'See who has registered'}</a></li>` : nothing}
      ${may.assist ? html`<li><a href="/proposals/${proposalId}/hearing/speak/for">Register somebody who rang, wrote or came in</a></li>` : nothing}
    </ul></section>`;
}
