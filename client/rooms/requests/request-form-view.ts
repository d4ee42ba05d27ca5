import { html, nothing, type TemplateResult } from 'lit';
import { neutralLabel } from '../../../src/rooms/bookings/booking-words.ts';
import { DAY_NAMES, weekdayNamed } from '../../../src/rooms/finder/finder-contract.ts';
import { MOST_FOR_CHOICES } from '../../../src/rooms/finder/finder-words.ts';
import { AUDIENCES, LAYOUTS } from '../../../src/rooms/spaces/space-contract.ts';
import { AUDIENCE_WORDS, LAYOUT_WORDS, WEEKDAY_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { needBoxes } from '../finder/need-boxes.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import { checkField, field, longField, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { mistakeOf, mistakesView } from '../../kernel/mistakes-view.ts';

export type AskFormData = {
  form: FormState;
  room: { id: string; name: string; place: string };
  group: { id: string; name: string; outsideName: string };
  /** Set when an officer asks for somebody. */
  assisted: 'yes' | 'no';
  /** Where the form goes, and what its button says. */
  action: string;
  button: string;
};

const WEEKLY = neutralLabel({ kind: 'weekly', every: 1, weekdays: [1], from: '', until: '' });

/** What a group wants: every question on one page, nothing sent to anybody yet. */
export function askFormView({ form, room, group, assisted, action, button }: AskFormData): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/spaces/${room.id}">${room.name}, ${room.place}</a></p>
      <h1>Ask for ${room.name}</h1>
      ${mistakesView(form.mistakes)}
      <p class="lead">For ${group.name}. On the next page you see every date and the full price. Nobody is asked before you send it there.</p>
      <form class="group-form ask-form" method="post" action=${action} novalidate>
        <input type="hidden" name="submission" value=${String(form.values['submission'] ?? '')} />
        ${whatPart(form)} ${whenPart(form)} ${termsPart(form)} ${publicPart(form, group.outsideName)}
        ${assisted === 'yes' ? html`<h2 class="h-small">How it came in</h2>${assistedFields(form, 'The request')}` : nothing}
        <button class="button" type="submit">${button}</button>
      </form>
    </div>
  `;
}

function whatPart(form: FormState): TemplateResult {
  return html`
    <h2 class="h-small">What for</h2>
    ${longField(form, 'for', 'What do you need the room for?', { rows: 3, hint: 'The owner reads this. Others do not. You need not say who comes or why.' })}
    ${field(form, 'people', 'How many people will come?', { inputmode: 'numeric' })}
    ${selectField(form, 'layout', 'How should the chairs stand?', [{ value: '', label: 'We do not mind' }, ...LAYOUTS.map((value) => ({ value, label: LAYOUT_WORDS[value].label }))])}
    ${needBoxes(form, 'What must the room have?')}
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

/** How often and when. Questions that do not go with the answer before are folded away where the browser can. */
function whenPart(form: FormState): TemplateResult {
  return html`
    <h2 class="h-small">When</h2>
    ${radioField(form, 'repeat', 'How often?', [
      { value: 'once', label: 'Once' },
      { value: 'weekly', label: 'Every week, or every few weeks' },
      { value: 'monthly', label: 'Once a month' },
      { value: 'dates', label: 'On dates that we pick' },
    ])}
    <div class="when when--once">${field(form, 'on', 'Which date?', { type: 'date' })}</div>
    <div class="when when--weekly">${field(form, 'every', 'Every how many weeks?', { inputmode: 'numeric', hint: '1 for every week, 2 for every second week.' })}</div>
    <div class="when when--monthly">${selectField(form, 'nth', 'Which one of the month?', [{ value: '', label: 'Choose which' }, ...NTHS])}</div>
    <div class="when when--weekly when--monthly">
      ${daysField(form)}
      ${field(form, 'from', 'First day', { type: 'date' })} ${field(form, 'until', 'Last day', { type: 'date' })}
      ${selectField(form, 'term', 'School terms', [
        { value: '', label: 'All through the year' },
        { value: 'only', label: 'In school term only' },
        { value: 'never', label: 'In school holidays only' },
      ])}
      ${selectField(form, 'off', 'On bank holidays', [
        { value: '', label: 'We meet if the room is open' },
        { value: 'skip', label: 'We do not meet' },
      ])}
    </div>
    <div class="when when--dates">${longField(form, 'dates', 'Which dates?', { rows: 5, hint: 'One on each line, for instance 2 March 2027 or 2/3/2027.' })}</div>
    <div class="ask-form__times">${field(form, 'start', 'From', { hint: 'For instance 18:00 or 6pm.' })} ${field(form, 'end', 'To', { hint: 'For instance 20:00 or 8pm.' })}</div>
    ${radioField(form, 'which', 'If not every date is free', [
      { value: 'free', label: 'We take those that are' },
      { value: 'all', label: 'Then we want none' },
    ])}
  `;
}

function termsPart(form: FormState): TemplateResult {
  return html`
    <h2 class="h-small">Price and insurance</h2>
    <div class="ask-form__times">${field(form, 'most', 'The most you can pay, in pounds', { inputmode: 'decimal', optional: true, hint: 'For finding other rooms. The owner does not read it.' })} ${selectField(form, 'most_for', 'That is for', [...MOST_FOR_CHOICES])}</div>
    ${selectField(
      form,
      'as',
      'Which prices go for you?',
      AUDIENCES.map((value) => ({ value, label: `${AUDIENCE_WORDS[value].label}: ${AUDIENCE_WORDS[value].meaning}` })),
      {
        hint: 'Prices for community groups and charities go with the benefit test: five questions, once a year. The others need no test.',
      },
    )}
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

function daysField({ values, mistakes }: FormState): TemplateResult {
  const chosen = [values['day']].flat().map(String);
  return html`<fieldset class="field" id="field-day" tabindex="-1">
    <legend>On which days of the week?</legend>
    ${mistakeOf(mistakes, 'day')}
    <div class="ask-form__days">${DAY_NAMES.map((name) => html`<label class="choice"><input type="checkbox" name="day" value=${name} ?checked=${chosen.includes(name)} /> <span>${WEEKDAY_WORDS[weekdayNamed(name)]}</span></label>`)}</div>
  </fieldset>`;
}

const NTHS = [
  { value: '1', label: 'The first' },
  { value: '2', label: 'The second' },
  { value: '3', label: 'The third' },
  { value: '4', label: 'The fourth' },
  { value: 'last', label: 'The last' },
];

export type ChooseGroupData = {
  room: { id: string; name: string; place: string };
  /** The wish as it came, to take along. */
  wish: string;
  groups: readonly { id: string; name: string }[];
  /** Requests under way that this room can be put on as another choice. */
  requests: readonly { id: string; group: string; room: string; when: string }[];
  /** For officers: groups of the area that were looked for. */
  officer: { words: string; found: readonly { id: string; name: string }[] } | null;
};

/** For which group? */
export function chooseGroupView({ room, wish, groups, requests, officer }: ChooseGroupData): TemplateResult {
  const next = encodeURIComponent(`/spaces/${room.id}/ask${wish ? `?${wish}` : ''}`);
  const link = ({ id, name }: { id: string; name: string }): TemplateResult =>
    html`<li><a href="/groups/${id}/ask?space=${room.id}${wish ? `&${wish}` : ''}">${name}</a></li>`;
  return html`<div class="wrap narrow">
    <p class="crumbs"><a href="/spaces/${room.id}">${room.name}, ${room.place}</a></p>
    <h1>Who asks for ${room.name}?</h1>
    ${
      requests.length > 0
        ? html`<h2>As another choice for what you have asked for</h2><ul class="rows">${requests.map(
            ({
              id,
              group,
              room: first,
              when,
            }) => html`<li class="row"><div><a href="/requests/${id}"><strong>${first}</strong></a>, ${group}<span class="hint row__more">${when}</span></div>
      <form method="post" action="/requests/${id}/rooms"><input type="hidden" name="space" value=${room.id} /><button class="button button--quiet button--small" type="submit">Add ${room.name} to it</button></form></li>`,
          )}</ul><h2>For something new</h2>`
        : nothing
    }
    ${
      groups.length > 0
        ? html`${groups.length > 1 ? html`<p class="lead">You look after several groups.</p>` : nothing}<ul class="plain-list">${groups.map(link)}</ul><p><a href="/groups/new?next=${next}">Make another group</a></p>`
        : html`<p class="lead">Rooms are asked for by groups. Yours needs a page here and somebody who leads it. It takes about two minutes; what you have chosen is kept.</p>
          <p><a class="button" href="/groups/new?next=${next}">Make a group</a></p>`
    }
    ${
      officer
        ? html`<h2>For somebody who rang, wrote or came in</h2>
      <form class="filter" method="get" action="/spaces/${room.id}/ask">${[...new URLSearchParams(wish)].map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
        ${field({ values: { q: officer.words }, mistakes: [] }, 'q', 'Name of the group')} <button class="button button--quiet" type="submit">Find</button></form>
      ${officer.words === '' ? nothing : officer.found.length > 0 ? html`<ul class="plain-list">${officer.found.map(link)}</ul>` : html`<p>No group of this area has “${officer.words}” in its name. <a href="/desk/groups/new">Register it</a>.</p>`}`
        : nothing
    }
  </div>`;
}
