import { html, type TemplateResult } from 'lit';

type Where = { baseUrl: string; collection: string };

/** How programs ask. */
export function forProgramsSection({ baseUrl }: Where): TemplateResult {
  return html`
    <h2 id="programs">For programs</h2>
    <p>The API answers in JSON and needs no key. Its filters have the same names as in the addresses of the list. A filter that we do not know is refused, with a sentence that says what is wrong. <a href="/api/openapi.json">Description of the whole API (OpenAPI 3.1)</a>.</p>
    <p>Vacant land of at least 500 square metres, a page at a time:</p>
    <pre tabindex="0"><code>curl '${baseUrl}/api/assets?kind=land&amp;state=vacant&amp;min_m2=500'</code></pre>
    <p>The reply’s <code>next</code> is the <code>cursor</code> of the following page. All of it in one file:</p>
    <pre tabindex="0"><code>curl -o assets.csv '${baseUrl}/api/assets.csv?kind=land&amp;state=vacant'</code></pre>
    <p>To follow one place, add <code>/feed.atom</code> to the address of its page.</p>
  `;
}

/** How map software asks. */
export function mapSoftwareSection({ baseUrl, collection }: Where): TemplateResult {
  return html`
    <h2 id="maps">In QGIS and other map software</h2>
    <p>The register speaks <a href="/ogc?f=html">OGC API – Features</a>. In QGIS:</p>
    <ol>
      <li>Choose Layer, Add Layer, Add WFS / OGC API – Features Layer, and then New.</li>
      <li>Give the connection a name, enter <code>${baseUrl}/ogc</code> as its URL, choose OGC API – Features as its version, and press OK.</li>
      <li>Press Connect, choose “All places” or your area, and press Add.</li>
    </ol>
    <p>QGIS then loads what your map shows, fresh each time. To make a GeoPackage on the command line:</p>
    <pre tabindex="0"><code>ogr2ogr places.gpkg 'OAPIF:${baseUrl}/ogc' ${collection}</code></pre>
  `;
}

/** How web pages show it. */
export function ownPageSection({ baseUrl }: Where): TemplateResult {
  const snippet = `<iframe src="${baseUrl}/embed?state=vacant" title="Empty places near us" width="100%" height="640" loading="lazy"></iframe>`;
  return html`
    <h2 id="embed">On your own page</h2>
    <p>Copy this into your page to show a map and a list. Filters work here, too.</p>
    <pre tabindex="0"><code>${snippet}</code></pre>
    <p><a href="/embed?state=vacant">See what it looks like</a></p>
  `;
}
