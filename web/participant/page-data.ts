import type { Answers } from '../../src/survey/answer.ts';
import type { LocalStudy } from '../../src/survey/local-study.ts';
import type { IslandTexts } from '../text/participant/texts.ts';
import type { Shown } from './shown-order.ts';

/** What a page gives the island to start from. */
export interface PageData {
  /** Six characters, as `parseJoinCode` gives them. */
  code: string;
  study: LocalStudy;
  texts: IslandTexts;
  /** The table that somebody came from by its QR code, while no room runs. */
  table?: string;
  /** A place in a room; sent with the answers, in place of what the phone keeps about them. */
  seat?: { event: string; code: string; round: number; back: { href: string; label: string } };
  /** The token of a personal link; sent with the answers. */
  invitation?: string;
  /** In a preview, which sends nothing: the receipt that its last page shows. */
  preview?: string;
  /** On the page of a receipt: the answers that the server has. */
  stored?: { id: string; revision: number; receipt: string; answers: Answers; shown: Shown };
}
