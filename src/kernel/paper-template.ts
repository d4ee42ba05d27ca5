/**
 * How papers look, in Typst (https://typst.app/docs). It never changes with what a paper says: texts come as data, so that no sign in them means anything.
 * Lengths of a sign are measured in its letters, which are as large as one page allows.
 */
export const PAPER_TEMPLATE = String.raw`
#let paper = json(bytes(sys.inputs.data))
#let (year, month, day) = paper.day.split("-").map(int)
#let sign = paper.look == "sign"
#let dark = rgb("#0b4a43")
#let soft = rgb("#575b4f")
#let pale = rgb("#e4efe9")

#set document(title: paper.title, author: paper.from, date: datetime(year: year, month: month, day: day))
#set text(font: "Atkinson Hyperlegible Next", lang: "en", region: "GB", fallback: false, hyphenate: false, size: 10.5pt, fill: black)
#set par(leading: 0.55em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: if sign { (x: 14mm, top: 12mm, bottom: 11mm) } else { (x: 22mm, top: 18mm, bottom: 20mm) },
  footer: if not sign {
    set text(size: 9pt, fill: soft)
    [#paper.from #sym.dot.c #paper.number #h(1fr) #context [Page #counter(page).display() of #counter(page).final().first()]]
  },
)
#set list(indent: 0.2em, body-indent: 0.5em, spacing: 0.6em)
#show quote.where(block: true): it => block(above: 1em, below: 1em, stroke: (left: 0.2em + dark), inset: (left: 0.8em, y: 0.2em), it.body)
#show heading: set block(sticky: true)

// Nothing runs off the page, however long a word is.
#let lines(text) = {
  show regex("\S{28}"): it => it + sym.zws
  text.split("\n").join(linebreak())
}
#let words(it) = if type(it) == str { lines(it) } else { link(it.href, lines(it.text)) }
#let tones = (
  lead: it => text(size: 1.25em, weight: "bold", it),
  small: it => text(size: 0.8em, fill: soft, it),
)

// Typed by hand, so it stands whole on one line: where that is too long, in smaller letters.
#let address-of(it) = layout(room => {
  let fit = calc.min(1, 0.99 * (room.width / measure(text(weight: "bold", it.text)).width))
  block(par[#it.says #linebreak() #box(link(it.href, text(size: fit * 1em, weight: "bold", it.text)))])
})

#let figure-of(it) = image(bytes(it.svg), format: "svg", alt: it.alt, width: it.width * 1mm)

#let block-of(it) = {
  if it.kind == "heading" {
    let size = if it.level == 2 { if sign { 1.35em } else { 1.2em } } else { 1.05em }
    block(above: 1.6em, below: 0.9em, heading(level: it.level, text(size: size, fill: dark, lines(it.text))))
  } else if it.kind == "paragraph" {
    let tone = it.at("tone", default: none)
    if tone == "quote" { quote(block: true, words(it.text)) }
    else { par(tones.at(if tone == none { "" } else { tone }, default: it => it)(words(it.text))) }
  } else if it.kind == "list" {
    block(list(..it.items.map(words)))
  } else if it.kind == "facts" {
    let width = if sign { 4.4em } else { 7.5em }
    set terms(hanging-indent: width, separator: none, spacing: 0.75em)
    block(terms(..it.rows.map(row => terms.item(box(width: width, text(weight: "bold", row.term)), words(row.says)))))
  } else if it.kind == "table" {
    set text(size: 0.92em)
    set par(leading: 0.5em)
    block(below: 0.7em, sticky: true, par(text(weight: "bold", it.caption)))
    table(
      columns: if "byHand" in it { it.byHand.map(part => part * 1fr) } else { it.head.len() },
      inset: (x: 0.6em, y: if "byHand" in it { 0.85em } else { 0.5em }),
      stroke: (x, y) => (bottom: if y == 0 { 1.2pt + dark } else { 0.5pt + luma(180) }),
      fill: (x, y) => if y == 0 { pale },
      table.header(..it.head.map(cell => text(weight: "bold", lines(cell)))),
      ..it.rows.flatten().map(lines),
    )
  } else if it.kind == "number" {
    block(fill: pale, inset: (x: 0.8em, y: 0.55em), radius: 0.25em, below: 1em, width: 100%,
      par[#it.label #h(0.2em) #text(size: if sign { 2.2em } else { 1.6em }, weight: "bold", it.number)])
  } else if it.kind == "address" {
    address-of(it)
  } else if it.kind == "figure" {
    figure-of(it)
  } else if it.kind == "beside" {
    grid(columns: (1fr, auto), gutter: 1em, it.blocks.map(block-of).join(), figure-of(it.figure))
  }
}

#let body = paper.blocks.map(block-of).join()

#if sign {
  block(fill: dark, width: 100%, outset: (x: 14mm, top: 12mm), inset: (top: 1mm, bottom: 6mm), below: 6mm, {
    set text(fill: white)
    block(below: 5mm, par(text(size: 17pt, paper.from)))
    set par(leading: 0.35em)
    block(heading(level: 1, text(size: 34pt, lines(paper.title))))
  })
  block(height: 1fr, layout(room => {
    let fits = size => measure(block(width: room.width, { set text(size: size); body })).height <= room.height
    let sizes = (22pt, 21pt, 20pt, 19pt, 18pt, 17pt, 16pt, 15pt, 14pt, 13pt, 12pt, 11pt, 10pt)
    let size = sizes.find(fits)
    set text(size: if size == none { sizes.last() } else { size })
    body
  }))
} else {
  block(below: 1.6em, {
    block(below: 3.5mm, par(text(fill: soft, paper.from)))
    block(below: 4mm, heading(level: 1, text(size: 22pt, fill: dark, lines(paper.title))))
    line(length: 100%, stroke: 1.5pt + dark)
  })
  body
}
`;
