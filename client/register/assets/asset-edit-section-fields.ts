import { html, type TemplateResult } from 'lit';
import { ASSET_KINDS, ASSET_STATES, CONSTRAINTS, ROUTES } from '../../../src/register/assets/asset-contract.ts';
import { LOCKABLE_FIELDS } from '../../../src/register/assets/asset-edit-contract.ts';
import { FIELD_LABELS } from '../../../src/register/assets/asset-edit-words.ts';
import { CONSTRAINT_WORDS, KIND_WORDS, ROUTE_WORDS, STATE_WORDS } from '../../../src/register/assets/asset-words.ts';
import { checkField, field, longField, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import type { EditViewData } from './asset-edit-data.ts';
import { rowFields } from './asset-edit-row-fields.ts';
import { tenureFields } from './asset-edit-tenure-fields.ts';
import { whereFields } from './asset-edit-where-fields.ts';

type Section = { id: string; title: string; body(form: FormState, data: EditViewData): TemplateResult };

/** The parts of the form in their order, each saved on its own. */
export const SECTIONS: Section[] = [
  {
    id: 'what',
    title: 'What it is',
    body: (form) => html`
      ${field(form, 'name', 'Name')}
      ${selectField(
        form,
        'kind',
        'Land or building',
        ASSET_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })),
        { hint: 'A site with a building on it is a building. Empty buildings are hidden from the public.' },
      )}
      ${longField(form, 'description', 'Description', { hint: 'In plain words: what stands or grows there, and what it is like.' })}
      <div class="side-by-side">
        ${field(form, 'land_area', 'Land area', { hint: 'In square metres, or for instance 0.4 ha', inputmode: 'decimal' })}
        ${field(form, 'floor_area', 'Floor area', { hint: 'In square metres', inputmode: 'decimal' })}
      </div>`,
  },
  { id: 'where', title: 'Where it is', body: whereFields },
  { id: 'tenure', title: 'Tenure and references', body: tenureFields },
  {
    id: 'state',
    title: 'How it stands',
    body: (form) => html`
      <div class="side-by-side">
        ${selectField(
          form,
          'state',
          'State',
          ASSET_STATES.map((value) => ({ value, label: STATE_WORDS[value] })),
        )}
        ${field(form, 'state_since', 'Since when', { type: 'date' })}
      </div>
      ${longField(form, 'state_note', 'Note for the public', { rows: 2 })}
      <div class="side-by-side side-by-side--wide">
        ${field(form, 'planned_text', 'What is planned')} ${field(form, 'planned_from', 'From when', { type: 'date' })}
      </div>`,
  },
  {
    id: 'routes',
    title: 'What may be done here',
    body: (form) =>
      html`${ROUTES.map(
        (route) => html`<div class="with-reason">
      ${checkField(form, `route_${route}`, ROUTE_WORDS[route].label)}
      ${field(form, `route_${route}_reason`, route === 'not_available' ? 'Because' : 'On what terms, or why')}
    </div>`,
      )}`,
  },
  {
    id: 'constraints',
    title: 'Constraints',
    body: (form) =>
      html`${CONSTRAINTS.map(
        (kind) => html`<div class="with-reason">
      ${checkField(form, `constraint_${kind}`, CONSTRAINT_WORDS[kind].label)} ${field(form, `constraint_${kind}_note`, 'Note')}
    </div>`,
      )}`,
  },
  {
    id: 'features',
    title: 'Features and hazards',
    body: (form) => html`<div class="side-by-side">
      ${longField(form, 'features', 'Features', { hint: 'One a line, for instance “Step-free entrance”' })}
      ${longField(form, 'hazards', 'Hazards', { hint: 'One a line, for instance “Steep bank”' })}
    </div>`,
  },
  { id: 'evidence', title: 'Why it is listed', body: (form) => rowFields(form, 'evidence') },
  { id: 'costs', title: 'What it costs to run', body: (form) => rowFields(form, 'costs') },
  {
    id: 'check',
    title: 'Last check',
    body: (form, { asset, today }) => html`
      <p>${asset.lastCheck ? `Last checked on ${longDay(asset.lastCheck.on)} by ${asset.lastCheck.by || 'somebody'}${asset.lastCheck.source ? ` (${asset.lastCheck.source})` : ''}.` : 'Nobody has checked this place on the spot yet.'}</p>
      ${radioField({ ...form, values: { check: '', ...form.values } }, 'check', 'Have you checked it?', [
        { value: '', label: 'Not now' },
        { value: 'today', label: `I have checked it today, ${shortDay(today)}` },
        { value: 'on', label: 'I checked it on another day' },
      ])}
      <div class="side-by-side">
        ${field(form, 'check_on', 'The other day', { type: 'date' })} ${field(form, 'check_source', 'How', { hint: 'For instance “Visit”, or “Caretaker’s report”' })}
      </div>`,
  },
  {
    id: 'locks',
    title: 'Locks',
    body: (form) => html`
      <p>A locked field is never overwritten when a list is imported. Take the tick away to let the next list decide again.</p>
      ${checkField(form, 'lock_edited', 'Lock everything I change now')}
      <details class="more"><summary>All fields that can be locked</summary>
        <div class="locks">${LOCKABLE_FIELDS.map((name) => checkField(form, `lock_${name}`, `${FIELD_LABELS[name]} is locked`))}</div>
      </details>`,
  },
];
