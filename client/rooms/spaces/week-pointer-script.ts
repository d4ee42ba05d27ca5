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
/** `from` is where its end is reckoned from while it follows the pointer: a block that is drawn ends where the pointer is. */
type Drag = { block: Block; startX: number; startY: number; from: number | null };

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
    const button = event.target.closest<HTMLElement>('.week-block');
    const key = button?.dataset['key'];
    const block =
      key === undefined ? madeAt(event, event.currentTarget) : week.blocks().find((one) => keyOf(one) === key);
    if (!block) return;
    drag = {
      block,
      startX: event.clientX,
      startY: event.clientY,
      from: key === undefined ? block.from : isAtFoot(button, event) ? block.to : null,
    };
    event.currentTarget.setPointerCapture(event.pointerId);
  };

  const dragged = (event: PointerEvent): void => {
    if (!drag || !(event.currentTarget instanceof HTMLElement)) return;
    const { block, startX, startY, from } = drag;
    const box = event.currentTarget.getBoundingClientRect();
    const minutes =
      Math.round((((event.clientY - startY) / box.height) * (DAY - firstMinute(week.blocks()))) / STEP) * STEP;
    const days = Math.round((7 * (event.clientX - startX)) / box.width);
    const weekday = Math.max(1, Math.min(7, block.weekday + days)) as Weekday;
    const next =
      from === null
        ? { ...shifted(block, minutes), weekday }
        : { ...block, to: minutes === 0 ? block.to : Math.max(block.from + STEP, Math.min(DAY, from + minutes)) };
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

/** How high the foot of a block is by which it is stretched, its border with it. */
const FOOT_PX = 9;
const isAtFoot = (button: HTMLElement | null, { clientY }: PointerEvent): boolean =>
  button !== null && button.getBoundingClientRect().bottom - clientY <= FOOT_PX;
