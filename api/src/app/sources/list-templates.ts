import type { Language } from '#core/contracts/digest.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';

/** A column of a list that is to be made. */
export interface NewColumn {
  readonly field: string;
  readonly name: string;
  readonly kind: 'text' | 'note' | 'number' | 'date' | 'choice';
  /** Choice → own value; null where the choice has no own meaning. */
  readonly choices: Readonly<Record<string, string | null>>;
  /** What somebody who fills the list in is told; empty where the name says it. */
  readonly description: string;
  /** The lowest and highest value a number takes; null where it takes any. */
  readonly limits: readonly [lowest: number, highest: number] | null;
}

export interface NewList {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly NewColumn[];
}

const column = (
  field: string,
  name: string,
  kind: NewColumn['kind'],
  choices: NewColumn['choices'] = {},
): NewColumn => ({ field, name, kind, choices, description: '', limits: null });

/** A number between two ends, which the column itself holds to. */
const scale = (
  field: string,
  name: string,
  limits: readonly [lowest: number, highest: number],
  description: string,
): NewColumn => ({ ...column(field, name, 'number'), limits, description });

type Word = (sv: string, en: string) => string;

/** The list that a topic needs, in the language of the admin. Its title column is SharePoint's own. */
export function listTemplate(topic: SourceTopic, language: Language): NewList {
  const say: Word = (sv, en) => (language === 'sv' ? sv : en);
  return TEMPLATES[topic](say);
}

const TEMPLATES: Readonly<Record<SourceTopic, (say: Word) => NewList>> = {
  units: (say) => ({
    name: say('Enheter', 'Units'),
    description: say(
      'Organisationens enheter. Rubrik är enhetens namn.',
      'The units of the organisation. Title is the name.',
    ),
    columns: [
      column('id', say('Enhets-ID', 'Unit ID'), 'text'),
      column('parent', say('Överordnad', 'Parent'), 'text'),
      column('invited', say('Inbjudna', 'Invited'), 'number'),
    ],
  }),
  'employee-survey': (say) => ({
    name: say('Medarbetarenkät', 'Employee survey'),
    description: say(
      'Ett svar per rad på 1–5. Skriv aldrig in namn.',
      'One answer, 1–5, a row. Never enter a name.',
    ),
    columns: [
      column('answer', say('Svar', 'Answer'), 'choice', surveyChoices(say)),
      column('unit', say('Enhet', 'Unit'), 'text'),
      column('year', say('År', 'Year'), 'number'),
    ],
  }),
  maturity: (say) => ({
    name: say('Digital mognad', 'Digital maturity'),
    description: say(
      'Ett svar per respondent och påstående, 1–6.',
      'One answer per respondent and statement, 1–6.',
    ),
    columns: [
      column('respondent', say('Respondentkod', 'Respondent code'), 'text'),
      column('statement', say('Påstående', 'Statement'), 'note'),
      column('area', say('Område', 'Area'), 'choice', {
        [say('Effektivitet', 'Efficiency')]: 'efficiency',
        [say('Innovation', 'Innovation')]: 'innovation',
        [say('Balansering', 'Balancing')]: 'balancing',
        [say('Teknik', 'Technology')]: 'technology',
        [say('Användare', 'Users')]: 'users',
        [say('Organisation', 'Organisation')]: 'organisation',
      }),
      scale(
        'answer',
        say('Svar', 'Answer'),
        [1, 6],
        say('1 = instämmer inte alls, 6 = instämmer helt', '1 = strongly disagree, 6 = strongly agree'),
      ),
      column('year', say('År', 'Year'), 'number'),
    ],
  }),
  initiatives: (say) => ({
    name: say('Digitala initiativ', 'Digital initiatives'),
    description: say('Ett initiativ per rad.', 'One initiative a row.'),
    columns: [
      column('businessId', say('Initiativ-ID', 'Initiative ID'), 'text'),
      column('status', say('Status', 'Status'), 'choice', {
        [say('Förslag', 'Proposed')]: 'proposed',
        [say('Beslutad', 'Decided')]: 'decided',
        [say('Pågår', 'Ongoing')]: 'ongoing',
        [say('Genomförd', 'Realised')]: 'realised',
        [say('Pausad', 'Paused')]: 'paused',
        [say('Avbruten', 'Cancelled')]: 'cancelled',
      }),
      column('year', say('Beslutsdatum', 'Decision date'), 'date'),
      column('portfolioObject', say('Förvaltningsobjekt', 'Portfolio object'), 'text'),
      scale(
        'innovationEfficiency',
        say('Innovation-effektivitet', 'Innovation-efficiency'),
        [1, 5],
        say('1 = innovation, 5 = effektivitet', '1 = innovation, 5 = efficiency'),
      ),
      scale(
        'operationalStrategic',
        say('Operativ-strategisk', 'Operational-strategic'),
        [1, 5],
        say('1 = operativt, 5 = strategiskt', '1 = operational, 5 = strategic'),
      ),
      scale(
        'externalInternal',
        say('Extern-intern', 'External-internal'),
        [1, 5],
        say('1 = extern nytta, 5 = intern nytta', '1 = external benefit, 5 = internal benefit'),
      ),
    ],
  }),
  benefits: (say) => ({
    name: say('Nyttoregister', 'Benefit register'),
    description: say('En indikator per rad och år.', 'One indicator a row and year.'),
    columns: [
      column('businessId', say('Nytto-ID', 'Benefit ID'), 'text'),
      column('year', say('År', 'Year'), 'number'),
      column('baseline', say('Utgångsvärde', 'Baseline'), 'number'),
      column('expected', say('Förväntat', 'Expected'), 'number'),
      column('measured', say('Utfall', 'Measured'), 'number'),
      column('weight', say('Vikt', 'Weight'), 'number'),
      column('kind', say('Nyttotyp', 'Benefit kind'), 'choice', {
        [say('Kvalitativ', 'Qualitative')]: 'qualitative',
        [say('Omställning', 'Resource-releasing')]: 'resource-releasing',
        [say('Ekonomisk', 'Financial')]: 'financial',
      }),
      column('initiative', say('Initiativ', 'Initiative'), 'text'),
      column('portfolioObject', say('Förvaltningsobjekt', 'Portfolio object'), 'text'),
    ],
  }),
  trends: (say) => ({
    name: say('Omvärldsbevakning', 'Trend watch'),
    description: say('En trend per rad.', 'One trend a row.'),
    columns: [
      column('kind', say('Slag', 'Kind'), 'choice', {
        [say('Beteende', 'Behaviour')]: null,
        [say('Teknik', 'Technology')]: null,
        [say('Omställning', 'Transition')]: null,
      }),
      column('goalArea', say('Målområde', 'Goal area'), 'text'),
      column('meaning', say('Betyder för oss', 'Means for us'), 'note'),
      column('horizon', say('Horisont', 'Horizon'), 'choice', {
        [say('Nu', 'Now')]: 'now',
        [say('1–3 år', '1–3 years')]: '1-3-years',
        [say('Över 3 år', 'Over 3 years')]: '3-plus-years',
      }),
      scale('impact', say('Påverkan', 'Impact'), [1, 5], say('1 = liten, 5 = stor', '1 = small, 5 = large')),
      scale(
        'readiness',
        say('Beredskap', 'Readiness'),
        [1, 5],
        say('1 = inte alls beredda, 5 = väl beredda', '1 = not ready at all, 5 = well prepared'),
      ),
      column('source', say('Källa', 'Source'), 'text'),
      column('sourceDate', say('Källans datum', 'Source date'), 'date'),
      column('questions', say('Frågor', 'Questions'), 'note'),
      column('initiatives', say('Initiativ', 'Initiatives'), 'text'),
    ],
  }),
};

function surveyChoices(say: Word): NewColumn['choices'] {
  return {
    [say('1 – Instämmer inte alls', '1 – Strongly disagree')]: '1',
    [say('2 – Instämmer inte', '2 – Disagree')]: '2',
    [say('3 – Varken eller', '3 – Neutral')]: '3',
    [say('4 – Instämmer', '4 – Agree')]: '4',
    [say('5 – Instämmer helt', '5 – Strongly agree')]: '5',
    [say('Vet ej', 'Don’t know')]: null,
  };
}
