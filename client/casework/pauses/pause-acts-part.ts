import { html, nothing, type TemplateResult } from 'lit';
import type { PublicPause } from '../../../src/casework/pauses/pause-contract.ts';
import type { PauseKind } from '../../../src/casework/pauses/pause-kind-contract.ts';
import type { PausesShown } from '../../../src/casework/pauses/pause-page-contract.ts';
import { STOP_WORDS } from '../../../src/casework/pauses/pause-words.ts';
import { longField, radioField } from '../../kernel/form-fields.ts';
import { beginForm, foldForm, formIn } from '../proposals/case-form-part.ts';
import { longDay } from '../../kernel/format.ts';

/** What whoever looks at a case may do with its clock; nothing for everybody else. */
export function pauseActs(data: PausesShown): TemplateResult | typeof nothing {
  const { may, shown } = data;
  const forThem = shown.party === 'group' ? '' : ' for the group';
  const more = [
    ...(may.lift ? [liftForm(data, may.lift)] : []),
    ...(may.look ? [lookForm(data, may.look)] : []),
    ...(may.correct ? [correctForm(data)] : []),
    ...(may.wish ? [wishForm(data, forThem)] : []),
    ...(may.advert ? [advertForm(data)] : []),
    ...(may.court ? [courtForm(data)] : []),
    ...(may.askStop ? [stopForm(data)] : []),
  ];
  return html`
    ${may.confirm ? confirmPanel(data, may.confirm) : nothing}
    ${may.waits ? html`<p class="note">An emergency stop is asked for. It waits for the other officer, until ${longDay(may.waits.until)}.</p>` : nothing}
    ${may.answer ? answerPanel(data, may.answer, forThem) : nothing}
    ${more.length === 0 ? nothing : html`<section class="panel" aria-labelledby="clock-heading"><h2 id="clock-heading">The clock of this case</h2>${more}</section>`}
  `;
}

/** A button about one pause. */
const oneButton = (data: PausesShown, of: string, { id }: PublicPause, button: string): TemplateResult =>
  html`<form class="quiet-form" method="post" action="/proposals/${data.shown.proposal.id}/${of}"><input type="hidden" name="pause" value=${id} /><button class="button button--quiet" type="submit">${button}</button></form>`;

function answerPanel(data: PausesShown, pause: PublicPause, forThem: string): TemplateResult {
  const form = formIn(data.shown, 'corrected');
  return html`<section class="panel" aria-labelledby="correct-heading"><h2 id="correct-heading">Please correct${forThem}</h2>
    <p class="lines">${pause.reason}</p>
    <p>Nothing begins anew with this. ${pause.begins ? `The clock stands still until you answer, at the latest until ${longDay(pause.until)}.` : `Please answer by ${longDay(pause.until)}; the clock runs on meanwhile.`}</p>
    <form class="group-form" method="post" action="/proposals/${data.shown.proposal.id}/corrected" novalidate><input type="hidden" name="pause" value=${pause.id} />
      ${longField(form, 'answer', 'What have you corrected, and how does it read now?', { rows: 3, hint: 'Everybody reads it: name no people.' })}
      <button class="button" type="submit">Send the correction${forThem}</button></form></section>`;
}

const confirmPanel = (data: PausesShown, stop: PublicPause): TemplateResult =>
  html`<section class="panel" aria-labelledby="stop-heading"><h2 id="stop-heading">An emergency stop is asked for</h2>
    <p>For ${STOP_WORDS[stop.code || 'danger']}: ${stop.reason}</p>
    <p>It needs you as the second person. With your agreement the clock stands still, everybody concerned is told, and nothing is granted. If the owner shows no ground in time, the stop falls by itself.</p>
    ${oneButton(data, 'confirm-stop', stop, 'Agree, and stop the case')}</section>`;

const LIFTS: Partial<Record<PauseKind, readonly [of: string, button: string]>> = {
  wish: ['go-on', 'Let the clock go on'],
  advert: ['advert-over', 'The time of the advert is over'],
  court: ['court-order-lifted', 'The order of the court is lifted'],
  emergency: ['lift-stop', 'Lift the emergency stop'],
};
function liftForm(data: PausesShown, pause: PublicPause): TemplateResult {
  const [of = '', button = ''] = LIFTS[pause.kind] ?? [];
  return oneButton(data, of, pause, button);
}

const lookForm = (data: PausesShown, pause: PublicPause): TemplateResult =>
  html`<p>Does the order of the court still stand? Without a word by ${longDay(pause.until)} the clock goes on.</p>${oneButton(data, 'court-order-stands', pause, 'It still stands')}`;

const correctForm = (data: PausesShown): TemplateResult =>
  foldForm(
    data.shown,
    'please-correct',
    'Please correct: ask the group to put something right',
    html`<p>${data.may.correct === 'stops' ? 'The clock stands still until the group answers, and then goes on where it was.' : 'It was asked before, or the clock stands still already: so the clock is not touched.'} Where something is missing, so that the proposal is not complete, say that instead: then the look begins anew.</p>
      ${beginForm(data.shown, 'please-correct', longField(formIn(data.shown, 'please-correct'), 'reason', 'What is to be corrected? All of it.', { rows: 3, hint: 'Everybody reads it: name no people.' }), 'Ask the group to correct it')}`,
  );

const wishForm = (data: PausesShown, forThem: string): TemplateResult =>
  foldForm(
    data.shown,
    'pause',
    `Ask for time${forThem}`,
    html`<p>The clock stands still, and every day of the case moves. It goes on when you say so, or by itself.</p>
      ${beginForm(data.shown, 'pause', longField(formIn(data.shown, 'pause'), 'reason', 'Why?', { rows: 2, hint: 'Everybody reads it: name no people.' }), `Let the clock stand still${forThem}`)}`,
  );

const advertForm = (data: PausesShown): TemplateResult =>
  foldForm(
    data.shown,
    'advert',
    'A statutory advert',
    html`<p>Open space, for instance, is advertised in two weeks that follow each other, and objections are considered (Local Government Act 1972, section 123). The clock stands still meanwhile.</p>
      ${beginForm(data.shown, 'advert', longField(formIn(data.shown, 'advert'), 'reason', 'Which advert, by which law, and when?', { rows: 2, hint: 'Everybody reads it.' }), 'Let the clock stand still')}`,
  );

const courtForm = (data: PausesShown): TemplateResult =>
  foldForm(
    data.shown,
    'court-order',
    'The order of a court',
    html`<p>The clock stands still as long as somebody looks in time whether the order still stands.</p>
      ${beginForm(data.shown, 'court-order', longField(formIn(data.shown, 'court-order'), 'reason', 'Which court, which order, and of which day?', { rows: 2, hint: 'Everybody reads it: name no people.' }), 'Let the clock stand still')}`,
  );

const stopForm = (data: PausesShown): TemplateResult =>
  foldForm(
    data.shown,
    'stop',
    'Emergency stop',
    html`<p>For a danger, or for what is against the law; for nothing else. It takes decision officer and monitoring officer. Then the owner shows the ground, or the stop falls by itself.</p>
      ${beginForm(
        data.shown,
        'stop',
        html`${radioField(formIn(data.shown, 'stop'), 'code', 'What is it?', [
          { value: 'danger', label: 'A danger' },
          { value: 'illegality', label: 'Something that is against the law' },
        ])}
        ${longField(formIn(data.shown, 'stop'), 'reason', 'What is it exactly?', { rows: 3, hint: 'Everybody reads it once the case is stopped: name no people.' })}`,
        'Ask for the stop',
      )}`,
  );
