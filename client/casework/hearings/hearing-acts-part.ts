import { html, nothing, type TemplateResult } from 'lit';
import { LEAST_WAYS, WAYS } from '../../../src/casework/hearings/hearing-contract.ts';
import type { HearingShown } from '../../../src/casework/hearings/hearing-page-contract.ts';
import { WAY_WORDS } from '../../../src/casework/hearings/hearing-words.ts';
import { field, longField, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { beginForm, foldForm, formIn } from '../proposals/case-form-part.ts';
import { longDay } from '../../kernel/format.ts';

/** What whoever looks at a case may do about its hearing; nothing for everybody else. */
export function hearingActs(data: HearingShown): TemplateResult | typeof nothing {
  const { may } = data;
  const acts = [
    ...(may.call ? [callForm(data)] : []),
    ...(may.hold ? [holdForm(data)] : []),
    ...(may.conclude ? [concludeForm(data)] : []),
    ...(may.adjourn ? [adjournForm(data)] : []),
    ...(may.change ? [moveForm(data), cancelForm(data)] : []),
    ...(may.record ? [waysForm(data)] : []),
    ...(may.ask ? [askForm(data)] : []),
  ];
  return acts.length === 0
    ? nothing
    : html`<section class="panel" aria-labelledby="hearing-acts-heading"><h2 id="hearing-acts-heading">The hearing</h2>${acts}</section>`;
}

const whenAndWhere = (form: FormState, hint: string): TemplateResult => html`
  ${field(form, 'day', 'On which day?', { type: 'date', hint })}
  ${field(form, 'begins', 'When does it begin?', { type: 'time' })}
  ${field(form, 'venue', 'Where?', { hint: 'A name and an address.' })}
  ${longField(form, 'access', 'How do people get in and follow it?', { rows: 2, hint: 'Steps, doors, toilets, a hearing loop, an interpreter.' })}
  ${field(form, 'online', 'How can it be followed from home?', { hint: 'An address or a telephone number. Leave it empty where it cannot.' })}`;
const possibleWords = ({ possible }: HearingShown): string =>
  possible
    ? `With ${possible.clear} clear working days of notice: from ${longDay(possible.first)} to ${longDay(possible.last)}.`
    : '';

function callForm(data: HearingShown): TemplateResult {
  const form = formIn(data.shown, 'call-hearing');
  return beginForm(
    data.shown,
    'call-hearing',
    html`<p>With this its notice is out: on this page, and by mail to everybody who is concerned or follows it.</p>
      ${whenAndWhere(form, possibleWords(data))}
      ${radioField(form, 'committee', 'Does a committee of the council hold it?', [
        { value: 'yes', label: 'Yes', hint: 'Then the law asks for five clear days too.' },
        { value: 'no', label: 'No' },
      ])}
      <h3>Other ways to be heard</h3><p class="hint">At least ${LEAST_WAYS}. Not everybody can come to a meeting in the evening.</p>
      ${WAYS.map((way) => field(form, `way_${way}`, WAY_WORDS[way].name, { hint: WAY_WORDS[way].hint }))}`,
    'Call the hearing',
    false,
  );
}

function moveForm(data: HearingShown): TemplateResult {
  const { hearing } = data;
  const { day = '', begins = '', venue = '', access = '', online = '' } = hearing ?? {};
  const form = formIn(data.shown, 'move-hearing', { day, begins, venue, access, online });
  return foldForm(
    data.shown,
    'move-hearing',
    'Another day, or another room',
    beginForm(
      data.shown,
      'move-hearing',
      html`${whenAndWhere(form, `${possibleWords(data)} On the same day a room may change up to five clear working days before.`)}
      ${longField(form, 'reason', 'Why does it change?', { rows: 2, hint: 'Everybody reads it.' })}`,
      'Change it, and tell everybody',
    ),
  );
}

const cancelForm = (data: HearingShown): TemplateResult =>
  foldForm(
    data.shown,
    'cancel-hearing',
    'Cancel it',
    beginForm(
      data.shown,
      'cancel-hearing',
      html`<p>Another one is to be called by ${longDay(data.possible?.last ?? '')}, or the panel decides on the papers.</p>
      ${longField(formIn(data.shown, 'cancel-hearing'), 'reason', 'Why?', { rows: 2, hint: 'Everybody reads it.' })}`,
      'Cancel it, and tell everybody',
    ),
  );

function adjournForm(data: HearingShown): TemplateResult {
  const form = formIn(data.shown, 'adjourn-hearing', { begins: data.hearing?.begins ?? '' });
  return foldForm(
    data.shown,
    'adjourn-hearing',
    'Adjourn it, once',
    beginForm(
      data.shown,
      'adjourn-hearing',
      html`${field(form, 'day', 'On which day does it go on?', { type: 'date' })} ${field(form, 'begins', 'When?', { type: 'time' })}
      ${longField(form, 'reason', 'Why?', { rows: 2, hint: 'Everybody reads it.' })}`,
      'Adjourn it, and tell everybody',
    ),
  );
}

function holdForm(data: HearingShown): TemplateResult {
  const { spoken } = data;
  const form = formIn(
    data.shown,
    'hold-hearing',
    spoken ? { spoke_for: String(spoken.for), spoke_against: String(spoken.against) } : {},
  );
  const count = (name: string, label: string): TemplateResult =>
    field(form, name, label, { type: 'number', inputmode: 'numeric' });
  return beginForm(
    data.shown,
    'hold-hearing',
    html`<p>Was it held? Who came and who spoke is information, no vote. Leave empty what nobody counted.</p>
      ${count('in_room', 'How many were in the room?')} ${count('online_count', 'How many online?')}
      ${count('spoke_for', 'How many spoke or wrote for it?')} ${count('spoke_against', 'How many against it?')}
      ${field(form, 'interests', 'Which interests did chair and panel declare?', { hint: '“None” is an answer. Name no people.' })}`,
    'It was held',
    false,
  );
}

/** For each question the mark that stands, to leave or to change with a reason. */
function concludeForm(data: HearingShown): TemplateResult {
  const lines = data.marks ?? [];
  const values = Object.fromEntries(lines.map(({ id, mark }) => [`mark_${id}`, String(mark)]));
  const form = formIn(data.shown, 'conclude-hearing', values);
  return beginForm(
    data.shown,
    'conclude-hearing',
    html`<p>Each mark stands, unless the hearing has shown something that changes it. Say what, for each mark that you change.</p>
      ${lines.map(
        ({
          id,
          question,
          mark,
          anchor,
        }) => html`<fieldset><legend>${question}</legend><p class="hint">It has ${mark}: ${anchor}.</p>
        ${selectField(
          form,
          `mark_${id}`,
          'Mark',
          [0, 1, 2, 3, 4].map((one) => ({
            value: String(one),
            label: one === mark ? `${one}, as it is` : String(one),
          })),
        )}
        ${longField(form, `reason_${id}`, 'Why, if it changes', { rows: 2 })}</fieldset>`,
      )}`,
    'Publish the result',
    false,
  );
}

function waysForm(data: HearingShown): TemplateResult {
  if (data.ways.length === 0) return html``;
  const form = formIn(data.shown, 'record-way');
  return foldForm(
    data.shown,
    'record-way',
    'What came of the other ways to be heard',
    beginForm(
      data.shown,
      'record-way',
      html`${selectField(
        form,
        'kind',
        'Which way?',
        data.ways.map(({ kind }) => ({ value: kind, label: WAY_WORDS[kind].name })),
      )}
      ${longField(form, 'came', 'How many were heard, and what did they say?', { rows: 3, hint: 'Everybody reads it. Name nobody. Say also who has not been heard.' })}`,
      'Write it down',
    ),
  );
}

const askForm = (data: HearingShown): TemplateResult =>
  foldForm(
    data.shown,
    'ask-hearing',
    'Ask for a public hearing',
    beginForm(
      data.shown,
      'ask-hearing',
      html`<p>It is heard in public then, before its marks count. That adds working days to the owner’s time, once.</p>
      ${longField(formIn(data.shown, 'ask-hearing'), 'reason', 'Why should it be heard in public?', { rows: 2, hint: 'Everybody reads it.' })}`,
      'Ask for it',
    ),
  );
