/** When each clock on the page was last set, by its text of seconds. */
const set = new WeakMap<Element, { left: string; at: number }>();

/** Counts every clock on the page down, four times a second, from what the server said was left. */
export function runClocks(): void {
  tick();
  setInterval(tick, 250);
}

function tick(): void {
  for (const clock of document.querySelectorAll('[data-left]')) {
    const left = clock.getAttribute('data-left') ?? '0';
    let known = set.get(clock);
    if (known?.left !== left) set.set(clock, (known = { left, at: performance.now() }));
    const passed = clock.hasAttribute('data-paused') ? 0 : (performance.now() - known.at) / 1000;
    const seconds = Math.trunc(Number(left) - passed);
    const text = written(seconds);
    if (clock.textContent !== text) clock.textContent = text;
    clock.classList.toggle('over', seconds < 0);
  }
}

/** Says when the server has told the time anew, also if it said the same number as before. */
export function resetClocks(): void {
  for (const clock of document.querySelectorAll('[data-left]')) set.delete(clock);
}

function written(seconds: number): string {
  const whole = Math.abs(seconds);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${seconds < 0 ? '-' : ''}${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}
