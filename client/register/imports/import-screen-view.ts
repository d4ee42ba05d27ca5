import { html, nothing, type TemplateResult } from 'lit';
import type { ImportScreen, ScreenProgress } from '../../../src/register/imports/import-screen-contract.ts';
import { ENCODING_WORDS, FORMAT_WORDS, STAGE_WORDS } from '../../../src/register/imports/import-screen-words.ts';
import { checkField } from '../../kernel/form-fields.ts';
import { counted } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import type { ImportScreenData } from './import-screen-data.ts';
import { mappingPart } from './import-mapping-view.ts';
import { reportPart } from './import-report-view.ts';

/** An import under way: what to do next depends on where it stands. */
export function importScreenView(data: ImportScreenData): TemplateResult {
  const { screen, area, desk, form, progress } = data;
  const { preview } = screen;
  return html`
    <div class="wrap desk-page">
      <nav class="crumbs" aria-label="Where you are">
        ${desk && area ? html`<a href="/desk?area=${area.slug}">Desk of ${area.name}</a> › <a href="/desk/import?area=${area.slug}">Imports</a>` : html`<a href="/owners/${screen.ownerId ?? ''}">${screen.ownerName}</a>`}
      </nav>
      <h1>Import ${screen.fileName}</h1>
      <p>For <strong>${screen.ownerName}</strong>${screen.options.list ? html`, list “${screen.options.list}”` : nothing}. It looks like ${FORMAT_WORDS[preview.format]}, in ${ENCODING_WORDS[preview.encoding] ?? preview.encoding}, with ${counted(preview.columns.length, 'column')}${preview.hasHeader ? '' : ' and no row that names them'}.</p>
      ${mistakesView(form.mistakes)} ${partOf(data)}
      ${
        ['applied', 'applying'].includes(screen.state) && !progress.stopped
          ? nothing
          : html`<form method="post" action="/desk/import/${screen.id}/discard" class="import-discard"><button class="button button--quiet button--small" type="submit">Throw this upload away</button></form>`
      }
    </div>
  `;
}

function partOf(data: ImportScreenData): TemplateResult {
  const { screen, progress } = data;
  if (progress.stopped) return stopped(screen);
  if (screen.state === 'checking' || screen.state === 'applying') return working(screen, progress);
  if (screen.state === 'applied') return applied(screen);
  if (screen.state === 'failed')
    return html`<div class="mistakes" role="alert"><h2>It did not work</h2><p>${screen.problem}</p></div>${mappingPart(data)}`;
  if (screen.state === 'checked' && screen.report) return checked(data);
  return mappingPart(data);
}

function working({ id, state }: ImportScreen, { stage, percent }: ScreenProgress): TemplateResult {
  return html`<import-progress src="/api/imports/${id}/progress" state=${state}>
    <h2>${state === 'checking' ? 'Looking through the list' : 'Changing the register'}</h2>
    <p><progress max="100" value=${percent} aria-label="How far it is"></progress></p>
    <p role="status" class="import-progress__words">${stage ? `${STAGE_WORDS[stage]}: ${percent} %` : 'Just begun'}</p>
    <p>You can leave this page and come back: the work goes on. <a href="/desk/import/${id}">Refresh</a></p>
  </import-progress>`;
}

function stopped({ id, state }: ImportScreen): TemplateResult {
  return html`<section class="note note--old"><h2>It was stopped</h2>
    <p>The computer that was at work on it was stopped. ${state === 'applying' ? 'Nothing of the list is in the register: it is stored whole or not at all.' : 'Nothing was changed.'}</p>
    <form method="post" action="/desk/import/${id}/resume"><button class="button" type="submit">Start again</button></form>
  </section>`;
}

function checked(data: ImportScreenData): TemplateResult {
  const { screen, form } = data;
  const { report } = screen;
  if (!report) return mappingPart(data);
  const open = report.questions.length > 0;
  const changes = report.counts.added + report.counts.changed + report.counts.gone;
  return html`
    ${reportPart(report, screen.id)}
    ${
      open
        ? html`<section class="edit-part"><h2>Before it can be applied</h2><p>Answer what is asked, and check the list again.</p></section>`
        : changes === 0
          ? html`<p class="done">The register says the same as the file: there is nothing to apply.</p>`
          : html`<form method="post" action="/desk/import/${screen.id}/apply" novalidate class="panel decision">
            <h2>Apply it</h2>
            <p>${report.counts.added.toLocaleString('en-GB')} added, ${report.counts.changed.toLocaleString('en-GB')} changed, ${report.counts.gone.toLocaleString('en-GB')} taken off the register. All of it, or nothing if something goes wrong.</p>
            ${checkField(form, 'confirm', 'Yes, change the register like this')}
            <button class="button" type="submit">Apply</button>
          </form>`
    }
    ${open ? mappingPart(data) : html`<details class="more edit-part"><summary>Change what the columns hold, and check again</summary>${mappingPart(data)}</details>`}
  `;
}

function applied({ report, ownerId, id }: ImportScreen): TemplateResult {
  return html`<p class="done" role="status">Done: the register now has this list.</p>
    ${ownerId ? html`<p><a class="button" href="/owners/${ownerId}">See all places of this owner</a></p>` : nothing}
    ${report ? reportPart(report, id) : nothing}`;
}
