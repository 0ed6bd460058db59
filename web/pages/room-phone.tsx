import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ComponentChildren } from 'preact';
import type { Env } from '../../src/http/env.ts';
import { Header } from '../participant/header.tsx';
import { html } from './html.ts';
import { Page } from './layout.tsx';
import type { SeatFrame } from './room-seat-frame.ts';

/**
 * Answers with a page of a phone in a room.
 *
 * @param page `live` is the stream that says when to look again; `seat` what the phone remembers
 */
export function phonePage(
  c: Context<Env>,
  frame: SeatFrame,
  page: {
    title: string;
    body: ComponentChildren;
    live?: string;
    seat?: { code: string; event: string; me: string };
    status?: ContentfulStatusCode;
  },
): Response {
  const { voice, text, words, study } = frame;
  const { title, body, live, seat, status } = page;
  return html(
    c,
    <Page
      lang={voice.language}
      title={title}
      entry="table"
      assets={c.var.config.assets}
      {...(seat && { data: seat })}
    >
      <div id="app">
        <Header title={words(study.definition.title)} say={voice.say} />
        <p class="room-offline" role="status" hidden data-offline>
          {text('offline')}
        </p>
        <main class="main" id="room" data-room-live={live}>
          {body}
        </main>
      </div>
    </Page>,
    status,
  );
}
