import { html, nothing, type TemplateResult } from 'lit';
import { SILENCE_WORDS, SOURCE_OUTCOME_WORDS, SOURCE_WORDS } from '../../../src/casework/enquiries/enquiry-words.ts';
import type { PublicEnquiry } from '../../../src/casework/enquiries/enquiry-page-contract.ts';
import { workedOutTable } from '../clocks/worked-out-view.ts';
import { standingPanel } from '../../ground/cases/standing-view.ts';
import { capital, longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { timeline } from '../../kernel/timeline.ts';
import { askedPart } from './asked-part.ts';
import type { EnquiryViewData } from './enquiry-view-data.ts';
import { findingPart } from './finding-part.ts';
import { ownPart } from './own-part.ts';
import type { PickMap } from './enquiry-where-fields.ts';

/** A question whose a place is: where it stands, where was looked, what came of it; and for those who may, what can be done. */
export function enquiryView(data: EnquiryViewData): TemplateResult {
  const { enquiry, viewer, hidden, flash, again, map } = data;
  const { number, place, ward, area, asset, standing, receivedOn } = enquiry;
  return html`
    <article class="wrap narrow request enquiry">
      <nav class="crumbs" aria-label="Where you are">
        ${asset ? html`<a href="/assets/${asset.id}">${asset.name}</a>` : html`<a href="/assets?area=${area.slug}">Places in ${area.name}</a>`}${viewer.mayLook ? html` › <a href="/desk/enquiries?area=${area.slug}">Questions</a>` : nothing}
      </nav>
      <header>
        <h1>Whose is this? ${place}</h1>
        <p class="hint">Number ${number}${ward ? html` · ${ward}` : nothing} · asked on ${shortDay(receivedOn)}</p>
      </header>
      ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(again?.form.mistakes ?? [])}
      ${standingPanel(standing, viewer.isAsker ? 'asker' : null, { below: enquiry.howDue ? html`<details class="more"><summary>How this date was worked out</summary>${workedOutTable(enquiry.howDue)}</details>` : nothing })}
      ${answerPart(enquiry)}
      ${viewer.mayLook && !viewer.isAsker ? html`${findingPart(data)} ${ownPart(data)}` : html`${ownPart(data)} ${findingPart(data)}`}
      ${sourcesPart(enquiry)}
      ${map && enquiry.point ? mapPart(enquiry, map) : nothing}
      ${hidden ? askedPart(enquiry, hidden, viewer) : nothing}
      <section><h2>What has happened</h2>${timeline(enquiry.history)}${enquiry.handOffs > 0 ? html`<p class="hint">The question has changed hands ${enquiry.handOffs === 1 ? 'once' : `${enquiry.handOffs} times`}.</p>` : nothing}</section>
      ${followPart(data)}
    </article>
  `;
}

/** What came of it, once something has. */
function answerPart({ owner, outcome, state, endedOn, asset, area }: PublicEnquiry): TemplateResult | typeof nothing {
  if (!owner && outcome === '') return nothing;
  const reached = owner?.id ? html`<p><a href="/contact">How to reach ${owner.words}</a></p>` : nothing;
  return html`<section aria-labelledby="answer-heading">
    <h2 id="answer-heading">${owner ? 'Whose it is' : 'What came of it'}</h2>
    ${owner ? html`<p class="lead">${capital(owner.words)}${state === 'presumed' || state === 'stands' ? ', because a record names them and nobody said otherwise' : ''}.</p>` : nothing}
    ${outcome === '' ? nothing : html`<p>${outcome}</p>`} ${reached}
    ${endedOn ? html`<p class="hint">Answered on ${longDay(endedOn)}.${asset ? nothing : html` <a href="/assets?area=${area.slug}">Other places</a>`}</p>` : nothing}
  </section>`;
}

function sourcesPart({ sources, state }: PublicEnquiry): TemplateResult {
  return html`<section aria-labelledby="sources-heading">
    <h2 id="sources-heading">Where we have looked</h2>
    ${
      sources.length === 0
        ? html`<p>Nothing is noted yet.${SILENCE_WORDS[state] ? ' Each source is written down here, with what came of it.' : ''}</p>`
        : html`<ul class="plain-list enquiry-sources">${sources.map(
            ({ source, outcome, owner, words, checkedOn, disproved }) => html`<li>
              <strong>${SOURCE_WORDS[source]}</strong> <span class="hint">${shortDay(checkedOn)}</span><br />
              ${SOURCE_OUTCOME_WORDS[outcome]}${owner ? `: ${owner}` : ''}.${words ? ` ${words}` : ''}${disproved ? html` <em>It has shown that the place is not theirs.</em>` : nothing}</li>`,
          )}</ul>`
    }
  </section>`;
}

const PRECISE: Record<PublicEnquiry['precision'], string> = {
  exact: 'As whoever asked has marked it.',
  postcode: 'The middle of the postcode: the place is near here.',
  ward: 'The middle of the ward: the place is somewhere around here.',
  asset: 'As the register has it.',
};

function mapPart({ point, precision }: PublicEnquiry, map: PickMap): TemplateResult {
  return html`<section aria-labelledby="map-heading"><h2 id="map-heading">On the map</h2>
    <shape-editor point-only readonly
      bbox=${map.bbox.join(',')} within=${map.bbox.join(',')} basemap=${map.basemap ?? nothing} outline=${map.outline ?? nothing}
      tiles=${map.tiles ?? nothing} attribution=${map.attribution}
    ><input type="hidden" name="lon" value=${String(point?.lon ?? '')} /><input type="hidden" name="lat" value=${String(point?.lat ?? '')} /></shape-editor>
    <p class="note">${PRECISE[precision]} ${point ? `It lies at latitude ${point.lat.toFixed(4)}, longitude ${point.lon.toFixed(4)}.` : ''}</p></section>`;
}

function followPart({ enquiry, viewer }: EnquiryViewData): TemplateResult | typeof nothing {
  if (viewer.isAsker || enquiry.endedOn !== null) return nothing;
  return viewer.follows
    ? html`<form class="quiet-form" method="post" action="/enquiries/${enquiry.id}/unfollow"><p>You follow this question, and get its news by mail.</p><button class="button button--quiet" type="submit">Stop following</button></form>`
    : html`<form class="quiet-form" method="post" action="/enquiries/${enquiry.id}/follow"><p>You want to know, too? You get the same news as whoever asked.${viewer.signedIn ? '' : ' You sign in with a code from an e-mail.'}</p><button class="button button--quiet" type="submit">Follow this question</button></form>`;
}
