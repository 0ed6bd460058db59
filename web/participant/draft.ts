import type { Answers } from '../../src/survey/answer.ts';
import { load, save } from './phone-store.ts';
import type { Shown } from './shown-order.ts';

/** What somebody has answered so far and where they are; survives a reload, not the sending. */
export interface Draft {
  id: string;
  revision: number;
  answers: Answers;
  shown: Shown;
  /** When it was begun on this phone, in milliseconds. */
  begun?: number;
  /** The id of a step, or `review`. */
  step: string;
}

/** What is left on the phone once answers went out. */
export interface Sent {
  id: string;
  revision: number;
  /** Null until the server has answered. */
  receipt: string | null;
}

const draftName = (code: string) => `plenary:draft:${code}`;
const sentName = (code: string) => `plenary:sent:${code}`;

export const loadDraft = (code: string) => load<Draft | null>(draftName(code), null);

/** Keeps or, with null, forgets the draft of a study; false when the phone can't store it. */
export const saveDraft = (code: string, draft: Draft | null) => save(draftName(code), draft);

export const loadSent = (code: string) => load<Sent | null>(sentName(code), null);

/** Keeps or, with null, forgets what was sent; false when the phone can't store it. */
export const saveSent = (code: string, sent: Sent | null) => save(sentName(code), sent);
