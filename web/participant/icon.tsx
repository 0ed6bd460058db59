import type { JSX } from 'preact';

const PATHS = {
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
  back: 'M15 6l-6 6 6 6',
  tick: 'M5 13l4 4L19 7',
  undo: 'M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3',
  help: 'M12 17v-6M12 7.5v0M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
  alert: 'M12 8v5M12 16.5v0M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
} as const;

/** A drawing in the colour of the text around it; says nothing to a screen reader. */
export function Icon({
  name,
  size = 22,
}: {
  name: keyof typeof PATHS;
  size?: number;
}): JSX.Element {
  return (
    <svg
      width={size}
      height={size}
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
