import qrcode from 'qrcode-generator';
import type { Figure } from './paper-contract.ts';

/** Cells of white around a code, without which no camera finds it (ISO/IEC 18004). */
const QUIET = 4;

/** An address as a code to point a telephone at, `width` millimetres wide. Its words say where it leads. */
export function qrFigure(address: string, alt: string, width: number): Figure {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const cells = Array.from({ length: code.getModuleCount() }, (_, at) => at);
  const dark = cells.flatMap((row) =>
    cells.filter((column) => code.isDark(row, column)).map((column) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`),
  );
  const size = cells.length + 2 * QUIET;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" shape-rendering="crispEdges" d="${dark.join('')}"/></svg>`;
  return { kind: 'figure', svg, alt, width };
}
