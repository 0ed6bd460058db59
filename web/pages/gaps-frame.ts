import type { Study } from '../../src/db/studies.ts';
import type { Practice } from '../../src/db/gaps/practices.ts';
import type { Assets } from '../../src/http/assets.ts';
import type { CoverageDocument, ValidationDocument } from '../../src/http/gap-figures.ts';
import type { PracticeAnswers } from '../../src/http/practice-answers-of.ts';
import type { GapDocument } from '../../src/http/gaps-of.ts';
import type { GapQuestions } from '../../src/survey/gaps/gap-questions.ts';
import type { Language } from '../../src/survey/language.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import type { SayGaps } from '../text/gaps/texts.ts';
import type { FigureWords } from './figure-words.ts';

/** What the page about gaps shows. */
export interface GapsFrame {
  study: Study;
  language: Language;
  assets: Assets;
  say: SayDesigner;
  tell: SayGaps;
  figures: FigureWords;
  /** Whether the reader may merge and fix the list; and change the rule. */
  mayRun: boolean;
  mayEdit: boolean;
  /** Null where the study checks no list. */
  checked: {
    questions: GapQuestions;
    document: GapDocument;
    validation: ValidationDocument;
    coverage: CoverageDocument;
    /** Whether only small and medium enterprises rate the coverage; null where nobody can tell. */
    bySmes: boolean | null;
    by: string;
    segments: { id: string; name: string }[];
  } | null;
  practices: Practice[];
  /** What people named and nobody has taken over; for who may run the study. */
  named: PracticeAnswers[];
  /** Where people write their ideas. */
  ideasAddress: string;
}
