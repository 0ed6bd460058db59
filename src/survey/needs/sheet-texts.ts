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
  items: readonly Pick<ContentItem, 'id' | 'name' | 'ecf' | 'digcomp' | 'esco'>[],
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

/**
 * Sheets without what stands there by itself, so that a form that sends everything writes nothing
 * that nobody wrote.
 *
 * @param items in the language in which the form was shown
 */
export function withoutDefaults(
  items: readonly ContentItem[],
  sheets: PlanSettings['sheets'],
): PlanSettings['sheets'] {
  const plain = sheetTexts(items, {});
  return Object.fromEntries(
    Object.entries(sheets).flatMap(([id, sheet]) => {
      const own = Object.entries(sheet).filter(([key, value]) => {
        const there: unknown = plain[id]?.[key as keyof SheetText];
        const isEmpty = Array.isArray(value) && value.length === 0;
        return JSON.stringify(value) !== JSON.stringify(there) && !(isEmpty && !there);
      });
      return own.length > 0 ? [[id, Object.fromEntries(own)]] : [];
    }),
  );
}
