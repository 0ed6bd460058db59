import { poll } from '../designer/poll.ts';
import { resetClocks, runClocks } from './clock.ts';
import { followOn, type Job, ownRevision } from './follow-on.ts';
import { isHeld, morph } from './morph.ts';
import { isRepeated, stopRepeats } from './once.ts';

/** Waits so long before a form that did not get through is sent again, in milliseconds. */
const AGAIN = 2500;

/** Forms that have not got through yet, in the order in which they were sent. */
const waiting: Job[] = [];
let isSending = false;
let isLeaving = false;

/**
 * Keeps a page of the room as the server would make it now, and sends its forms without leaving it.
 * What was sent while the network was away goes out when it is back, in order.
 *
 * @param after called when the page has changed
 */
export function keepLive(after: () => void = () => {}): void {
  const room = document.getElementById('room');
  if (!room) return;
  runClocks();
  stopRepeats(room);
  let shown: string | null = null;
  const show = (text: string): boolean => {
    const next = roomIn(text);
    if (!next) return false;
    shown = text;
    morph(room, next);
    resetClocks();
    after();
    return true;
  };
  const address = new URL(location.href);
  address.searchParams.delete('notice');
  const { roomLive, resultsLive } = room.dataset;
  const streams = [roomLive, resultsLive].filter((stream) => stream !== undefined);
  const isWatched = streams.length > 0;
  const overtake = isWatched ? poll(() => address.href, show, setOffline, streams) : () => {};
  const showSent = (text: string): boolean => {
    overtake();
    return show(text);
  };

  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== 'post' || !room.contains(form)) return;
    if (form.matches('.at-door')) return;
    event.preventDefault();
    const job = { action: form.action, body: new FormData(form, event.submitter) };
    if (isRepeated(form, job, waiting)) return;
    const isWriting = document.activeElement !== null && isHeld(document.activeElement);
    if (!isWriting) for (const told of room.querySelectorAll('[data-keep]')) told.textContent = '';
    for (const field of form.elements) settle(field);
    waiting.push(job);
    void sendAll(showSent);
  });
  // A text that somebody was in takes what others wrote meanwhile once they leave it.
  room.addEventListener('focusout', ({ target }) => {
    if (!(target as Element).closest('form[data-autosave]')) return;
    setTimeout(() => {
      if (shown !== null && waiting.length === 0 && !isSending) show(shown);
    });
  });
  addEventListener('online', () => void sendAll(showSent));
  addEventListener('pagehide', () => (isLeaving = true), { capture: true });
  addEventListener('pageshow', () => (isLeaving = false));
}

/** What has been sent is no longer something that somebody is typing. */
function settle(field: Element): void {
  if (field instanceof HTMLTextAreaElement) field.defaultValue = field.value;
  else if (field instanceof HTMLInputElement && field.type !== 'hidden') {
    field.defaultValue = field.value;
    field.defaultChecked = field.checked;
  }
}

async function sendAll(show: (text: string) => boolean): Promise<void> {
  if (isSending) return;
  isSending = true;
  try {
    for (let job = waiting[0]; job; job = waiting[0]) {
      const response = await fetch(job.action, {
        method: 'POST',
        body: new URLSearchParams([...job.body].map(([name, value]) => [name, String(value)])),
        // What is typed is sent when somebody leaves the page, too.
        keepalive: isLeaving || document.visibilityState === 'hidden',
      });
      if (response.status >= 500 || response.status === 429) throw new Error('later');
      waiting.shift();
      const text = await response.text();
      const isTaken = response.ok && !new URL(response.url).searchParams.has('notice');
      const page = isTaken ? roomIn(text) : null;
      if (page) ownRevision(document, job, page);
      for (const next of page ? waiting : []) followOn(job, next, page!);
      if (waiting.length === 0 && !show(text)) location.assign(response.url);
    }
    setOffline(false);
  } catch {
    setOffline(true);
    setTimeout(() => void sendAll(show), AGAIN);
  } finally {
    isSending = false;
  }
}

function roomIn(text: string): HTMLElement | null {
  return new DOMParser().parseFromString(text, 'text/html').getElementById('room');
}

function setOffline(isOffline: boolean): void {
  for (const note of document.querySelectorAll<HTMLElement>('[data-offline]')) {
    note.hidden = !isOffline;
  }
}
