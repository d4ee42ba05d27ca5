import type { Weekday } from '../../../src/kernel/recurrence-contract.ts';
import { DAY, firstMinute, keyOf, shifted, STEP, type Block } from './week-rules.ts';

/** The week that the pointer works on. */
type Week = {
  blocks(): Block[];
  /** A line of the form that is not used yet. */
  free(): number;
  add(block: Block): void;
  change(was: Block, block: Block): void;
};
type Drag = { block: Block; startX: number; startY: number; end: boolean };

/** Moves blocks of a week with the mouse, stretches them by their lower edge, and makes new ones on an empty place. */
export function weekPointer(week: Week) {
  let drag: Drag | null = null;

  const pressed = (event: PointerEvent): void => {
    // A finger scrolls the page; it adds with the buttons below and changes times in the lines.
    if (
      event.button !== 0 ||
      event.pointerType === 'touch' ||
      !(event.target instanceof Element) ||
      !(event.currentTarget instanceof HTMLElement)
    )
      return;
    const key = event.target.closest<HTMLElement>('.week-block')?.dataset['key'];
    const block =
      key === undefined ? madeAt(event, event.currentTarget) : week.blocks().find((one) => keyOf(one) === key);
    if (!block) return;
    drag = {
      block,
      startX: event.clientX,
      startY: event.clientY,
      end: key === undefined || event.target.hasAttribute('data-edge'),
    };
    event.currentTarget.setPointerCapture(event.pointerId);
  };

  const dragged = (event: PointerEvent): void => {
    if (!drag || !(event.currentTarget instanceof HTMLElement)) return;
    const { block, startX, startY, end } = drag;
    const box = event.currentTarget.getBoundingClientRect();
    const minutes =
      Math.round((((event.clientY - startY) / box.height) * (DAY - firstMinute(week.blocks()))) / STEP) * STEP;
    const days = Math.round((7 * (event.clientX - startX)) / box.width);
    const weekday = Math.max(1, Math.min(7, block.weekday + days)) as Weekday;
    const next = end
      ? { ...block, to: Math.max(block.from + STEP, Math.min(DAY, block.to + minutes)) }
      : { ...shifted(block, minutes), weekday };
    const ofLine = week.blocks().filter(({ line }) => line === block.line);
    const now = ofLine.length === 1 ? ofLine[0] : block;
    if (now && now.weekday === next.weekday && now.from === next.from && now.to === next.to) return;
    week.change(block, next);
  };

  const released = (): void => {
    drag = null;
  };

  return { pressed, dragged, released };

  /** Pressing an empty place makes an hour there, whose end follows the pointer. */
  function madeAt(event: PointerEvent, field: HTMLElement): Block {
    const box = field.getBoundingClientRect();
    const first = firstMinute(week.blocks());
    const minute = first + ((event.clientY - box.top) / box.height) * (DAY - first);
    const weekday = Math.max(1, Math.min(7, Math.ceil((7 * (event.clientX - box.left)) / box.width))) as Weekday;
    const from = Math.min(DAY - 60, Math.floor(minute / STEP) * STEP);
    const block = { line: week.free(), weekday, from, to: from + 60 };
    week.add(block);
    return block;
  }
}
