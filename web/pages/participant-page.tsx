import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ComponentChildren, JSX } from 'preact';
import type { Env } from '../../src/http/env.ts';
import { LANGUAGES, type Language } from '../../src/survey/language.ts';
import { Header } from '../participant/header.tsx';
import { translator } from '../../src/survey/catalogue.ts';
import { LANGUAGE_NAMES } from '../text/language-names.ts';
import {
  type IslandEnglish,
  PARTICIPANT_TEXTS,
  type PageEnglish,
  type Say,
  type SayPage,
} from '../text/participant/texts.ts';
import { html } from './html.ts';
import { Page } from './layout.tsx';

/** The participant's texts in one language. */
export interface Voice {
  language: Language;
  say: Say;
  sayPage: SayPage;
}

export function voiceOf(language: Language): Voice {
  const { island, page } = PARTICIPANT_TEXTS[language];
  return {
    language,
    say: translator<IslandEnglish>(language, island),
    sayPage: translator<PageEnglish>(language, page),
  };
}

/**
 * Answers with a participant's page. With `data` the island takes it over; without, it works by
 * links and forms alone.
 *
 * @param body from `main` on, below the header
 */
export function participantPage(
  c: Context<Env>,
  page: {
    voice: Voice;
    /** Of the tab: a heading, or a heading and the study. */
    title: string;
    /** In the header: the study, or the product. */
    name?: string;
    progress?: { n: number; of: number };
    data?: unknown;
    /** Above everything, on every screen: what this is not. */
    banner?: string | undefined;
    /** Shown in a frame of another site. */
    framed?: boolean;
    /** The languages to switch to, at this address. */
    languages?: readonly Language[];
    status?: ContentfulStatusCode;
    body: ComponentChildren;
  },
): Response {
  const { voice, title, name = 'Plenary', progress, data, framed, languages, status, body } = page;
  const { banner } = page;
  return html(
    c,
    <Page
      lang={voice.language}
      title={title}
      entry="participant"
      assets={c.var.config.assets}
      script={data !== undefined}
      data={data}
      framed={framed}
    >
      {banner && <aside class="banner">{banner}</aside>}
      <div id="app">
        <Header title={name} say={voice.say} progress={progress} />
        {languages && <Languages languages={languages} voice={voice} />}
        {body}
      </div>
    </Page>,
    status,
  );
}

/** Links to the same page in other languages. */
function Languages(props: { languages: readonly Language[]; voice: Voice }): JSX.Element | null {
  const { languages, voice } = props;
  if (languages.length < 2) return null;
  return (
    <nav class="languages" aria-label={voice.say('language')}>
      {languages.map((other) => (
        <a
          key={other}
          href={`?lang=${other}`}
          lang={other}
          hreflang={other}
          aria-current={other === voice.language ? 'true' : undefined}
        >
          {LANGUAGE_NAMES[other]}
        </a>
      ))}
    </nav>
  );
}

/** A page that says one thing and leads on. */
export function noticePage(
  c: Context<Env>,
  voice: Voice,
  notice: {
    title: string;
    lead: string;
    status: ContentfulStatusCode;
    children?: ComponentChildren;
  },
): Response {
  const { title, lead, status, children } = notice;
  return participantPage(c, {
    voice,
    title,
    status,
    languages: LANGUAGES,
    body: (
      <main class="main end">
        <h1>{title}</h1>
        <p class="hint">{lead}</p>
        <p class="actions">{children}</p>
      </main>
    ),
  });
}
