// A program of its own, started by pdf-press.ts: it shares no code with the rest, so that it loads none of it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** A template in Typst, and what it reads as `json(bytes(sys.inputs.data))`: data, never markup. */
export type ToPrint = { template: string; data: string };
export type Printed = { pdf: Uint8Array } | { error: string };

const FONT = '@expo-google-fonts/atkinson-hyperlegible-next';
const CUTS = ['400Regular', '400Regular_Italic', '700Bold'];
/** PDF/UA-1 is checked while the file is written: no title, no alternative text, a level of heading left out or a sign without a glyph is an error. */
const ACCESSIBLE = 'ua-1';
/** For how many papers what was worked out for one is kept. */
const KEPT_FOR = 10;

const require = createRequire(import.meta.url);
const fontBlobs = CUTS.map((cut) =>
  readFileSync(require.resolve(`${FONT}/${cut}/AtkinsonHyperlegibleNext_${cut}.ttf`)),
);
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });

process.on('message', (order: ToPrint) => process.send?.(printed(order)));
process.on('disconnect', () => process.exit());
// A paper under way is finished when the server is asked to stop; this process ends with it.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);

function printed({ template, data }: ToPrint): Printed {
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { data } });
    const mistakes = compiled.takeError();
    if (mistakes)
      return {
        error: compiler
          .fetchDiagnostics(mistakes)
          .map(({ message }) => message)
          .join('; '),
      };
    const pdf = compiled.result && compiler.pdf(compiled.result, { pdfStandard: ACCESSIBLE });
    return pdf ? { pdf } : { error: 'nothing came out' };
  } catch (error) {
    return { error: plain(String(error)) };
  } finally {
    compiler.evictCache(KEPT_FOR);
  }
}

/** Reasons as the compiler tells them while it writes the file: a list for its makers, of which the messages are for us. */
function plain(told: string): string {
  const messages = [...told.matchAll(/ message: ("(?:\\.|[^"\\])*")/g)].map(([, message = '""']) =>
    String(JSON.parse(message)),
  );
  return messages.length === 0 ? told : messages.join('; ');
}
