import { html, nothing, type TemplateResult } from 'lit';
import {
  SIDES,
  type ClockShown,
  type Side,
  type SpeakerShown,
} from '../../../src/casework/speaking/speaking-contract.ts';
import { clockWords, MANNER_NOTES } from '../../../src/casework/speaking/speaking-words.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { longDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { clockPart } from './clock-view.ts';

export type FloorData = {
  proposalId: string;
  place: string;
  clock: ClockShown;
  speakers: readonly SpeakerShown[];
  /** Who has the floor. */
  speakerId: string | null;
  /** The day of the hearing that is called; null where none is. */
  day: string | null;
  /** Whether it is today, so that the clock can run. */
  runs: boolean;
  form: FormState;
  flash: string | null;
};

const HEADINGS: Record<Side, string> = { for: 'For it', against: 'Against it', other: 'Questions and other words' };

/** Who has registered to speak, and on the day of the hearing the clock: for whoever runs it, on a tablet. */
export function floorView(data: FloorData): TemplateResult {
  const { proposalId, place, clock, speakers, day, runs, form, flash } = data;
  return html`<div class="wrap floor-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${proposalId}#hearing">${place}: the public hearing</a></nav>
    <h1>${runs ? 'Run the hearing' : 'Who has registered to speak'}</h1>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
    ${runs ? html`${clockPart(proposalId, clock)} ${controls(data)}` : html`<p class="lead">${day ? `The clock runs on the day of the hearing, ${longDay(day)}.` : 'No hearing is called now.'}</p>`}
    ${SIDES.map((side) =>
      sideList(
        data,
        side,
        speakers.filter((one) => one.side === side),
      ),
    )}
    <p><a href="/proposals/${proposalId}/hearing/speak/for">Register somebody who came in</a>${runs ? html` · <a href="/proposals/${proposalId}/hearing/clock">The clock for everybody, for a screen in the room</a>` : nothing}</p>
  </div>`;
}

const move = (data: FloorData, of: string, inside: TemplateResult): TemplateResult =>
  html`<form method="post" action="/proposals/${data.proposalId}/hearing/${of}"><input type="hidden" name="version" value=${data.clock.version} />${inside}</form>`;

const controls = (data: FloorData): TemplateResult => html`<div class="floor-page__controls">
  ${data.clock.running ? move(data, 'floor-stop', html`<button class="button" type="submit">Stop the clock</button>`) : nothing}
  ${move(
    data,
    'floor-more',
    html`<details class="more"><summary>More time, for both sides</summary>${field({ ...data.form, values: { minutes: '5', ...data.form.values } }, 'minutes', 'How many minutes more for each side?', { type: 'number', inputmode: 'numeric' })}<button class="button button--quiet" type="submit">Give both sides more time</button></details>`,
  )}
</div>`;

function sideList(data: FloorData, side: Side, speakers: readonly SpeakerShown[]): TemplateResult {
  return html`<section aria-labelledby="side-${side}"><h2 id="side-${side}">${HEADINGS[side]}</h2>
    ${speakers.length === 0 ? html`<p>Nobody has registered.</p>` : html`<ol class="floor-page__speakers">${speakers.map((one) => speakerRow(data, one))}</ol>`}
  </section>`;
}

function speakerRow(data: FloorData, speaker: SpeakerShown): TemplateResult {
  const { id, name, manner, needs, statement, seconds } = speaker;
  const has = id === data.speakerId;
  const said = seconds === null ? '' : ` · ${clockWords(seconds)} so far`;
  const shown = name || 'Somebody';
  return html`<li>
    <p><strong>${shown}</strong> <span class="hint">${MANNER_NOTES[manner]}${said}</span></p>
    ${needs ? html`<p class="note">Needs: ${needs}</p>` : nothing}
    ${statement ? html`<details class="more" ?open=${has}><summary>What is read out</summary><p class="lines">${statement}</p></details>` : nothing}
    ${data.runs ? floorPart(data, speaker, has, shown) : nothing}
  </li>`;
}

function floorPart(data: FloorData, speaker: SpeakerShown, has: boolean, shown: string): TemplateResult {
  if (has) return html`<p><strong>Has the floor</strong></p>`;
  if (speaker.refused !== null) return html`<p class="hint">${speaker.refused}</p>`;
  return move(
    data,
    'floor-give',
    html`<input type="hidden" name="speaker" value=${speaker.id} /><button class="button button--quiet" type="submit">${speaker.manner === 'statement' ? 'Read it out' : 'Give the floor'}<span class="visually-hidden"> to ${shown}</span></button>`,
  );
}
