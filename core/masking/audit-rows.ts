import type { FigureId } from '#core/result/figure-ids.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { Fault } from './audit-groups.ts';
import { EMPLOYEE_FIGURES, MATURITY_FIGURES } from './open-view.ts';
import { isMaturityOpen, type SurveyTopic } from './published-table.ts';

/**
 * Finds figures beside a hidden number of answers, or beside a round that is not closed: the equations of the other audits
 * start from that number, and would not see them. METHOD.md section 6, rules 1 and 7.
 */
export function auditRows(result: IndexResult, topic: SurveyTopic): readonly Fault[] {
  const [answers, figures, rows] =
    topic === 'employee-survey'
      ? (['employeeAnswers', EMPLOYEE_FIGURES, employeeRows(result)] as const)
      : (['maturityRespondents', MATURITY_FIGURES, maturityRows(result)] as const);
  const ofOrganisation: Row = {
    id: 'organisation',
    n: fromRows(result, answers),
    others: figures.filter((id) => id !== answers).map((id) => fromRows(result, id)),
  };
  const isOpen = isRoundOpen(result, topic);
  return [
    ...(isOpen ? [] : [ofOrganisation, ...rows])
      .filter(tellsThoughHidden)
      .map(faultOf('figure-beside-hidden')),
    ...(isOpen ? [{ ...ofOrganisation, n: inTens(ofOrganisation.n) }, ...rows] : [])
      .filter(tellsAnything)
      .map(faultOf('round-open')),
  ];
}

interface Row {
  readonly id: string;
  readonly n: ResultFigure;
  readonly others: readonly ResultFigure[];
}

const UNTOLD: ResultFigure = { kind: 'absent', reason: 'pending' };

function faultOf(rule: Fault['rule']): (row: Row) => Fault {
  return ({ id }) => ({ rule, equation: `total(${id})` });
}

function isTold({ kind }: ResultFigure): boolean {
  return kind === 'value';
}

function tellsThoughHidden({ n, others }: Row): boolean {
  return n.kind === 'absent' && n.reason !== 'missing' && others.some(isTold);
}

function tellsAnything({ n, others }: Row): boolean {
  return isTold(n) || others.some(isTold);
}

/** The number of answers in steps of 10 is all that may be told while a round is open. */
function inTens(n: ResultFigure): ResultFigure {
  return n.kind === 'value' && Number(n.shown) % 10 === 0 ? UNTOLD : n;
}

/** A figure that was typed in as published is not one that rows gave. */
function fromRows({ figures }: IndexResult, id: FigureId): ResultFigure {
  const { figure, origin } = figures[id];
  return origin === 'published' ? { kind: 'absent', reason: 'missing' } : figure;
}

function isRoundOpen(result: IndexResult, topic: SurveyTopic): boolean {
  return topic === 'employee-survey' ? !result.employeeSurvey.closed : isMaturityOpen(result);
}

function employeeRows({ employeeSurvey }: IndexResult): readonly Row[] {
  return employeeSurvey.units.map(({ id, n, mean, percent, responseRate, positive, neutral, negative }) => ({
    id,
    n,
    others: [mean, percent, responseRate, positive, neutral, negative],
  }));
}

/** The statements are of the whole organisation; the strongest and weakest are among them, or are typed in. */
function maturityRows(result: IndexResult): readonly Row[] {
  const { units, statements } = result.maturity;
  const ofStatements: Row = {
    id: 'organisation',
    n: isMaturityOpen(result) ? UNTOLD : fromRows(result, 'maturityRespondents'),
    others: statements.map(({ percent }) => percent),
  };
  return [ofStatements, ...units.map(({ id, n, percent }) => ({ id, n, others: [percent] }))];
}
