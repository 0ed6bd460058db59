import type { JSX } from 'preact';

const PATHS = {
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
  undo: 'M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3',
  redo: 'M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h3',
  more: 'M5 12v0M12 12v0M19 12v0',
  add: 'M12 5v14M5 12h14',
  alert: 'M12 8v5M12 16.5v0M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
  tick: 'M5 13l4 4L19 7',
} as const;

/** A drawing in the colour of the text around it; says nothing to a screen reader. */
export function Icon({ name }: { name: keyof typeof PATHS }): JSX.Element {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
