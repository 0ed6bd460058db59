import type { Kysely } from 'kysely';
import { countedResponses } from '../db/counted-responses.ts';
import { currentTallies } from '../db/current-tallies.ts';
import { remembered } from '../db/remembered.ts';
import { qualityOf } from '../db/quality-of.ts';
import { questionResults } from '../db/question-results.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { versionOf } from '../db/watermark.ts';
import { formatAnswer } from '../needs/format-answer.ts';
import { isSharp } from '../needs/decision-duration.ts';
import { trainingVerdict } from '../needs/training-verdict.ts';
import type { RankedList } from '../needs/statement.ts';
import { scalePoints } from '../survey/question-options.ts';
import type { RatingFigures } from '../survey/rating-results.ts';
import type { ResultsDocument, ShownSlice, Slice } from '../survey/results-document.ts';
import { asksQuality, type Filter, resultsParameters } from '../survey/results-query.ts';
import { ENGLISH_NAMES, segmentIds } from '../survey/segment.ts';
import type { Voice } from '../survey/respondent.ts';
import { pairedRatings, rankedGaps, ratedGaps } from '../survey/needs/content-gaps.ts';
import {
  foundIn,
  hasBins,
  mixingAnswers,
  necessaryAnswers,
  nothing,
  ordinalFigures,
  rankedFigures,
} from '../survey/needs/findings.ts';
import type {
  ContentScores,
  Finding,
  Gaps,
  NeedsDocument,
  OrdinalFigures,
  RankedFigures,
  Worths,
} from '../survey/needs/needs-document.ts';
import { decided } from '../survey/needs/decided.ts';
import type { PlanSettings } from '../survey/needs/plan-settings.ts';
import { contentItems, needsWords, RANKED_LISTS } from '../survey/needs/needs-words.ts';
import { type ChosenRoles, type NeedRole, needRoles } from '../survey/needs/roles.ts';
import { contentScores } from '../survey/needs/scores.ts';
import { worthsOf } from '../survey/needs/worths.ts';
import { fingerprint } from './fingerprint.ts';
import { planSettingsOf } from './plan-settings-of.ts';
import { type Reader, resultsOf } from './results-of.ts';

export type NeedsStudy = Pick<Study, 'id' | 'definition' | 'synthetic' | 'status'>;

/** Whose answers: as results are filtered. */
export interface NeedsFilter {
  where: readonly Filter[];
  voice: Voice;
}

/** What of the plan's settings needs depend on. */
export type NeedsSettings = Pick<PlanSettings, 'roles' | 'rankingPart' | 'match'>;

/** Everyone's own answers. */
export const EVERYBODY: NeedsFilter = { where: [], voice: 'individual' };

const documents = remembered<NeedsDocument>(100);

/**
 * What the answers say about training needs: the five interactive questions answered, gaps with
 * their tests, weights, durations and formats, each with n and certainty, and the reason where there
 * are too few. Held back as results are: nothing is in it that a results document would not show,
 * and pairs of ratings come from the responses that both questions' results show. The document is
 * shared: do not change it. Throws a Refusal (422) for flagged answers where results can't leave
 * them out.
 *
 * @param given the settings of the plan; those that are saved where not given
 * @returns `etag` changes whenever the document does, `version` whenever the answers that are shown
 *   do; `document` is read only when asked for
 * @example
 * const { document } = await needsOf(db, study, EVERYBODY);
 * (await document()).decision.answers[0].answer // => { verdict: 'training-needed', targets: ['ict-staff'] }
 */
export async function needsOf(
  db: Kysely<Database>,
  study: NeedsStudy,
  { where, voice }: NeedsFilter = EVERYBODY,
  reader: Reader = { language: study.definition.defaultLanguage, names: ENGLISH_NAMES },
  given?: NeedsSettings,
): Promise<{ etag: string; version: string; document: () => Promise<NeedsDocument> }> {
  const filter = { where, voice };
  const settings = given ?? (await planSettingsOf(db, study.id)).settings;
  const { rankingPart } = settings;
  const { leastShare: handsOnShare } = settings.match.handsOn;
  const roles = needRoles(study.definition, settings.roles as ChosenRoles);
  const asked = [...new Set(Object.values(roles).filter((id) => id !== null))];
  const read = (question: string, by: string | null = null) =>
    resultsOf(db, study, { question, by, ...filter }, reader);
  const results = new Map(
    await Promise.all(asked.map(async (id) => [id, await read(id)] as const)),
  );
  const head = await currentTallies(db, study);
  const states = [...results.values()].map(({ etag }) => etag);
  const version = await fingerprint([head && versionOf(head), roles]);
  const set = [rankingPart, handsOnShare];
  const rest = [study.id, reader.language, reader.names === ENGLISH_NAMES, filter, set];
  const key = JSON.stringify([version, states, ...rest]);
  const etag = `"${await fingerprint([key])}"`;
  return {
    etag,
    version,
    document: () => documents(db, key, work),
  };

  async function work(): Promise<NeedsDocument> {
    const { definition } = study;
    const { defaultLanguage, privacy } = definition;
    const { language } = reader;
    const documentOf = async (role: NeedRole): Promise<ResultsDocument | null> => {
      const id = roles[role];
      return id === null ? null : results.get(id)!.document();
    };
    const found = async <T>(
      role: NeedRole,
      figures: (slice: ShownSlice) => T,
      borne: (figures: T) => boolean,
    ): Promise<Finding<T>> => {
      const document = await documentOf(role);
      if (!document) return nothing([], 'not-asked');
      return waiting(foundIn(document.question.id, document.slices[0], figures, borne));
    };
    const items = contentItems(definition, roles, language);
    const ids = items.map(({ id }) => id);

    const rankings = {} as Record<RankedList, Finding<RankedFigures>>;
    for (const list of RANKED_LISTS) {
      rankings[list] = await found(list, rankedFigures, ({ tiers }) => tiers.length > 1);
    }
    const necessity = definition.questions.find(({ id }) => id === roles.necessary);
    const options = necessity && 'options' in necessity ? (necessity.options ?? []) : [];
    const necessary = await found(
      'necessary',
      (slice) => trainingVerdict(necessaryAnswers(slice, options)),
      ({ verdict }) => verdict !== 'undecided',
    );
    const worths = await worthsFound();
    const gaps = await gapsFound();
    const ordinal = (role: NeedRole) => ordinalFound(role);
    const [duration, spread, onlineShare] = [
      await ordinal('duration'),
      await ordinal('spread'),
      await ordinal('onlineShare'),
    ];
    const acceptance = await found(
      'acceptance',
      (slice) => ordinalFigures(slice),
      ({ summary }) => formatAnswer(summary)?.borne === true,
    );
    const mixing = await found('mixing', mixingAnswers, (rows) => rows.length > 0);
    const groups = await durationGroups();
    const scores = scoresFound(worths, gaps);
    const parameters = resultsParameters({ question: '', by: null, ...filter });
    parameters.delete('question');
    const base = {
      filter: Object.fromEntries(parameters),
      rankings,
      necessary,
      gaps,
      duration,
      spread,
      acceptance,
      onlineShare,
      mixing,
      durationByGroup: groups.list,
    };
    return {
      schema: 'needs/1',
      version,
      study: {
        id: study.id,
        title: definition.title[language] ?? definition.title[defaultLanguage] ?? '',
        synthetic: study.synthetic,
      },
      status: study.status,
      language,
      leftOut: asksQuality({ by: null, where })
        ? { n: (await qualityOf(db, study))?.review.flagged.n ?? null }
        : null,
      minCell: privacy.minCell,
      roles,
      ...needsWords(definition, roles, language),
      items,
      ...base,
      ...decided(base, handsOnShare),
      worths,
      scores,
      durationBy: groups.by,
    };

    async function worthsFound(): Promise<Finding<Worths>> {
      const document = await documentOf('contents');
      const ranking = rankings.contents;
      if (!document || !ranking.figures) return { ...ranking, figures: null };
      const { sample, slices } = document;
      const isWaiting = sample === null || sample?.missing !== undefined;
      const figures = worthsOf(slices[0] as ShownSlice, isWaiting);
      return figures ? { ...ranking, figures } : nothing(ranking.questions, 'no-answers', 0);
    }

    async function gapsFound(): Promise<Finding<Gaps>> {
      const [importance, level] = [await documentOf('importance'), await documentOf('level')];
      if (!level || (!importance && !rankings.contents.figures)) {
        return level ? { ...rankings.contents, figures: null } : nothing([], 'not-asked');
      }
      const rated = level.slices[0];
      if (!importance) return rankedGapsFound(level.question.id, rated);
      const questions = [importance.question.id, level.question.id];
      const scales = questions.map((id) => {
        const question = definition.questions.find((candidate) => candidate.id === id)!;
        return scalePoints(definition, question).map(({ value }) => value);
      });
      if (scales[0]!.join() !== scales[1]!.join()) return nothing(questions, 'other-scale');
      const [wished] = importance.slices;
      if (wished.n === 0 || rated.n === 0) return waiting(nothing(questions, 'no-answers', 0));
      const held = wished.suppressed ?? rated.suppressed;
      if (held) return waiting(nothing(questions, held));
      const counted = head && (await countedResponses(db, study, { questions, ...filter }, head));
      if (!counted) return nothing(questions, 'until-closed');
      const [of, level5] = [rowsIn(wished), rowsIn(rated)];
      const both = { importance: questions[0]!, level: questions[1]! };
      const pairs = pairedRatings(definition, both, ids, counted.responses, filter.where);
      pairs.held = pairs.held.map(
        (reason, at) => of.get(ids[at]!)?.suppressed ?? level5.get(ids[at]!)?.suppressed ?? reason,
      );
      if (pairs.held.every((reason) => reason !== null)) {
        const n = filter.where.length === 0 ? pairs.n : null;
        return waiting(nothing(questions, pairs.n === 0 ? 'no-answers' : 'too-few', n));
      }
      const means = ids.map((id) => of.get(id)?.mean ?? null);
      const figures = ratedGaps(ids, pairs, means, counted.sampleOf);
      const isBorne = figures.rows.some(({ direction }) => direction !== 'none');
      return foundGaps(questions, pairs.n, figures, isBorne);
    }

    function rankedGapsFound(question: string, rated: Slice): Finding<Gaps> {
      const questions = [...rankings.contents.questions, question];
      if (rated.n === 0) return waiting(nothing(questions, 'no-answers', 0));
      if (rated.suppressed) return waiting(nothing(questions, rated.suppressed, rated.n));
      const figures = rankedGaps(ids, rankings.contents.figures!, rated as never);
      const n = Math.min(rankings.contents.n!, rated.n);
      return foundGaps(questions, n, figures, false);
    }

    function foundGaps(questions: string[], n: number, figures: Gaps, borne: boolean) {
      const certainty = n < 15 ? 'tentative' : 'firm';
      return {
        questions,
        n,
        certainty: borne ? certainty : 'open',
        figures,
        missing: null,
      } as const;
    }

    function scoresFound(worth: Finding<Worths>, gap: Finding<Gaps>): Finding<ContentScores> {
      const questions = [...new Set([...worth.questions, ...gap.questions])];
      const figures = contentScores(ids, worth.figures, gap.figures, rankingPart);
      if (!figures)
        return nothing(questions, worth.missing ?? gap.missing ?? 'no-answers', worth.n);
      const n = Math.max(worth.n ?? 0, gap.n ?? 0);
      const { certainty } = worth.figures ? worth : gap;
      return { questions, n, certainty, figures, missing: null };
    }

    async function ordinalFound(role: NeedRole): Promise<Finding<OrdinalFigures>> {
      const document = await documentOf(role);
      if (!document) return nothing([], 'not-asked');
      const [slice] = document.slices;
      const question = document.question.id;
      const values =
        !slice.suppressed && hasBins(slice) && head
          ? (await questionResults(db, study, { question, by: null, ...filter }, head)).tallies.all
              .values
          : undefined;
      return waiting(
        foundIn(
          question,
          slice,
          (shown) => ordinalFigures(shown, values),
          ({ summary }) => isSharp(summary),
        ),
      );
    }

    async function durationGroups(): Promise<{
      by: NeedsDocument['durationBy'];
      list: NeedsDocument['durationByGroup'];
    }> {
      const segment = segmentIds(definition).find((id) => !id.startsWith('@'));
      const question = definition.questions.find(({ id }) => id === segment);
      if (!segment || !question || !roles.duration) return { by: null, list: [] };
      if (filter.where.some((one) => one.segment === segment)) return { by: null, list: [] };
      const document = await (await read(roles.duration, segment)).document();
      const title = question.title[language] ?? question.title[defaultLanguage] ?? segment;
      return {
        by: { segment, title },
        list: document.slices.slice(1).map((slice) => ({
          key: slice.key,
          label: slice.label,
          finding:
            !slice.suppressed && hasBins(slice)
              ? nothing<OrdinalFigures>([roles.duration!], 'until-closed')
              : foundIn(
                  roles.duration!,
                  slice,
                  (shown) => ordinalFigures(shown),
                  ({ summary }) => isSharp(summary),
                ),
        })),
      };
    }

    /** What a running study holds back may be there once it has closed. */
    function waiting<T>(finding: Finding<T>): Finding<T> {
      const isHeld =
        finding.missing === 'by-subtraction' || (finding.missing && finding.n === null);
      return study.status === 'open' && isHeld && finding.missing !== 'not-asked'
        ? { ...finding, missing: 'until-closed' }
        : finding;
    }
  }
}

function rowsIn(slice: Slice): Map<string, RatingFigures['rows'][number]> {
  const rows = slice.suppressed || !('rows' in slice) ? [] : slice.rows;
  return new Map(rows.map((row) => [row.id, row]));
}
