import type { SheetText } from '../../needs/module-sheet.ts';
import type { ContentItem } from './needs-document.ts';
import type { PlanSettings } from './plan-settings.ts';

/**
 * What is written on the sheets of the modules: the designer's words; where there are none, the
 * content's name as title and its own tags of e-CF, DigComp and ESCO.
 *
 * @example
 * sheetTexts(items, {})['data-analysis'] // => { title: 'Data analysis', ecf: ['D.7', 'D.10'] }
 */
export function sheetTexts(
  items: readonly ContentItem[],
  sheets: PlanSettings['sheets'],
): Record<string, SheetText> {
  return Object.fromEntries(
    items.map(({ id, name, ecf, digcomp, esco }) => {
      const own = Object.entries(sheets[id] ?? {}).filter(([, value]) => value !== undefined);
      return [
        id,
        {
          title: name,
          ...(ecf.length > 0 && { ecf }),
          ...(digcomp.length > 0 && { digcomp }),
          ...(esco !== null && { esco }),
          ...(Object.fromEntries(own) as SheetText),
        },
      ];
    }),
  );
}
