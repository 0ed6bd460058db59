import type { Language } from '../../src/survey/language.ts';
import type { PlanBasis } from '../../src/survey/needs/planned.ts';
import type { PlanSettings } from '../../src/survey/needs/plan-settings.ts';
import type { Catalogue } from '../../src/survey/catalogue.ts';
import type en from '../text/plan/en.ts';

/** What the server puts into the plan's page for the script. */
export interface PlanPageData {
  language: Language;
  settings: PlanSettings;
  /** Without the figures that no plan needs. */
  basis: PlanBasis;
  names: Record<string, string>;
  methods: string[];
  texts: Catalogue<typeof en>;
}
