import { html, type TemplateResult } from 'lit';
import type { ShownDraw } from '../../../src/rooms/requests/draw-contract.ts';
import { momentWords } from '../bookings/booking-part.ts';

/** A draw with everything that anybody needs to work it out again, and nothing about who drew for what. */
export function drawView({ madeAt, before, place, seed, candidates, area }: ShownDraw): TemplateResult {
  const [first] = candidates;
  const when = (instant: string): string => momentWords(instant, area.timeZone);
  return html`
    <div class="wrap narrow draw">
      <nav class="crumbs" aria-label="Where you are"><a href="/draws">Draws</a></nav>
      <h1>A draw, and how to check it</h1>
      <p class="lead">${candidates.length} groups in ${area.name} wanted the same dates of a room, and were equal in everything else that counts. On ${when(madeAt)} this draw decided which of them goes first.</p>
      <p>Groups stand here by an id. Each knows its own, from the page of its request; nobody else can tell from it who they are.</p>
      <section aria-labelledby="candidates-heading"><h2 id="candidates-heading">Candidates, the lowest number first</h2>
        <ol class="draw__candidates">${candidates.map(({ candidate, number }) => html`<li><span>Number <code>${number}</code></span> <span class="hint">candidate <code>${candidate}</code></span></li>`)}</ol>
      </section>
      <section aria-labelledby="seed-heading"><h2 id="seed-heading">Where the numbers come from</h2>
        <p>Everything that happens is written into a record in which each entry carries a hash of itself and of the one before. The seed is made of the hash as it was at the beginning of the month in which the first of these groups asked, before any of them did: so nobody could wait for a better one.</p>
        <dl class="facts">
          <div><dt>The instant that the rule names</dt><dd>${when(before)}</dd></div>
          <div><dt>${place.at < before ? 'Last entry before it' : 'First entry there is, as none is older'}</dt><dd>number ${place.seq}, of ${when(place.at)}</dd></div>
          <div><dt>Hash of the record at this entry</dt><dd><code>${place.hash}</code></dd></div>
          <div><dt>Seed: SHA-256 of that hash</dt><dd><code>${seed}</code></dd></div>
        </dl>
      </section>
      <section aria-labelledby="check-heading"><h2 id="check-heading">Work it out yourself</h2>
        <p>A candidate’s number is the first 16 digits (64 bits) of the SHA-256 of the seed, a colon and its id. On a computer with Linux or macOS, this gives the number of the one that goes first:</p>
        <pre class="draw__command" tabindex="0"><code>printf '%s' '${seed}:${first?.candidate ?? ''}' | sha256sum</code></pre>
        <p>A candidate’s id is the SHA-256 of the numbers of its group and of the owner of the room, with a colon between them. It is the same for each request, so that asking twice gains nothing.</p>
        <p><a href="/how-decisions-are-made/rivals">How it is decided who goes first</a></p>
      </section>
    </div>
  `;
}

/** Every draw, the newest first. */
export function drawListView(draws: readonly ShownDraw[]): TemplateResult {
  return html`
    <div class="wrap narrow">
      <nav class="crumbs" aria-label="Where you are"><a href="/how-decisions-are-made/rivals">Who goes first</a></nav>
      <h1>Draws</h1>
      <p class="lead">Where groups that want the same dates of a room are equal in everything else, a draw decides. Each can be checked by anybody.</p>
      ${draws.length === 0 ? html`<p>There has been no draw yet.</p>` : html`<ul class="rows">${draws.map(({ id, madeAt, area, candidates }) => html`<li class="row"><a href="/draws/${id}">${momentWords(madeAt, area.timeZone)}, ${area.name}</a> <span class="hint">${candidates.length} candidates</span></li>`)}</ul>`}
    </div>
  `;
}
