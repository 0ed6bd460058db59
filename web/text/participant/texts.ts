import type { Language } from '../../../src/survey/language.ts';
import type { Catalogue, Translate } from '../../../src/survey/catalogue.ts';
import ca from './ca.ts';
import de from './de.ts';
import en from './en.ts';
import es from './es.ts';
import fr from './fr.ts';
import it from './it.ts';
import nl from './nl.ts';
import pt from './pt.ts';

export type IslandEnglish = (typeof en)['island'];
export type PageEnglish = (typeof en)['page'];

/** What the island says, in one language; travels in the page. */
export type IslandTexts = Catalogue<IslandEnglish>;

/** Says a text of the island, on the phone and on the server. */
export type Say = Translate<IslandEnglish>;

/** Says a text that only server-rendered pages have. */
export type SayPage = Translate<PageEnglish>;

/** The participant's texts in every language. Only the server loads them all. */
export const PARTICIPANT_TEXTS: Record<
  Language,
  { island: IslandTexts; page: Catalogue<PageEnglish> }
> = { en, es, ca, pt, fr, de, it, nl };
