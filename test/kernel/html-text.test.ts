import { expect } from 'chai';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { htmlOf } from '../../src/kernel/html-text.ts';

const BAD = `<b>"Tom" & 'Jerry'</b>`;
const SAFE = '&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;';

describe('A view as HTML', () => {
  const cases: [what: string, view: TemplateResult, text: string][] = [
    ['text between tags', html`<p>${BAD}</p>`, `<p>${SAFE}</p>`],
    ['numbers, and nothing at all', html`<p>${0}${null}${undefined}${nothing}${''}${false}</p>`, '<p>0false</p>'],
    [
      'views and lists of them',
      html`<ul>${[1, 2].map((one) => html`<li>${one}</li>`)}</ul>`,
      '<ul><li>1</li><li>2</li></ul>',
    ],
    ['parts of a drawing', html`<svg>${svg`<path d=${'M1 2'} />`}</svg>`, '<svg><path d="M1 2" /></svg>'],
    ['HTML of our own', html`<div>${unsafeHTML('<b>x</b>')}</div>`, '<div><b>x</b></div>'],
    ['an attribute', html`<a title=${BAD} href=${'/x'}>x</a>`, `<a title="${SAFE}" href="/x">x</a>`],
    [
      'an attribute in quotation marks',
      html`<a title="${BAD}" href='${'/x'}'>x</a>`,
      `<a title="${SAFE}" href="/x">x</a>`,
    ],
    ['part of an attribute', html`<a href="/x/${'a"b'}/${2}?c=${null}">x</a>`, '<a href="/x/a&quot;b/2?c=">x</a>'],
    ['an attribute that is left out', html`<a class=${nothing} title="${nothing}" rel=${''}>x</a>`, '<a rel="">x</a>'],
    ['signs', html`<input ?checked=${true} ?disabled=${false} ?required=${nothing}>`, '<input checked>'],
    ['what only browsers do', html`<button @click=${() => 1} .value=${'x'}>x</button>`, '<button>x</button>'],
    [
      'a sign for greater in a value',
      html`<p title="a > b" class=${'c'}>${'d'}</p>`,
      '<p title="a > b" class="c">d</p>',
    ],
    ['a comment', html`<!-- <p title=" --><p>${'x'}</p>`, '<!-- <p title=" --><p>x</p>'],
    ['text that is no tag', html`<p>1 < 2 ${BAD}</p>`, `<p>1 < 2 ${SAFE}</p>`],
  ];
  for (const [what, view, text] of cases) {
    it(`has ${what}`, () => {
      expect(htmlOf(view)).to.equal(text);
      expect(htmlOf(view), 'the second time').to.equal(text);
    });
  }

  it('refuses a value where it can be no text and no attribute', () => {
    expect(() => htmlOf(html`<p ${'x'}>y</p>`)).to.throw('No value can stand after <p ');
    expect(() => htmlOf(html`<p class=a${'x'}>y</p>`)).to.throw('No value can stand after');
  });
});
