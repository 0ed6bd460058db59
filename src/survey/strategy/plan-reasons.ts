import type { PlanReason } from '../../needs/plan-reason.ts';
import { hours, items, type Said, said } from './told.ts';

/**
 * Why hours are left, or no plan is possible, in a sentence.
 *
 * @param question whose options the modules are
 * @param modules all of which it is the reason, where it is one of single modules
 */
export function reasonSaid(
  question: string,
  reason: PlanReason,
  modules: readonly string[] = [],
): Said {
  const named = (...ids: string[]) => ({ items: items(question, ids) });
  switch (reason.code) {
    case 'no-modules':
      return said('reasonNoModules');
    case 'invalid-rule':
      return said('reasonRule');
    case 'invalid-module':
      return said(reason.field === 'size' ? 'reasonNoSizes' : 'reasonModule', named(...modules));
    case 'duplicate-module':
      return said('reasonModule', named(...modules));
    case 'limits-contradict':
      return said('reasonLimits', named(...modules));
    case 'unknown-prerequisite':
      return said('reasonPrerequisite', named(...modules));
    case 'prerequisite-cycle':
      return said('reasonCycle', named(...reason.modules));
    case 'no-weights':
      return said('reasonNoWeights');
    case 'limit-below-one-module':
      return said('reasonBelowOne', {
        available: hours(reason.available),
        needed: hours(reason.needed),
      });
    case 'must-haves-exceed-limit':
      return said('reasonMustHaves', {
        ...named(...reason.modules),
        needed: hours(reason.needed),
        available: hours(reason.available),
      });
    case 'step-leaves-rest':
      return said('reasonStep', { unplaced: hours(reason.unplaced) });
    case 'maximum-reached':
      return said('reasonMaximum', { unplaced: hours(reason.unplaced) });
    case 'next-needs-more':
      return said('reasonNext', {
        unplaced: hours(reason.unplaced),
        needed: hours(reason.needed),
      });
    case 'sizes-leave-rest':
      return said('reasonSizes', { unplaced: hours(reason.unplaced) });
  }
}
