import type { MatchedMethod } from '../../src/needs/module-match.ts';
import { moduleSheets } from '../../src/needs/module-sheet.ts';
import type { PlanSettings } from '../../src/survey/needs/plan-settings.ts';
import type { Planned } from '../../src/survey/needs/planned.ts';
import { sheetTexts } from '../../src/survey/needs/sheet-texts.ts';
import type { PlanView, PlanWords } from './plan-view.ts';

/**
 * How each module of a plan is taught, and the heads of the module sheets, in teaching order.
 *
 * @param items ids of all contents, also of those that are no modules of the plan
 */
export function teachingView(
  { plan, matches, modules, handsOnRule }: Planned,
  items: readonly string[],
  { match, sheets: written }: Pick<PlanSettings, 'match' | 'sheets'>,
  { say, figures, name }: PlanWords,
): Pick<PlanView, 'texts' | 'shown'> & { order: string[] } {
  const h = figures.plain;
  const texts: PlanView['texts'] = {};
  const shown: PlanView['shown'] = {};

  const why = ({ id, place, reason }: MatchedMethod) =>
    `${name(id)} (${say(`reason-${reason.rule}`, { place })})`;
  const rule = handsOnRule
    ? say('handsOnYes', { share: figures.share(match.handsOn.leastShare) })
    : say('handsOnNo');
  texts['methodsLead'] = `${say('methodsLead', { places: match.places })} ${rule}`;
  for (const { id, methods, hours, onlineLimited } of matches) {
    const { online, handsOn, other } = hours;
    const formats = say('formatHours', {
      online: h(online),
      handsOn: h(handsOn),
      other: h(other),
    });
    texts[`methods.${id}`] = methods.map(why).join(' · ') || '–';
    texts[`formats.${id}`] = onlineLimited ? `${formats}; ${say('onlineLimited')}` : formats;
    shown[`match.${id}`] = true;
  }

  const called = items.map((id) => ({ id, name: name(id), ecf: [], digcomp: [], esco: null }));
  const sheets = plan
    ? moduleSheets({
        plan,
        matches,
        texts: sheetTexts(called, written),
        prerequisites: Object.fromEntries(
          modules.map(({ id, prerequisites = [] }) => [id, prerequisites]),
        ),
      })
    : [];
  for (const { id, title, workload, participation, position, prerequisites, missing } of sheets) {
    const { totalHours, contactHours, hoursPerCredit } = workload;
    const state =
      missing.length === 0 ? say('sheetReady') : say('sheetMissing', { count: missing.length });
    texts[`sheetTitle.${id}`] = title ?? name(id);
    texts[`sheetHead.${id}`] = `${h(totalHours)} h · ${state}`;
    texts[`workload.${id}`] =
      `${say('total', { total: h(totalHours), contact: h(contactHours) })}, ` +
      `${h(totalHours / hoursPerCredit)} ECTS`;
    texts[`participation.${id}`] = say(`part-${participation}`);
    texts[`position.${id}`] = h(position);
    texts[`needs.${id}`] = prerequisites.map(name).join(', ') || say('nothing');
    shown[`sheet.${id}`] = true;
    for (const element of missing) shown[`missing.${id}.${element}`] = true;
  }
  shown['methods'] = matches.length > 0;
  shown['sheets'] = sheets.length > 0;
  const order = sheets.map(({ id }) => id);
  return { texts, shown, order: [...order, ...items.filter((id) => !order.includes(id))] };
}
