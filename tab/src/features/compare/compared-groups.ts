import type { FigureId } from '#core/result/figure-ids.ts';

/** Which figures stand under which page's name. */
export const COMPARED_GROUPS = [
  {
    id: 'preconditions',
    figures: [
      'maturityPercent',
      'digitalCapabilityPercent',
      'efficiencyPercent',
      'innovationPercent',
      'balancingPercent',
      'digitalLegacyPercent',
      'technologyPercent',
      'usersPercent',
      'organisationPercent',
      'maturityResponseRate',
      'employeePercent',
      'employeeMean',
      'employeePositiveShare',
      'employeeNeutralShare',
      'employeeNegativeShare',
      'employeeResponseRate',
    ],
  },
  {
    id: 'delivery',
    figures: [
      'decidedInitiatives',
      'realisedInitiatives',
      'ongoingInitiatives',
      'pausedInitiatives',
      'cancelledInitiatives',
      'proposedInitiatives',
    ],
  },
  { id: 'benefit', figures: ['benefitUncapped', 'benefitCoverage', 'measuredIndicators', 'validIndicators'] },
] as const satisfies readonly {
  id: 'preconditions' | 'delivery' | 'benefit';
  figures: readonly FigureId[];
}[];
