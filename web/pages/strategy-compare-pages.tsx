import type { Context } from 'hono';
import { relatedStudies } from '../../src/db/related-studies.ts';
import type { Study } from '../../src/db/studies.ts';
import { mayDoTo } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';
import { sidesAsked } from '../../src/http/strategy-api.ts';
import { filterInRound } from '../../src/http/strategy-choice.ts';
import { compareStrategies, type StrategySide } from '../../src/http/strategy-compare.ts';
import { studyFor } from '../../src/http/study-api.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { isLanguage, textIn } from '../../src/survey/language.ts';
import { filterText, readStrategyFilter } from '../../src/survey/strategy/strategy-filter.ts';
import { html } from './html.ts';
import { type ChosenSide, StrategyComparePage } from './strategy-compare-page.tsx';
import type { OfferedStudy } from './strategy-choose.tsx';
import {
  filterLabel,
  offeredGroups,
  type StrategyFrame,
  strategyFrame,
  strategyLanguage,
} from './strategy-frame.ts';

/** The strategies of two groups side by side, of one study or of two. */
export async function comparePage(c: Context<Env>): Promise<Response> {
  const study = await studyFor(c, 'read');
  const frame = strategyFrame(c, study);
  const { language: asked, where, other } = c.req.query();
  const language = isLanguage(asked) ? asked : strategyLanguage(frame);
  const second = other ? await studyFor(c, 'read', other) : study;
  const withAsked = filterFor(study, second, c.req.query('with'));
  const named = await sidesAsked(c, study, { where, other, with: withAsked });
  const sides = [
    await sideInRound(c, named[0], where),
    await sideInRound(c, named[1], withAsked),
  ] as const;
  const [one, two] = sides;
  const isSame = one.study.id === two.study.id && filterText(one.filter) === filterText(two.filter);
  const at = c.var.config.now();
  const compared = isSame ? null : await compareStrategies(c.var.db, sides, { language, at });
  const isOther = second.id !== study.id;
  const names = isOther ? studyNames(frame, study, second) : null;
  const chosen = [chosenSide(frame, one, names?.[0]), chosenSide(frame, two, names?.[1])] as const;
  const query = new URLSearchParams({
    where: chosen[0].where,
    ...(isOther && { other: second.id }),
    with: chosen[1].where,
    language,
  });
  return html(
    c,
    <StrategyComparePage
      {...{ frame, compared, chosen }}
      wording={language}
      groups={[await offeredGroups(c, frame), await offeredGroups(c, { ...frame, study: second })]}
      studies={await offeredStudies(c, study, second)}
      path={`/studies/${study.id}/strategy/compare?${query}`}
    />,
  );
}

/** A group in the round that stands for its study; an empty group is everybody, in all rounds. */
async function sideInRound(
  c: Context<Env>,
  side: StrategySide,
  written: string | undefined,
): Promise<StrategySide> {
  if (written === '') return side;
  return { ...side, filter: await filterInRound(c.var.db, side.study, side.filter) };
}

/**
 * The filter of the second group. Whoever has just chosen another study still sends one that was
 * offered for the study before: then everyone of the other study is meant.
 */
function filterFor(study: Study, second: Study, written: string | undefined): string | undefined {
  if (second.id === study.id) return written;
  const read = readStrategyFilter(second.definition, { where: written });
  return typeof read === 'string' ? undefined : written;
}

/** What two studies are called; those of a series have one title, and their codes beside it. */
function studyNames(frame: StrategyFrame, ...studies: Study[]): string[] {
  const [one, other] = studies.map(({ definition }) =>
    textIn(definition.title, frame.language, definition.defaultLanguage),
  );
  if (one !== other) return [one!, other!];
  return studies.map(({ joinCode }) => `${one} (${formatJoinCode(joinCode)})`);
}

function chosenSide(
  frame: StrategyFrame,
  { study, filter }: StrategySide,
  name: string | undefined,
): ChosenSide {
  const { language, tell } = frame;
  const group = filterLabel({ study, language }, filter) ?? tell('everyone');
  return {
    study,
    where: filter['where'] ?? '',
    group,
    label: name ? `${name}, ${group}` : group,
  };
}

/** Studies that share questions with this one, as far as whoever asks may read them. */
async function offeredStudies(
  c: Context<Env>,
  study: Study,
  chosen: Study,
): Promise<OfferedStudy[]> {
  const { principal, db } = c.var;
  if (!principal) return [];
  const { organisation, studyId } = principal;
  const found = (
    await relatedStudies(db, study, { organisationId: organisation.id, studyId })
  ).filter((other) => mayDoTo(principal, other, 'read'));
  const isKnown = chosen.id === study.id || found.some(({ id }) => id === chosen.id);
  return isKnown ? found : [{ ...chosen, title: chosen.definition.title }, ...found];
}
