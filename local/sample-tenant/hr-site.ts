import type { TenantList, TenantSite } from '../graph/tenant-content.ts';
import {
  ANSWER_CHOICES,
  DECLARED_SURVEYS,
  DO_NOT_KNOW,
  SAMPLE_YEARS,
  type SampleYear,
} from './declared/survey.ts';
import {
  choiceColumn,
  listOf,
  lookupColumn,
  noteColumn,
  numberColumn,
  personColumn,
  textColumn,
} from './list-shapes.ts';
import { LIST_IDS, SITES } from './names.ts';
import { PEOPLE, PERSON_IDS } from './people.ts';
import { siteAddress, siteOf, someone } from './site-shape.ts';
import { surveyRows } from './survey-rows.ts';
import { unitRows } from './unit-rows.ts';

const SITE_NAME = 'hr';
const webUrl = siteAddress(SITE_NAME);

/** The site of the personnel office: the organisation and one list of survey answers per year. */
export function hrSite(changedAt: string): TenantSite {
  return siteOf(SITES.hr, SITE_NAME, changedAt, [unitList(changedAt), ...SAMPLE_YEARS.map(surveyList)]);
}

function unitList(changedAt: string): TenantList {
  const columns = [
    textColumn('Enhets-ID'),
    lookupColumn('Överordnad', LIST_IDS.units),
    ...SAMPLE_YEARS.map((year) => numberColumn(`Inbjudna ${year}`)),
  ];
  return listOf(
    { webUrl },
    { id: LIST_IDS.units, name: 'Enheter', displayName: 'Enheter', changedAt },
    columns,
    unitRows(),
    someone(0),
  );
}

/** A list of answers, last changed when the round closed. */
function surveyList(year: SampleYear): TenantList {
  const columns = [
    choiceColumn('Svar', [...ANSWER_CHOICES, DO_NOT_KNOW]),
    lookupColumn('Enhet', LIST_IDS.units),
    personColumn('Besvarad av'),
    noteColumn('Kommentar'),
  ];
  const name = `Medarbetarenkät ${year}`;
  return listOf(
    { webUrl },
    {
      id: LIST_IDS.survey(year),
      name,
      displayName: name,
      changedAt: `${DECLARED_SURVEYS[year].closesOn}T14:05:00Z`,
    },
    columns,
    surveyRows(year, PERSON_IDS),
    PEOPLE[1] ?? someone(0),
  );
}
