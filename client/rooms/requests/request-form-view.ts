import { html, nothing, type TemplateResult } from 'lit';
import { neutralLabel } from '../../../src/rooms/bookings/booking-words.ts';
import { AUDIENCES, LAYOUTS } from '../../../src/rooms/spaces/space-contract.ts';
import { AUDIENCE_WORDS, LAYOUT_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import { checkField, field, longField, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { needBoxes } from '../finder/need-box-fields.ts';
import { whenPart, whichField } from './request-when-fields.ts';
import { MOST_FOR_CHOICES } from '../../../src/rooms/finder/finder-choice-words.ts';

export type AskFormData = {
  form: FormState;
  room: { id: string; name: string; place: string };
  group: { id: string; name: string; outsideName: string };
  /** What the search brought along, in words; null where nothing was looked for, or not enough of it. */
  brought: string | null;
  /** Set when an officer asks for somebody. */
  assisted: 'yes' | 'no';
  /** Where the form goes, and what its button says. */
  action: string;
  button: string;
};

const WEEKLY = neutralLabel({ kind: 'weekly', every: 1, weekdays: [1], from: '', until: '' });

/** What a group wants: every question on one page, nothing sent to anybody yet. */
export function askFormView({ form, room, group, brought, assisted, action, button }: AskFormData): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/spaces/${room.id}">${room.name}, ${room.place}</a></p>
      <h1>Ask for ${room.name}</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">For ${group.name}. On the next page you see every date and the full price. Nobody is asked before you send it there.</p>
      <form class="group-form ask-form" method="post" action=${action} novalidate>
        <input type="hidden" name="submission" value=${String(form.values['submission'] ?? '')} />
        ${brought === null ? html`${whatPart(form, html`${peopleField(form)}`, needBoxes(form, NEEDS))} ${whenPart(form)} ${whichField(form)} ${termsPart(form, pricesFields(form))}` : html`${broughtPart(form, brought)} ${whatPart(form)} ${whichField(form)} ${termsPart(form)}`}
        ${publicPart(form, group.outsideName)}
        ${assisted === 'yes' ? html`<h2 class="h-small">How it came in</h2>${assistedFields(form, 'The request')}` : nothing}
        <button class="button" type="submit">${button}</button>
      </form>
    </div>
  `;
}

const NEEDS = 'What must the room have?';

/** What was asked in the search is not asked again; it can be changed here. */
function broughtPart(form: FormState, brought: string): TemplateResult {
  return html`<section class="panel" aria-labelledby="brought-heading">
    <h2 class="h-small" id="brought-heading">What you looked for</h2>
    <p>${brought}</p>
    <details class="more"><summary>Change the days, the times or what you need</summary>
      ${peopleField(form)} ${needBoxes(form, NEEDS)} ${whenPart(form)} ${pricesFields(form)}
    </details>
  </section>`;
}

const peopleField = (form: FormState): TemplateResult =>
  field(form, 'people', 'How many people will come?', { inputmode: 'numeric' });

function whatPart(
  form: FormState,
  people: TemplateResult | typeof nothing = nothing,
  needs: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`
    <h2 class="h-small">What for</h2>
    ${longField(form, 'for', 'What do you need the room for?', { rows: 3, hint: 'The owner reads this. Others do not. You need not say who comes or why.' })}
    ${people}
    ${selectField(form, 'layout', 'How should the chairs stand?', [{ value: '', label: 'We do not mind' }, ...LAYOUTS.map((value) => ({ value, label: LAYOUT_WORDS[value].label }))])}
    ${needs}
    ${longField(form, 'equipment', 'What else do you need in the room?', { rows: 2, optional: true, hint: 'For instance a kettle, a screen, somewhere to keep a box.' })}
    ${radioField(
      form,
      'vulnerable',
      'Will children, or adults who need help, come without their own family or carers?',
      [
        { value: 'no', label: 'No' },
        {
          value: 'yes',
          label: 'Yes',
          hint: 'Then a safeguarding statement is needed before the first date. One page is enough.',
        },
      ],
    )}
  `;
}

function pricesFields(form: FormState): TemplateResult {
  return html`<div class="ask-form__times">${field(form, 'most', 'The most you can pay, in pounds', { inputmode: 'decimal', optional: true, hint: 'For finding other rooms. The owner does not read it.' })} ${selectField(form, 'most_for', 'That is for', [...MOST_FOR_CHOICES])}</div>
    ${selectField(
      form,
      'as',
      'Which prices go for you?',
      AUDIENCES.map((value) => ({ value, label: `${AUDIENCE_WORDS[value].label}: ${AUDIENCE_WORDS[value].meaning}` })),
      {
        hint: 'Prices for community groups and charities are those for which groups do the benefit test: five questions, once a year. You can ask before it is scored. The others need no test.',
      },
    )}`;
}

function termsPart(form: FormState, prices: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`
    <h2 class="h-small">${prices === nothing ? 'Insurance' : 'Price and insurance'}</h2>
    ${prices}
    ${radioField(form, 'insured', 'Has your group public liability insurance of its own?', [
      {
        value: 'no',
        label: 'No',
        hint: 'Many buildings have cover for groups like yours. The price on the next page has it in.',
      },
      { value: 'yes', label: 'Yes', hint: 'We need the certificate before the first date, not for asking.' },
    ])}
  `;
}

function publicPart(form: FormState, outsideName: string): TemplateResult {
  return html`
    <h2 class="h-small">What others see</h2>
    <p>Beside the dates everybody reads “${WEEKLY}” or the like: nothing about who you are or why you meet.</p>
    ${checkField(form, 'show_name', `Show our name instead: “${outsideName}”`)}
  `;
}
