import type { Benefit, BenefitsTally } from '#core/benefits/benefit.ts';
import type { FindInitiative } from '#core/benefits/benefits-intake.ts';
import { scoreBenefit, type BenefitScore } from '#core/benefits/score-benefit.ts';
import {
  NO_SURVEY,
  scoreOrganisationSurvey,
  type OrganisationSurvey,
} from '#core/employee-survey/organisation-survey.ts';
import { compareRowIds } from '#core/fields/row-number.ts';
import { foldWords } from '#core/fields/fold-words.ts';
import { maskUnits, type Mask } from '#core/masking/mask-units.ts';
import { neverHiddenIn } from '#core/masking/never-hidden.ts';
import type { SurveyTopic } from '#core/masking/published-table.ts';
import type { UnitTree } from '#core/masking/unit-tree.ts';
import type { MaturityTally } from '#core/maturity/maturity-tally.ts';
import { buildMaturityTree, type MaturityTree } from '#core/maturity/maturity-tree.ts';
import { tellingUnits } from '#core/maturity/telling-units.ts';
import { scoreMaturity, type MaturityScore } from '#core/maturity/score-maturity.ts';
import { exact } from '#core/number/exact.ts';
import type { Initiative, InitiativesTally } from '#core/portfolio/initiative.ts';
import { scoreDelivery, type DeliveryScore } from '#core/portfolio/score-delivery.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { buildUnitDirectory, type UnitDirectory } from '#core/units/unit-directory.ts';
import type { YearIntakes } from './intakes.ts';
import type { IndexResult } from './result-schema.ts';

/** A year's rows, scored and masked, before figures are explained. */
export interface ScoredYear {
  readonly survey: OrganisationSurvey;
  readonly maturity: MaturityScore;
  readonly maturityTally: MaturityTally | null;
  readonly delivery: DeliveryScore;
  readonly initiatives: readonly Initiative[];
  readonly initiativesTallies: readonly InitiativesTally[];
  readonly benefit: BenefitScore;
  readonly benefits: readonly Benefit[];
  readonly benefitsTallies: readonly BenefitsTally[];
  /** Unmasked: for the audit of the result, and for nothing else. */
  readonly answers: Readonly<Partial<Record<SurveyTopic, UnitTree>>>;
}

/**
 * Scores what the intakes took in, and masks it.
 *
 * @param earlier every result of the year that anybody may have seen: a cell once hidden stays hidden
 */
export function scoreYear(
  intakes: YearIntakes,
  settings: Settings,
  year: number,
  now: string,
  earlier: readonly IndexResult[],
): ScoredYear {
  const directory = unitDirectory(intakes);
  const initiativesTallies = intakes.of('initiatives').map((intake) => intake.tally());
  const allInitiatives = initiativesTallies.flatMap((tally) => tally.initiatives);
  const initiatives = allInitiatives.filter((initiative) => initiative.year === year);
  const find = initiativeFinder(allInitiatives);
  const benefitsTallies = intakes.of('benefits').map((intake) => intake.tally(find));
  const benefits = benefitsTallies.flatMap((tally) => tally.benefits);
  const rowsOfYear = benefitsTallies.reduce((sum, tally) => sum + tally.rowsOfYear, 0);
  const [source] = intakes.of('employee-survey');
  const survey = source
    ? scoreOrganisationSurvey(source.tally(), {
        directory,
        sourceId: source.source.id,
        method: settings.method,
        now,
        neverHidden: neverHiddenIn(earlier, 'employee-survey'),
      })
    : NO_SURVEY;
  const maturityTally = intakes.of('maturity')[0]?.tally() ?? null;
  const maturityTree = maturityTally && buildMaturityTree(maturityTally, directory);
  return {
    survey,
    maturity: scoreMaturity({
      tally: maturityTally,
      tree: maturityTree,
      mask: maturityTally && maturityTree && maskMaturity(maturityTally, maturityTree, settings, earlier),
      published: settings.publishedFigures.filter((figure) => figure.year === year),
      method: settings.method,
      now,
    }),
    maturityTally,
    delivery: scoreDelivery(initiatives),
    initiatives,
    initiativesTallies,
    benefit: scoreBenefit(benefits, rowsOfYear, exact(settings.method.benefitCap)),
    benefits,
    benefitsTallies,
    answers: {
      ...(survey.tree && { 'employee-survey': survey.tree }),
      ...(maturityTree && { maturity: maturityTree.tree }),
    },
  };
}

function maskMaturity(
  tally: MaturityTally,
  tree: MaturityTree,
  { method }: Settings,
  earlier: readonly IndexResult[],
): Mask {
  const mayReturn = neverHiddenIn(earlier, 'maturity');
  const telling = tellingUnits(tally, tree);
  return maskUnits(tree.tree, method, (id, cell) => !telling.has(id) && mayReturn(id, cell));
}

function unitDirectory(intakes: YearIntakes): UnitDirectory | null {
  const [units] = intakes.of('units');
  if (!units) return null;
  const { source } = units;
  const columns = source.topic === 'units' ? source.mapping : undefined;
  return buildUnitDirectory(units.tally().entries, source.id, columns);
}

/** A benefit names its initiative by lookup (row id), business id or title. */
function initiativeFinder(initiatives: readonly Initiative[]): FindInitiative {
  const byRow = new Map(initiatives.map((initiative) => [initiative.rowId, initiative]));
  const byWords = new Map<string, Initiative>();
  // Of one name the latest year's stands, then the lowest row id's; never the one that happened to come last.
  const inOrder = [...initiatives].sort((a, b) => a.year - b.year || compareRowIds(b.rowId, a.rowId));
  for (const initiative of inOrder) byWords.set(foldWords(initiative.title), initiative);
  for (const initiative of inOrder) {
    if (initiative.businessId !== '') byWords.set(foldWords(initiative.businessId), initiative);
  }
  return (reference) => {
    const found = reference.by === 'row' ? byRow.get(reference.rowId) : byWords.get(reference.folded);
    return found && { name: found.title || found.businessId, year: found.year };
  };
}
