import type { Benefit, BenefitsTally } from '#core/benefits/benefit.ts';
import { uniqueByRow } from '#core/portfolio/unique-by-row.ts';
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
import { ORGANISATION, totalsOf, type UnitTree } from '#core/masking/unit-tree.ts';
import type { MaturityTally } from '#core/maturity/maturity-tally.ts';
import { buildMaturityTree, type MaturityTree } from '#core/maturity/maturity-tree.ts';
import {
  matchPublishedUnits,
  publishedMaturityTree,
  type PublishedUnits,
} from '#core/maturity/published-units.ts';
import { maskAnswers, tellingUnits } from '#core/maturity/telling-units.ts';
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
  readonly maturityUnitsFrom: IndexResult['maturity']['unitsFrom'];
  /** What maturity units are made of, for the audit and for nothing else. */
  readonly maturityAnswers: Pick<MaturityTree, 'personMeans' | 'ownAnswers'> | null;
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
  const maturity = maturityOnUnits(maturityTally, directory, settings, year);
  return {
    survey,
    maturity: scoreMaturity({
      tally: maturityTally,
      tree: maturity?.tree ?? null,
      mask: maturity && maskMaturity(maturity, settings, earlier),
      published: settings.publishedFigures.filter((figure) => figure.year === year),
      publishedUnits: maturity?.published ?? { byUnit: new Map(), findings: [] },
      national: settings.nationalMaturity,
      year,
      method: settings.method,
      now,
      earlier,
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
      ...(maturity && { maturity: maturity.tree.tree }),
    },
    maturityUnitsFrom: maturity?.unitsFrom ?? 'answers',
    maturityAnswers: maturity?.tree ?? null,
  };
}

interface MaturityOnUnits {
  readonly tally: MaturityTally | null;
  readonly tree: MaturityTree;
  readonly published: PublishedUnits;
  readonly unitsFrom: IndexResult['maturity']['unitsFrom'];
  /** False: how many answered in the whole organisation is not known, so there is no total to take anything from. */
  readonly isWholeKnown: boolean;
}

/** The survey laid on the units, with what is published of them; where answers name no unit, the published alone. */
function maturityOnUnits(
  tally: MaturityTally | null,
  directory: UnitDirectory | null,
  settings: Settings,
  year: number,
): MaturityOnUnits | null {
  const typed = settings.publishedUnits.filter((unit) => unit.year === year);
  const isAnswered = tally !== null && tally.persons > 0;
  if (tally && (typed.length === 0 || (isAnswered && tally.unitsBy !== null))) {
    const tree = buildMaturityTree(tally, directory);
    const persons = totalsOf(tree.tree).units;
    const withAnswers = new Set([...persons].flatMap(([id, { n }]) => (n > 0 ? [id] : [])));
    const published = matchPublishedUnits(typed, tree.units, withAnswers);
    return { tally, tree, published, unitsFrom: 'answers', isWholeKnown: true };
  }
  if (typed.length === 0) return null;
  const typedWhole = settings.publishedFigures.find(
    (figure) => figure.year === year && figure.figure === 'maturityRespondents',
  );
  const respondents = isAnswered ? tally.persons : typedWhole ? exact(typedWhole.value).valueOf() : null;
  const tree = publishedMaturityTree(typed, directory, respondents);
  const isWholeKnown = respondents !== null;
  return { tally, tree, published: tree.published, unitsFrom: 'published', isWholeKnown };
}

/**
 * Of typed numbers only units that have one are shown, and none where the whole may not be. What an earlier result hid of a
 * typed unit does not bind it: a slip of the pen may be mended.
 */
function maskMaturity(
  { tally, tree, published, unitsFrom, isWholeKnown }: MaturityOnUnits,
  { method }: Settings,
  earlier: readonly IndexResult[],
): Mask {
  const mayReturn = neverHiddenIn(earlier, 'maturity');
  const telling = tally ? tellingUnits(tally, tree) : new Set<string>();
  if (unitsFrom === 'answers') {
    return maskAnswers(tree, method, (id, cell) => !telling.has(id) && mayReturn(id, cell));
  }
  const mask = maskUnits(tree.tree, method, (id, cell) =>
    id === ORGANISATION ? isWholeKnown && !telling.has(id) && mayReturn(id, cell) : published.byUnit.has(id),
  );
  return isWholeKnown ? asTheWholeIs(mask) : mask;
}

/** A typed total cannot be hidden, so where the mask would hide it, it hides the units instead. */
function asTheWholeIs({ organisation, units }: Mask): Mask {
  const { figures, openFigures } = organisation;
  const hidden = [...units].map(
    ([id, cell]) =>
      [
        id,
        { ...cell, figures: cell.figures && figures, openFigures: cell.openFigures && openFigures },
      ] as const,
  );
  return { organisation, units: new Map(hidden) };
}

function unitDirectory(intakes: YearIntakes): UnitDirectory | null {
  const [units] = intakes.of('units');
  if (!units) return null;
  const { source } = units;
  const columns = source.topic === 'units' ? source.mapping : undefined;
  return buildUnitDirectory(units.tally().entries, source.id, columns);
}

/**
 * A benefit names its initiative by lookup (row id), business id or title. Row ids are a list's own: where two lists have
 * the same one, a lookup does not tell which is meant, and neither is found.
 */
function initiativeFinder(initiatives: readonly Initiative[]): FindInitiative {
  const byRow = uniqueByRow(initiatives);
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
