import type { ComponentChildren, JSX } from 'preact';
import type { Assets } from '../../src/http/assets.ts';
import type { Language } from '../../src/survey/language.ts';

interface PageProps {
  lang: Language;
  /** Of the browser's tab; the product's name is added. */
  title: string;
  assets: Assets;
  /** Which built entry the page needs (`participant`, `designer`, `results`). */
  entry: string;
  /** Links and forms leave the frame that the page is shown in. */
  framed?: boolean | undefined;
  /** Without it the page gets the entry's style sheets and no script. */
  script?: boolean;
  /** What the script starts from; read by `document.getElementById('data')`. */
  data?: unknown;
  children: ComponentChildren;
}

/**
 * The document around every page: head with style sheets and script of one entry, body with
 * `children`, and the script's data as JSON that no browser runs.
 *
 * @example
 * <Page lang="en" title="Studies" assets={config.assets} entry="designer"><main>…</main></Page>
 */
export function Page(props: PageProps): JSX.Element {
  const { lang, title, assets, entry, framed, script = true, data, children } = props;
  const asset = assets[entry];
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{`${title} – Plenary`}</title>
        {framed && <base target="_top" />}
        <meta name="theme-color" content="#06305a" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {asset?.css.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {script && asset?.js && <script type="module" src={asset.js} />}
      </head>
      <body>
        {children}
        {data !== undefined && (
          <script
            id="data"
            type="application/json"
            dangerouslySetInnerHTML={{ __html: jsonForHtml(data) }}
          />
        )}
      </body>
    </html>
  );
}

/** JSON that cannot end the script element it stands in. */
function jsonForHtml(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
