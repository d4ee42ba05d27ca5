import { html, nothing, type TemplateResult } from 'lit';
import type { Answers, ChosenPlace, Question, StartShown } from '../../../src/front/start/start-contract.ts';
import { KNOWN, LENGTHS_OF, NEEDS } from '../../../src/front/start/start-contract.ts';
import { KNOWN_WORDS, LENGTH_WORDS, NEED_WORDS, QUESTION_WORDS } from '../../../src/front/start/start-words.ts';
import { field, radioField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { startWayView } from './start-way-view.ts';

/** Which path fits me? One question a page, then where the answers lead. */
export function startView(shown: StartShown, form: FormState): TemplateResult {
  const { answers, place, question, found } = shown;
  return html`<div class="wrap narrow">
    ${place ? html`<nav class="crumbs" aria-label="Where you are"><a href="/assets/${place.id}">${place.name}</a></nav>` : nothing}
    ${question && !found ? questionPart(question, answers, place, form) : nothing}
    ${found ? startWayView({ ...shown, found }) : nothing} ${answered(answers, place)}
  </div>`;
}

function questionPart(
  question: Question,
  answers: Answers,
  place: ChosenPlace | null,
  form: FormState,
): TemplateResult {
  return html`${mistakesView(form.mistakes)}
    <h1>Which path fits me?</h1>
    ${question === 'need' ? html`<p class="lead">Three short questions lead you to a room, to land or to a building, or to whoever else can help.</p>` : nothing}
    <form class="group-form" method="get" action="/start" novalidate>
      ${place ? hidden('asset', place.id) : nothing} ${question === 'need' ? nothing : hidden('need', answers.need ?? '')}
      ${question === 'known' ? hidden('long', answers.long ?? '') : nothing} ${hidden('step', question)}
      ${radioField(form, question, QUESTION_WORDS[question].asks, choicesOf(question, answers))}
      ${question === 'known' ? field(form, 'near', 'Near which postcode, street or ward?', { optional: true }) : nothing}
      <button class="button" type="submit">Continue</button>
    </form>`;
}

function choicesOf(question: Question, { need }: Answers): readonly { value: string; label: string; hint?: string }[] {
  if (question === 'need') return NEEDS.map((value) => ({ value, ...NEED_WORDS[value] }));
  if (question === 'known') return KNOWN.map((value) => ({ value, label: KNOWN_WORDS[value] }));
  return ((need && LENGTHS_OF[need]) ?? []).map((value) => ({ value, label: LENGTH_WORDS[value] }));
}

const hidden = (name: string, value: string): TemplateResult =>
  html`<input type="hidden" name=${name} value=${value} />`;

/** What was said so far; each answer can be changed, and what follows from it is asked again. */
function answered({ need, long, known, near }: Answers, place: ChosenPlace | null): TemplateResult | typeof nothing {
  if (need === undefined) return nothing;
  const before = new URLSearchParams(place ? { asset: place.id } : {});
  const line = (question: Question, words: string): TemplateResult => {
    const href = `/start${before.size > 0 ? `?${before}` : ''}`;
    return html`<div><dt>${QUESTION_WORDS[question].asks}</dt><dd>${words} <a href=${href}>Change<span class="visually-hidden">: ${QUESTION_WORDS[question].asks}</span></a></dd></div>`;
  };
  const lines = [line('need', NEED_WORDS[need].label)];
  before.set('need', need);
  if (long && LENGTHS_OF[need]?.includes(long)) {
    lines.push(line('long', LENGTH_WORDS[long]));
    before.set('long', long);
    if (known && !place)
      lines.push(line('known', near === '' ? KNOWN_WORDS[known] : `${KNOWN_WORDS[known]} (${near})`));
  }
  return html`<section aria-labelledby="answered-heading"><h2 class="h-small" id="answered-heading">You said</h2>
    <dl class="facts">${lines}</dl></section>`;
}
