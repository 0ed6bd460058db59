import type { JSX } from 'preact';

/** A link or a token that is shown once, to be copied. */
export function Secret({
  value,
  copy,
  copied,
}: {
  value: string;
  copy: string;
  copied: string;
}): JSX.Element {
  return (
    <p class="inline">
      <code class="secret-text">{value}</code>
      <button type="button" class="btn ghost" data-copy={value} data-copied={copied}>
        {copy}
      </button>
    </p>
  );
}
