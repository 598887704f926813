/**
 * Every organisation-wide figure that a result explains. One id names a figure in the result, the API, the exports,
 * the published figures an admin types in, and the texts of the tab.
 */
export const FIGURE_IDS = [
  'index',
  'preconditions',
  'delivery',
  'benefit',
  'maturityPercent',
  'maturityRespondents',
  'maturityInvited',
  'maturityResponseRate',
  'digitalCapabilityPercent',
  'digitalLegacyPercent',
  'efficiencyPercent',
  'innovationPercent',
  'balancingPercent',
  'technologyPercent',
  'usersPercent',
  'organisationPercent',
  'employeePercent',
  'employeeMean',
  'employeeAnswers',
  'employeeLeftOut',
  'employeeInvited',
  'employeeResponseRate',
  'employeePositiveShare',
  'employeeNeutralShare',
  'employeeNegativeShare',
  'decidedInitiatives',
  'realisedInitiatives',
  'ongoingInitiatives',
  'pausedInitiatives',
  'cancelledInitiatives',
  'proposedInitiatives',
  'benefitUncapped',
  'benefitCoverage',
  'measuredIndicators',
  'validIndicators',
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

/** The six areas of the maturity model, on its two axes. METHOD.md section 3. */
export const MATURITY_AREAS = {
  efficiency: { axis: 'capability', figure: 'efficiencyPercent' },
  innovation: { axis: 'capability', figure: 'innovationPercent' },
  balancing: { axis: 'capability', figure: 'balancingPercent' },
  technology: { axis: 'legacy', figure: 'technologyPercent' },
  users: { axis: 'legacy', figure: 'usersPercent' },
  organisation: { axis: 'legacy', figure: 'organisationPercent' },
} as const satisfies Record<string, { axis: 'capability' | 'legacy'; figure: FigureId }>;
export type MaturityArea = keyof typeof MATURITY_AREAS;
export const MATURITY_AREA_IDS = Object.keys(MATURITY_AREAS) as readonly MaturityArea[];

export const INITIATIVE_STATUSES = [
  'proposed',
  'decided',
  'ongoing',
  'realised',
  'paused',
  'cancelled',
] as const;
export type InitiativeStatus = (typeof INITIATIVE_STATUSES)[number];

export const BENEFIT_KINDS = ['qualitative', 'resource-releasing', 'financial', 'unknown'] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

export const SOURCE_TOPICS = [
  'units',
  'employee-survey',
  'maturity',
  'initiatives',
  'benefits',
  'trends',
] as const;
export type SourceTopic = (typeof SOURCE_TOPICS)[number];
