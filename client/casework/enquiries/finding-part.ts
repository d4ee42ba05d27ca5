import { html, nothing, type TemplateResult } from 'lit';
import {
  OUTSIDE_KINDS,
  SOURCE_OUTCOMES,
  SOURCES,
  type EnquiryState,
} from '../../../src/casework/enquiries/enquiry-contract.ts';
import { OUTSIDE_WORDS, SOURCE_OUTCOME_WORDS, SOURCE_WORDS } from '../../../src/casework/enquiries/enquiry-words.ts';
import { field, longField, radioField, selectField } from '../../kernel/form-fields.ts';
import { capital } from '../../kernel/format.ts';
import type { EnquiryViewData } from './enquiry-view-data.ts';
import { formOf } from './own-part.ts';

const SOUGHT: readonly EnquiryState[] = ['looking', 'escalated'];
const NOTED: readonly EnquiryState[] = ['asked', 'looking', 'escalated', 'parked', 'presumed'];

/** What whoever looks can do now: each state has its own, and no button that does nothing. */
export function findingPart(data: EnquiryViewData): TemplateResult | typeof nothing {
  const { enquiry, viewer } = data;
  const { state } = enquiry;
  if (!viewer.mayLook) return viewer.mayDisprove && state === 'presumed' ? disproveForm(data) : nothing;
  const sought = SOUGHT.includes(state);
  const parts = [
    ...(state === 'asked'
      ? [oneButton(data, 'acknowledge', 'Say that it has arrived', 'Whoever asked is told that you are looking.')]
      : []),
    ...(state === 'parked'
      ? [oneButton(data, 'look-again', 'Look again now', 'Its time to look runs anew from today.')]
      : []),
    ...(state === 'introducing' ? [letterPart(data)] : []),
    ...(NOTED.includes(state) ? [sourceForm(data)] : []),
    ...(sought || state === 'presumed' ? [ownerForm(data)] : []),
    ...(sought ? [sentenceForm(data, 'park', 'Nobody was found', 'Why nobody was found', 'Let it rest')] : []),
    ...(state === 'presumed' ? [disproveForm(data)] : []),
    ...(sought || state === 'asked' || state === 'introduced' || state === 'parked'
      ? [sentenceForm(data, 'close', 'Close it with advice', 'Why it is closed, and what they can do now', 'Close it')]
      : []),
    ...(enquiry.asset === null && enquiry.endedOn === null ? [wordsForm(data)] : []),
  ];
  return parts.length === 0
    ? nothing
    : html`<section class="enquiry-finding" aria-labelledby="finding-heading"><h2 id="finding-heading">For whoever looks</h2>${parts}</section>`;
}

const seenIn = ({ enquiry }: EnquiryViewData): TemplateResult =>
  html`<input type="hidden" name="seen" value=${enquiry.state} />`;

const oneButton = (data: EnquiryViewData, act: string, label: string, hint: string): TemplateResult =>
  html`<form method="post" action="/enquiries/${data.enquiry.id}/${act}">${seenIn(data)}<button class="button" type="submit">${label}</button><p class="hint">${hint}</p></form>`;

function sourceForm(data: EnquiryViewData): TemplateResult {
  const form = { values: { checked_on: data.today }, mistakes: [], ...onlyAgain(data, 'sources'), within: 'sources' };
  const { owners } = data;
  return html`<details class="more" ?open=${data.again?.of === 'sources'}><summary>Note where you looked</summary>
    <form class="group-form" method="post" action="/enquiries/${data.enquiry.id}/sources" novalidate>
      <input type="hidden" name="submission" value=${data.submission} />
      ${selectField(form, 'source', 'Where did you look?', [{ value: '', label: 'Choose' }, ...SOURCES.map((value) => ({ value, label: SOURCE_WORDS[value] }))])}
      ${radioField(
        form,
        'outcome',
        'What came of it?',
        SOURCE_OUTCOMES.map((value) => ({ value, label: SOURCE_OUTCOME_WORDS[value] })),
      )}
      ${selectField(form, 'owner', 'Which public body?', [{ value: '', label: 'None of these' }, ...owners.map(({ id, name }) => ({ value: id, label: name }))], { optional: true })}
      ${field(form, 'words', 'In a sentence', { optional: true, hint: 'Everybody can read this: name no people.' })}
      ${field(form, 'checked_on', 'On which day?', { type: 'date' })}
      <button class="button button--quiet" type="submit">Note it</button>
    </form></details>`;
}

function ownerForm(data: EnquiryViewData): TemplateResult {
  const { enquiry, owners, hidden, precisePoint } = data;
  const values = {
    name: hidden?.exactPlace ? enquiry.place : '',
    there: 'unknown',
    lon: precisePoint?.lon ?? '',
    lat: precisePoint?.lat ?? '',
  };
  const form = { values, mistakes: [], ...onlyAgain(data, 'owner'), within: 'owner' };
  return html`<details class="more" ?open=${data.again?.of === 'owner'}><summary>Say whose it is</summary>
    <form class="group-form" method="post" action="/enquiries/${enquiry.id}/owner" novalidate>${seenIn(data)}
      ${selectField(form, 'owner', 'Whose is it?', [
        { value: '', label: 'Choose' },
        ...owners.map(({ id, name, inCompact }) => ({
          value: id,
          label: inCompact ? name : `${name} (not in the compact)`,
        })),
        { value: 'outside', label: 'Somebody else' },
      ])}
      ${radioField(
        form,
        'outside_kind',
        'If it is somebody else, who?',
        OUTSIDE_KINDS.map((value) => ({ value, label: capital(OUTSIDE_WORDS[value]) })),
        'That much everybody can read.',
      )}
      ${longField(form, 'outside_owner', 'Their name, and how they are reached', { optional: true, rows: 2, hint: 'For officers alone, to write the letter.' })}
      ${field(form, 'outcome', 'In a sentence', { optional: true, hint: 'Everybody can read this: name no people.' })}
      ${
        enquiry.asset
          ? nothing
          : html`<h3 class="h-small">How it comes onto the register</h3>
        <p class="hint">It was in nobody’s list. If it is a public body’s in the compact, it is added. Nobody has offered it, so it is not offered. You can draw its outline on its record then.</p>
        ${field(form, 'name', 'Its name')}
        ${radioField(form, 'there', 'What have you seen there?', [
          { value: 'unknown', label: 'Nobody has been there', hint: 'Then nothing is said of it.' },
          { value: 'empty', label: 'Nobody uses it' },
          { value: 'hardly_used', label: 'It is hardly used' },
          { value: 'in_use', label: 'It is in use' },
        ])}
        <div class="side-by-side">${field(form, 'lon', 'Longitude', { inputmode: 'decimal', optional: true })} ${field(form, 'lat', 'Latitude', { inputmode: 'decimal', optional: true })}</div>`
      }
      <button class="button" type="submit">Say whose it is</button>
    </form></details>`;
}

const onlyAgain = (data: EnquiryViewData, of: string) => (data.again?.of === of ? data.again.form : {});

function sentenceForm(
  data: EnquiryViewData,
  act: string,
  title: string,
  label: string,
  button: string,
): TemplateResult {
  const form = { ...formOf(data, act), within: act };
  return html`<details class="more" ?open=${data.again?.of === act}><summary>${title}</summary>
    <form class="group-form" method="post" action="/enquiries/${data.enquiry.id}/${act}" novalidate>${seenIn(data)}
      ${longField(form, 'outcome', label, { rows: 3, hint: 'Everybody can read this: name no people.' })}
      <button class="button button--quiet" type="submit">${button}</button>
    </form></details>`;
}

/** For the body that counts as owner, and for officers whom it told. */
const disproveForm = (data: EnquiryViewData): TemplateResult =>
  sentenceForm(data, 'disprove', 'It is not theirs', 'What shows that the place is not theirs?', 'It is not theirs');

function letterPart(data: EnquiryViewData): TemplateResult {
  const form = { values: { sent_on: data.today }, mistakes: [], ...onlyAgain(data, 'introduce') };
  const { id } = data.enquiry;
  return html`<p><a class="button" href="/enquiries/${id}/letter">The letter to the owner, to print</a></p>
    <form class="group-form" method="post" action="/enquiries/${id}/introduce" novalidate>${seenIn(data)}
      ${field(form, 'sent_on', 'When did the letter go?', { type: 'date' })}
      ${field(form, 'how', 'How did it go?', { hint: 'For instance “by post”. Everybody can read this.' })}
      <button class="button" type="submit">The letter has gone</button>
    </form>`;
}

function wordsForm(data: EnquiryViewData): TemplateResult {
  const form = {
    values: { place: data.enquiry.kind === 'land' ? data.enquiry.place : (data.hidden?.exactPlace ?? '') },
    mistakes: [],
    ...onlyAgain(data, 'place'),
  };
  return html`<details class="more" ?open=${data.again?.of === 'place'}><summary>Put the words for the place right</summary>
    <form class="group-form" method="post" action="/enquiries/${data.enquiry.id}/place" novalidate>
      ${field(form, 'place', 'Where is it, in a few words?', { hint: data.enquiry.kind === 'land' ? 'Everybody can read this.' : 'For officers alone: it is a building.' })}
      <button class="button button--quiet" type="submit">Save</button>
    </form></details>`;
}
